import { Text } from '@codemirror/state';
import { createStore } from 'zustand/vanilla';
import { err, ok } from '../../core/base/result.ts';
import type { Result } from '../../core/base/result.ts';
import { applyEdits } from '../../core/base/text-edit.ts';
import type { TextEdit } from '../../core/base/text-edit.ts';
import type { GalleyApi } from '../../core/ipc/contract.ts';
import type { ConflictText, OpenedPost, ViewPosition } from '../../core/ipc/types.ts';
import { splitLineEnds } from '../../core/post/line-ends.ts';
import { editMetaAll } from '../../core/post/edit-meta.ts';
import { readPost } from '../../core/post/read-post.ts';
import type { Dialect, MetaEdit, Post, PostId } from '../../core/post/types.ts';
import { BodyCounter } from './body-counter.ts';
import { systemClock } from './clock.ts';
import type { Clock } from './clock.ts';
import { PostSaving, sameState } from './open-post-saving.ts';
import { LineEndsKeeper, shiftEdits, spanningEdit, splitPost, wholeText } from './open-post-text.ts';
import type { SavingHost } from './open-post-saving.ts';
import type { OpenHow, OpenPostState, OpenPostStore } from './open-post-types.ts';

export type { OpenPostState, OpenPostStore } from './open-post-types.ts';

const nothing: OpenPostState = {
  status: 'none',
  id: undefined,
  failure: undefined,
  post: undefined,
  head: '',
  body: Text.empty,
  bodyEdits: undefined,
  visit: 0,
  startAt: undefined,
  renamedFrom: undefined,
  counts: { words: 0, minutes: 1 },
  save: { kind: 'saved' },
  recovered: undefined,
};

export interface OpenPostParts {
  readonly bridge: GalleyApi;
  /** How the open library spells its front matter. */
  readonly dialect: () => Dialect;
  readonly clock?: Clock;
}

/** The store of the open post; see `OpenPostStore`. */
export function createOpenPostStore(parts: OpenPostParts): OpenPostStore {
  return new OpenPost(parts);
}

class OpenPost implements OpenPostStore {
  readonly #store = createStore<OpenPostState>(() => nothing);
  readonly getState = this.#store.getState;
  readonly getInitialState = this.#store.getInitialState;
  readonly subscribe = this.#store.subscribe;
  readonly #bridge: GalleyApi;
  readonly #dialect: () => Dialect;
  readonly #clock: Clock;
  readonly #stopListening: () => void;
  #saving: PostSaving | undefined;
  #ends = new LineEndsKeeper('');
  #position: ViewPosition | undefined;
  readonly #counter: BodyCounter;
  #openings = 0;

  constructor({ bridge, dialect, clock = systemClock }: OpenPostParts) {
    this.#bridge = bridge;
    this.#dialect = dialect;
    this.#clock = clock;
    this.#counter = new BodyCounter(clock, (counts) => this.#store.setState({ counts }));
    this.#stopListening = bridge.on('post.changed-outside', ({ id, version }) => {
      if (id === this.getState().id) void this.#saving?.changedOutside(version);
    });
  }

  readonly open = async (id: PostId, at?: OpenHow): Promise<Result<void>> => {
    const shown = this.getState();
    const isShown = shown.id === id && at === undefined;
    if (isShown && shown.status === 'loading') return ok(undefined);
    const opening = (this.#openings += 1);
    // Whoever turns back before the post was left stays in it.
    if (isShown && shown.status === 'open') return ok(undefined);
    const left = await this.#leave(opening);
    if (!left.ok || opening !== this.#openings) return left;
    // What was shown stays until the new text is here, so that nothing flickers; it takes no more edits.
    this.#store.setState({ status: 'loading', id, failure: undefined, save: { kind: 'saved' } });
    const answer = await this.#bridge.call('post.open', { id });
    if (opening !== this.#openings) return ok(undefined);
    if (answer.ok) this.#show(answer.value, at);
    else this.#clear({ status: 'failed', id, failure: answer.failure });
    return answer.ok ? ok(undefined) : answer;
  };

  readonly close = async (): Promise<Result<void>> => {
    const opening = (this.#openings += 1);
    const left = await this.#leave(opening);
    if (left.ok && opening === this.#openings) this.#clear({});
    return left;
  };

  readonly forget = (): void => {
    this.#openings += 1;
    this.#saving?.stop();
    this.#saving = undefined;
    this.#clear({});
  };

  readonly applyBody = (edits: readonly TextEdit[], body: Text): void => {
    if (!this.#takesEdits) return;
    this.#store.setState({ body, bodyEdits: edits });
    this.#changed(shiftEdits(edits, this.getState().head.length));
    this.#counter.changed(() => this.getState().body);
  };

  readonly setPosition = (position: ViewPosition): void => {
    this.#position = position;
  };

  readonly editMeta = (edits: readonly MetaEdit[]): Result<void> => {
    const { post, head, body } = this.getState();
    if (post === undefined || !this.#takesEdits) return notOpen();
    const text = wholeText({ head, body });
    const answer = editMetaAll({ ...post, text }, this.#dialect(), edits);
    return answer.ok ? this.#changeHead(answer.value, applyEdits(text, answer.value)) : answer;
  };

  readonly replaceHead = (head: string): Result<void> => {
    const { id, head: before, body } = this.getState();
    if (id === undefined || !this.#takesEdits) return notOpen();
    const ended = head === '' || head.endsWith('\n') || body.length === 0 ? head : `${head}\n`;
    const edit = spanningEdit(before, ended);
    if (edit === undefined) return ok(undefined);
    const text = wholeText({ head: ended, body });
    const { bodyFrom } = readPost(id, text, this.#dialect());
    const isClosed = bodyFrom <= ended.length && /^\n?$/u.test(ended.slice(bodyFrom));
    return isClosed ? this.#changeHead([edit], text) : openFence();
  };

  readonly flush = async (): Promise<void> => {
    await this.#saving?.settle();
  };

  readonly saveNow = this.flush;

  readonly keepMine = async (): Promise<Result<void>> => (await this.#saving?.keepMine()) ?? notOpen();

  readonly takeTheirs = async (): Promise<Result<void>> => (await this.#saving?.takeTheirs()) ?? notOpen();

  readonly loadTheirs = async (): Promise<ConflictText | undefined> => this.#saving?.loadTheirs();

  readonly saveCopy = async (): Promise<Result<{ readonly displayPath: string } | undefined>> => {
    const { id, status, head, body } = this.getState();
    if (id === undefined || status !== 'open') return notOpen();
    return this.#bridge.call('post.save-as', { id, text: this.#ends.raw(wholeText({ head, body })) });
  };

  readonly dispose = (): void => {
    this.#stopListening();
    this.#counter.cancel();
    this.#saving?.stop();
  };

  get #takesEdits(): boolean {
    return this.getState().status === 'open' && this.#saving !== undefined && !this.#saving.isReadOnly;
  }

  /** Saves the open post and stops watching it, unless its words are nowhere but here or another opening came. */
  async #leave(opening: number): Promise<Result<void>> {
    const saving = this.#saving;
    if (saving === undefined) return ok(undefined);
    const isSafe = await saving.settle();
    if (opening !== this.#openings) return ok(undefined);
    if (!isSafe) return nowhereElse();
    saving.stop();
    if (this.#saving === saving) this.#saving = undefined;
    return ok(undefined);
  }

  #clear(patch: Partial<OpenPostState>): void {
    this.#counter.cancel();
    this.#store.setState({ ...nothing, visit: this.getState().visit + 1, ...patch });
  }

  #show(opened: OpenedPost, at: OpenHow | undefined): void {
    const { recovered } = opened;
    const post = this.#read(opened.id, recovered?.text ?? opened.text);
    const text = splitPost(post);
    const position = recovered?.position && inBody(recovered.position, text.head.length);
    this.#position = position;
    const fileText = recovered === undefined ? text : splitPost(this.#read(opened.id, opened.text));
    this.#saving = new PostSaving(this.#savingHost(opened.id), opened, fileText);
    this.#ends = new LineEndsKeeper(recovered?.text ?? opened.text);
    this.#clear({
      status: 'open',
      id: opened.id,
      post,
      ...text,
      startAt: at !== undefined && 'line' in at ? at : position && { position },
      renamedFrom: at !== undefined && 'renamedFrom' in at ? at.renamedFrom : undefined,
      save: this.#saving.state,
      recovered: recovered && { at: recovered.at, conflict: recovered.conflict },
    });
    this.#counter.restart(text.body);
  }

  #savingHost(id: PostId): SavingHost {
    return {
      bridge: this.#bridge,
      clock: this.#clock,
      id,
      text: () => this.getState(),
      raw: () => this.#ends.raw(wholeText(this.getState())),
      position: () => this.#position && inWhole(this.#position, this.getState().head.length),
      parse: (raw) => splitPost(this.#read(id, raw)),
      show: (opened) => this.#reshow(opened),
      onState: (save) => {
        if (!sameState(save, this.getState().save)) this.#store.setState({ save });
      },
    };
  }

  /** Puts another text of the same post in place of the one shown; the editor keeps its place in it. */
  #reshow(opened: OpenedPost): void {
    const before = this.getState().body;
    const post = this.#read(opened.id, opened.text);
    const { head, body } = splitPost(post);
    const edit = spanningEdit(before.toString(), body.toString());
    this.#ends = new LineEndsKeeper(opened.text);
    this.#store.setState({
      post,
      head,
      ...(edit === undefined ? {} : { body, bodyEdits: [edit] }),
      recovered: undefined,
    });
    this.#counter.restart(body);
  }

  #changeHead(edits: readonly TextEdit[], text: string): Result<void> {
    const { id, body: before } = this.getState();
    if (id === undefined) return notOpen();
    if (edits.length === 0) return ok(undefined);
    const post = readPost(id, text, this.#dialect());
    const { head, body } = splitPost(post);
    this.#store.setState(body.eq(before) ? { post, head } : { post, head, body, bodyEdits: undefined });
    this.#changed(edits);
    return ok(undefined);
  }

  #changed(batch: readonly TextEdit[]): void {
    this.#ends.changed(batch);
    this.#saving?.changed(batch);
  }

  #read(id: PostId, raw: string): Post {
    return readPost(id, splitLineEnds(raw).text, this.#dialect());
  }
}

function inBody(position: ViewPosition, headLength: number): ViewPosition {
  return shiftPosition(position, -headLength);
}

function inWhole(position: ViewPosition, headLength: number): ViewPosition {
  return shiftPosition(position, headLength);
}

function shiftPosition({ anchor, head, scrollTop }: ViewPosition, by: number): ViewPosition {
  return { anchor: Math.max(0, anchor + by), head: Math.max(0, head + by), scrollTop };
}

function notOpen(): Result<never> {
  return err('not-open', 'No post is open that could be changed.', 'Open a post first.');
}

function nowhereElse(): Result<never> {
  return err(
    'memory-only',
    'This post stays open: its last words are neither in its file nor in the journal.',
    'Save a copy of it, or free some space on the disk.',
  );
}

function openFence(): Result<never> {
  return err(
    'fence',
    'The front matter was left as it was: without its first and last line it would become part of the text.',
    'Begin and end it with a line of --- (or +++ for TOML), or empty it altogether.',
  );
}
