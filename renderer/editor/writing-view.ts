import { openSearchPanel } from '@codemirror/search';
import { Compartment, EditorSelection, EditorState } from '@codemirror/state';
import type { Extension, SelectionRange, Text } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { ViewUpdate } from '@codemirror/view';
import type { CommandId } from '../../core/ipc/commands.ts';
import type { AppSettings, ViewPosition } from '../../core/ipc/types.ts';
import type { PostId } from '../../core/post/types.ts';
import { Listeners } from '../store/listeners.ts';
import type { OpenPostState, OpenPostStore } from '../store/open-post.ts';
import type { SettingsStore } from '../store/settings.ts';
import { BodyLink, fromStore } from './body-link.ts';
import { editorCommands, runInField } from './editor-commands.ts';
import type { Caret, EditorHandle } from './editor-handle.ts';
import { writingSetup } from './extensions/writing-setup.ts';
import { recallPlace, rememberPlace } from './place-memory.ts';
import type { PlaceShelf } from './place-memory.ts';
import { VisitedPosts } from './visited-posts.ts';

/** After the end of a composition CodeMirror still reads what it left in the page. Milliseconds. */
const afterComposition = 60;
const placeDelay = 250;

const fonts: Record<AppSettings['editorFont'], string> = {
  quattro: 'var(--font-writing)',
  inter: 'var(--font-interface)',
  'system-mono': 'var(--font-code)',
};

export interface WritingViewParts {
  readonly parent: HTMLElement;
  readonly openPost: OpenPostStore;
  readonly settings: SettingsStore;
  readonly cspNonce: string;
  readonly shelf: PlaceShelf;
}

/** The editor of the open post's body, kept in step with the store; it knows nothing of React. */
export class WritingView implements EditorHandle {
  readonly #parts: WritingViewParts;
  readonly #view: EditorView;
  readonly #link: BodyLink;
  readonly #visited = new VisitedPosts();
  readonly #readOnly = new Compartment();
  readonly #setup: Extension;
  readonly #scrolls = new Listeners<void>();
  readonly #intents = new Listeners<void>();
  readonly #layouts = new Listeners<void>();
  readonly #carets = new Listeners<Caret>();
  readonly #stops: readonly (() => void)[];
  #shown: { readonly id: PostId | undefined; readonly visit: number } = { id: undefined, visit: -1 };
  #isFirstPost = true;
  #scrollTop = 0;
  #place: { readonly id: PostId; readonly position: ViewPosition } | undefined;
  #placeTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: WritingViewParts) {
    const { parent, openPost, settings, cspNonce } = parts;
    this.#parts = parts;
    this.#setup = [
      this.#readOnly.of(EditorState.readOnly.of(false)),
      writingSetup(cspNonce),
      EditorView.updateListener.of((update) => this.#onUpdate(update)),
      EditorView.domEventHandlers({ compositionend: () => this.#afterComposition() }),
    ];
    this.#view = new EditorView({ parent, state: this.#stateOf(openPost.getState().body) });
    this.#link = new BodyLink(
      {
        doc: () => this.#view.state.doc,
        isComposing: () => this.#view.composing || this.#view.compositionStarted,
        dispatch: (spec) => this.#view.dispatch(spec),
      },
      { body: () => openPost.getState().body, apply: openPost.applyBody },
    );
    this.#stops = [
      openPost.subscribe((state, before) => this.#onStore(state, before)),
      settings.subscribe((state) => this.#dress(state)),
      this.#listenToPerson(),
    ];
    this.#dress(settings.getState());
    this.#onStore(openPost.getState(), undefined);
  }

  readonly run = (command: CommandId): boolean => {
    if (this.#view.composing) return false;
    if (this.#isInField) return runInField(command);
    const found = editorCommands[command];
    return found !== undefined && found(this.#view);
  };

  readonly focus = (): void => this.#view.focus();

  readonly openSearch = (): void => void openSearchPanel(this.#view);

  readonly isShown = (): boolean => this.#view.dom.checkVisibility();

  readonly topLine = (): number => {
    const top = this.#view.scrollDOM.scrollTop - this.#view.documentPadding.top;
    if (top <= 0) return 0;
    const block = this.#view.lineBlockAtHeight(top);
    const part = Math.min(1, Math.max(0, (top - block.top) / block.height));
    return this.#view.state.doc.lineAt(block.from).number - 1 + part;
  };

  readonly scrollToLine = (line: number): void => {
    const view = this.#view;
    if (line <= 0) {
      view.scrollDOM.scrollTop = 0;
      return;
    }
    const { from } = this.#lineAt(line);
    if (from < view.viewport.from || from > view.viewport.to) {
      view.dispatch({ effects: EditorView.scrollIntoView(from, { y: 'start', yMargin: 0 }) });
      return;
    }
    const block = view.lineBlockAt(from);
    view.scrollDOM.scrollTop = view.documentPadding.top + block.top + (line % 1) * block.height;
  };

  readonly goToLine = (line: number): void => {
    const { from } = this.#lineAt(line);
    this.#view.dispatch({ selection: { anchor: from }, scrollIntoView: true });
  };

  readonly onScroll = (listener: () => void): (() => void) => this.#scrolls.add(listener);

  readonly onIntent = (listener: () => void): (() => void) => this.#intents.add(listener);

  readonly onLayout = (listener: () => void): (() => void) => this.#layouts.add(listener);

  readonly onCaret = (listener: (caret: Caret) => void): (() => void) => {
    listener(this.#caret());
    return this.#carets.add(listener);
  };

  /** Whether words are selected: for the context menu. */
  get hasSelection(): boolean {
    return this.#view.state.selection.ranges.some((range) => !range.empty);
  }

  /** Whether the focus is in a field of the search panel, whose text is not the post's. */
  get #isInField(): boolean {
    const { activeElement } = document;
    return this.#view.dom.contains(activeElement) && !this.#view.contentDOM.contains(activeElement);
  }

  destroy(): void {
    this.#keepPlace();
    for (const stop of this.#stops) stop();
    this.#view.destroy();
  }

  #stateOf(doc: Text, selection?: SelectionRange): EditorState {
    return EditorState.create({ doc, extensions: this.#setup, ...(selection && { selection }) });
  }

  #onStore(state: OpenPostState, before: OpenPostState | undefined): void {
    if (state.visit !== this.#shown.visit) this.#open(state);
    else if (state.body !== before?.body) this.#link.settle();
    if (state.status !== before?.status || state.save.kind !== before.save.kind) this.#lock(state);
  }

  #open(state: OpenPostState): void {
    const { id } = this.#shown;
    if (id !== undefined) {
      this.#visited.leave(id, { state: this.#view.state, scroll: this.#view.scrollSnapshot() });
    }
    this.#shown = { id: state.status === 'open' ? state.id : undefined, visit: state.visit };
    // A new text begins at its top; the editor would keep the distance that the one before was scrolled.
    this.#view.scrollDOM.scrollTop = 0;
    const known = state.renamedFrom ?? state.id;
    const back = known && state.startAt === undefined ? this.#visited.comeBack(known, state.body) : undefined;
    if (back !== undefined) {
      this.#view.setState(back.state);
      this.#view.dispatch({ effects: back.scroll });
    } else this.#begin(state);
    this.#link.reset();
    this.#lock(state);
    this.#carets.tell(this.#caret());
  }

  /** Shows a post that was not visited before, at the place that was asked for or was noted at last. */
  #begin({ status, id, body, startAt }: OpenPostState): void {
    const asked = startAt !== undefined && 'position' in startAt ? startAt.position : undefined;
    const noted = this.#isFirstPost && id !== undefined ? recallPlace(this.#parts.shelf, id) : undefined;
    if (status === 'open') this.#isFirstPost = false;
    const place = asked ?? (startAt === undefined ? noted : undefined);
    const clamp = (at: number): number => Math.min(at, body.length);
    const selection = place && EditorSelection.range(clamp(place.anchor), clamp(place.head));
    this.#view.setState(this.#stateOf(body, selection));
    if (startAt !== undefined && 'line' in startAt) this.goToLine(startAt.line);
    const { scrollDOM } = this.#view;
    // Once the lines in view were measured: before, the editor would correct what it is told.
    if (place !== undefined) requestAnimationFrame(() => (scrollDOM.scrollTop = place.scrollTop));
  }

  #lock({ status, save }: OpenPostState): void {
    const locked = status !== 'open' || save.kind === 'read-only';
    if (this.#view.state.readOnly === locked) return;
    this.#view.dispatch({ effects: this.#readOnly.reconfigure(EditorState.readOnly.of(locked)) });
  }

  #onUpdate(update: ViewUpdate): void {
    if (update.docChanged && !update.transactions.some((transaction) => transaction.annotation(fromStore))) {
      this.#link.changed(update.changes);
    }
    if (update.docChanged || update.selectionSet) {
      this.#notePlace();
      this.#carets.tell(this.#caret());
    }
  }

  #afterComposition(): void {
    setTimeout(() => this.#link.settle(), afterComposition);
  }

  #listenToPerson(): () => void {
    const { scrollDOM, dom } = this.#view;
    const stop = new AbortController();
    const { signal } = stop;
    const onScroll = (): void => {
      this.#scrollTop = scrollDOM.scrollTop;
      this.#notePlace();
      this.#scrolls.tell();
    };
    scrollDOM.addEventListener('scroll', onScroll, { passive: true, signal });
    for (const type of ['wheel', 'pointerdown', 'keydown', 'touchstart']) {
      dom.addEventListener(type, () => this.#intents.tell(), { passive: true, capture: true, signal });
    }
    window.addEventListener('pagehide', () => this.#keepPlace(), { signal });
    const resizes = new ResizeObserver(() => this.#layouts.tell());
    resizes.observe(dom);
    return () => {
      stop.abort();
      resizes.disconnect();
    };
  }

  #notePlace(): void {
    const { id } = this.#shown;
    if (id === undefined) return;
    const { anchor, head } = this.#view.state.selection.main;
    const position: ViewPosition = { anchor, head, scrollTop: this.#scrollTop };
    this.#parts.openPost.setPosition(position);
    this.#place = { id, position };
    this.#placeTimer ??= setTimeout(() => this.#keepPlace(), placeDelay);
  }

  #keepPlace(): void {
    clearTimeout(this.#placeTimer);
    this.#placeTimer = undefined;
    if (this.#place !== undefined) rememberPlace(this.#parts.shelf, this.#place.id, this.#place.position);
  }

  #caret(): Caret {
    const { head } = this.#view.state.selection.main;
    const line = this.#view.state.doc.lineAt(head);
    return { line: line.number, column: head - line.from + 1 };
  }

  #lineAt(line: number): { readonly from: number } {
    const { doc } = this.#view.state;
    return doc.line(Math.min(doc.lines, Math.max(1, Math.floor(line) + 1)));
  }

  #dress({ editorFont, editorFontSize }: AppSettings): void {
    const { style } = this.#parts.parent;
    style.setProperty('--editor-font', fonts[editorFont]);
    style.setProperty('--editor-font-size', `${editorFontSize}px`);
    this.#view.requestMeasure();
  }
}
