import { safeLink } from '../../core/base/links.ts';
import type { GalleyApi } from '../../core/ipc/contract.ts';
import { relatedPosts } from '../../core/site/related.ts';
import type { LibraryState, LibraryStore } from '../store/library.ts';
import { Listeners } from '../store/listeners.ts';
import { shiftEdits, wholeText } from '../store/open-post-text.ts';
import type { OpenPostState, OpenPostStore } from '../store/open-post.ts';
import { KnownImages } from './known-images.ts';
import { PageClient } from './page-client.ts';
import type { PageWorker } from './page-client.ts';
import { PageFrame } from './page-frame.ts';
import type { PreviewHandle } from './preview-handle.ts';
import type { PageContext, SentPage } from './worker/protocol.ts';
import type { PostId } from '../../core/post/types.ts';

/** A page that takes long is drawn less often, so that typing has the machine. Milliseconds. */
const longPage = 60;
const longestPause = 400;

/** What the pane says beside the page. */
export type PageStatus =
  | { readonly kind: 'waiting' }
  /** `isEmpty`: the body shows nothing yet. */
  | { readonly kind: 'shown'; readonly isEmpty: boolean }
  | { readonly kind: 'failed'; readonly message: string };

export interface PageViewParts {
  /** A loaded frame of the app's own preview document. */
  readonly frame: HTMLIFrameElement;
  readonly worker: PageWorker;
  readonly openPost: OpenPostStore;
  readonly library: LibraryStore;
  readonly bridge: GalleyApi;
  readonly onStatus: (status: PageStatus) => void;
}

/** The page of the open post in its frame, kept in step with the stores; it knows nothing of React. */
export class PageView implements PreviewHandle {
  readonly #parts: PageViewParts;
  readonly #document: Document;
  readonly #window: Window;
  readonly #frame: PageFrame;
  readonly #images: KnownImages;
  readonly #client: PageClient;
  readonly #scrolls = new Listeners<void>();
  readonly #intents = new Listeners<void>();
  readonly #layouts = new Listeners<void>();
  readonly #picks = new Listeners<number>();
  readonly #stops: readonly (() => void)[];
  /** Where each post of this session was left, in pixels. */
  readonly #places = new Map<PostId, number>();
  #visit = -1;
  #shownVisit = -1;
  #id: PostId | undefined;
  #body: OpenPostState['body'] | undefined;
  #context: PageContext | undefined;

  constructor(parts: PageViewParts, frame: { readonly document: Document; readonly window: Window }) {
    this.#parts = parts;
    this.#document = frame.document;
    this.#window = frame.window;
    this.#frame = new PageFrame(frame.document);
    this.#images = new KnownImages(parts.bridge, () => this.#setContext());
    this.#client = new PageClient({
      worker: parts.worker,
      text: () => wholeText(parts.openPost.getState()),
      nextFrame: (task, took) => {
        if (took < longPage) requestAnimationFrame(task);
        else setTimeout(task, Math.min(longestPause, took));
      },
      show: ({ id, page, unknownImages }) => this.#show(id, page, unknownImages),
      onFailure: (message) => parts.onStatus({ kind: 'failed', message }),
    });
    this.#stops = [
      parts.openPost.subscribe((state, before) => this.#onPost(state, before)),
      parts.library.subscribe((state, before) => this.#onLibrary(state, before)),
      this.#listenToPerson(),
      this.#listenToLayout(),
    ];
    this.#onPost(parts.openPost.getState(), undefined);
  }

  readonly focus = (): void => this.#parts.frame.focus();

  readonly isShown = (): boolean => this.#parts.frame.checkVisibility();

  readonly topLine = (): number => this.#frame.lineOf(this.#scroller.scrollTop);

  readonly scrollToLine = (line: number): void => {
    this.#scroller.scrollTop = this.#frame.heightOf(line);
  };

  readonly onScroll = (listener: () => void): (() => void) => this.#scrolls.add(listener);

  readonly onIntent = (listener: () => void): (() => void) => this.#intents.add(listener);

  readonly onLayout = (listener: () => void): (() => void) => this.#layouts.add(listener);

  readonly onPick = (listener: (line: number) => void): (() => void) => this.#picks.add(listener);

  destroy(): void {
    for (const stop of this.#stops) stop();
    this.#parts.worker.terminate();
  }

  get #scroller(): Element {
    return this.#document.scrollingElement ?? this.#document.documentElement;
  }

  #onPost(state: OpenPostState, before: OpenPostState | undefined): void {
    if (state.visit !== this.#visit) return this.#onVisit(state);
    if (state.status !== 'open') return;
    this.#passOn(state, before);
    if (state.post !== before?.post) this.#setContext();
  }

  #passOn(state: OpenPostState, before: OpenPostState | undefined): void {
    const known = this.#body;
    this.#body = state.body;
    if (state.head !== before?.head) return this.#client.replaceText();
    if (state.body === known) return;
    // A listener that changes the store makes news arrive out of order; then the text is sent whole.
    if (before.body !== known || state.bodyEdits === undefined) this.#client.replaceText();
    else this.#client.edit(shiftEdits(state.bodyEdits, state.head.length));
  }

  #onVisit(state: OpenPostState): void {
    if (this.#id !== undefined) this.#places.set(this.#id, this.#scroller.scrollTop);
    this.#visit = state.visit;
    this.#id = state.status === 'open' ? state.id : undefined;
    this.#body = state.body;
    this.#context = undefined;
    this.#images.reset(state.id);
    this.#parts.onStatus({ kind: 'waiting' });
    if (state.status !== 'open') return;
    this.#setContext();
    this.#client.replaceText();
    this.#client.startAfresh();
  }

  #onLibrary(state: LibraryState, before: LibraryState): void {
    const { library } = state;
    const was = before.library;
    if (library?.settings !== was?.settings || library?.posts !== was?.posts) this.#setContext();
  }

  #setContext(): void {
    const { id, post, status } = this.#parts.openPost.getState();
    const { library } = this.#parts.library.getState();
    if (id === undefined || post === undefined || library === undefined || status !== 'open') return;
    const { category, tags } = post.meta;
    const context: PageContext = {
      id,
      dialect: library.dialect,
      settings: library.settings,
      related: relatedPosts({ id, category, tags }, library.posts),
      images: this.#images.entries,
    };
    // Each save changes the list of posts, but seldom those that the page names.
    if (this.#context !== undefined && isSame(this.#context, context)) return;
    this.#context = context;
    this.#client.setContext(context);
  }

  async #show(id: PostId, page: SentPage, unknownImages: readonly string[]): Promise<boolean> {
    // Another post was opened meanwhile; its page is asked for already.
    if (id !== this.#id) return true;
    const isComplete = await this.#frame.show(page);
    if (this.#shownVisit !== this.#visit) {
      this.#shownVisit = this.#visit;
      this.#scroller.scrollTop = this.#places.get(id) ?? 0;
    }
    this.#parts.onStatus({ kind: 'shown', isEmpty: page.content.length === 0 });
    void this.#images.ask(unknownImages);
    this.#layouts.tell();
    return isComplete;
  }

  #listenToPerson(): () => void {
    const stop = new AbortController();
    const { signal } = stop;
    const listen = <Name extends keyof DocumentEventMap>(
      name: Name,
      listener: (event: DocumentEventMap[Name]) => void,
      capture = false,
    ): void => this.#document.addEventListener(name, listener, { signal, capture });
    listen('click', (event) => this.#onClick(event));
    listen('auxclick', (event) => event.preventDefault());
    listen('contextmenu', (event) => this.#onContextMenu(event));
    listen('dragover', (event) => event.preventDefault());
    listen('drop', (event) => event.preventDefault());
    listen('scroll', () => this.#scrolls.tell());
    for (const name of ['wheel', 'pointerdown', 'keydown', 'touchstart'] as const) {
      this.#document.addEventListener(name, () => this.#intents.tell(), {
        passive: true,
        capture: true,
        signal,
      });
    }
    return () => stop.abort();
  }

  /** Lines move when an image comes, a `details` is opened, or the pane's width changes. */
  #listenToLayout(): () => void {
    const moved = (): void => this.#layouts.tell();
    const observer = new ResizeObserver(moved);
    observer.observe(this.#document.body);
    const stop = new AbortController();
    for (const name of ['load', 'error', 'toggle']) {
      this.#document.addEventListener(name, moved, { capture: true, signal: stop.signal });
    }
    const askAgain = (): void => {
      if (this.#images.forgetRefused()) this.#setContext();
    };
    window.addEventListener('focus', askAgain, { signal: stop.signal });
    return () => {
      observer.disconnect();
      stop.abort();
    };
  }

  #onClick(event: MouseEvent): void {
    const target = event.target as Node;
    const link = linkAt(target);
    if (link !== undefined) {
      event.preventDefault();
      this.#follow(link.getAttribute('href') ?? '');
      return;
    }
    if (this.#window.getSelection()?.isCollapsed === false) return;
    const line = this.#frame.lineAt(target, event.clientY + this.#scroller.scrollTop);
    if (line !== undefined) this.#picks.tell(line);
  }

  #follow(href: string): void {
    if (href.startsWith('#')) {
      const id = decodeFragment(href.slice(1));
      (id === '' ? this.#document.body : this.#document.getElementById(id))?.scrollIntoView();
      return;
    }
    const url = safeLink(href);
    if (url !== undefined) void this.#parts.bridge.call('app.open-link', { url });
  }

  #onContextMenu(event: MouseEvent): void {
    event.preventDefault();
    const link = safeLink(linkAt(event.target as Node)?.getAttribute('href') ?? '');
    const selection = this.#window.getSelection()?.isCollapsed === false;
    void this.#parts.bridge.call('app.context-menu', {
      place: 'preview',
      selection,
      ...(link === undefined ? {} : { link }),
    });
  }
}

function isSame(a: PageContext, b: PageContext): boolean {
  const isSameList =
    a.related.length === b.related.length && a.related.every((post, at) => post === b.related[at]);
  return (
    isSameList &&
    a.id === b.id &&
    a.dialect === b.dialect &&
    a.settings === b.settings &&
    a.images === b.images
  );
}

/** The link around a node. The frame has classes of its own, so `instanceof` would not know them. */
function linkAt(node: Node): Element | undefined {
  const element = node.nodeType === node.ELEMENT_NODE ? (node as Element) : node.parentElement;
  return element?.closest('a[href]') ?? undefined;
}

function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
