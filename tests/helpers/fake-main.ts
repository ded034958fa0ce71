import { createHash } from 'node:crypto';
import { err, ok } from '../../core/base/result.ts';
import type { Result } from '../../core/base/result.ts';
import { applyEdits } from '../../core/base/text-edit.ts';
import type { TextEdit } from '../../core/base/text-edit.ts';
import type { CallArgs, CallName, EventName, EventPayload, GalleyApi } from '../../core/ipc/contract.ts';
import type { OpenedPost } from '../../core/ipc/types.ts';
import { splitLineEnds } from '../../core/post/line-ends.ts';
import type { PostId, PostSummary } from '../../core/post/types.ts';

interface PostFile {
  /** Undefined: there is no file. */
  text: string | undefined;
  /** LF text that entry 1 refers to, and what came since. */
  journalBase: string;
  entries: { readonly seq: number; readonly batches: readonly (readonly TextEdit[])[] }[];
  last: number;
  extra: Partial<Pick<OpenedPost, 'readOnly' | 'recovered'>>;
}

/** What main would do with one library's posts, in memory, with the failures a test asks for. */
export interface FakeMain {
  readonly bridge: GalleyApi;
  readonly calls: readonly { readonly name: CallName; readonly args: unknown }[];
  readonly put: (id: PostId, text: string, extra?: PostFile['extra']) => void;
  readonly file: (id: PostId) => string | undefined;
  /** The LF text that a crash now would leave: the journal's when it has one, else the file's. */
  readonly recoverable: (id: PostId) => string;
  readonly hasJournal: (id: PostId) => boolean;
  /** Another program writes the file (undefined: deletes it), and the window is told. */
  readonly writeOutside: (id: PostId, text: string | undefined, tell?: boolean) => void;
  /** Answers calls of this name with what `answer` says; undefined: as usual. */
  readonly interfere: (name: CallName, answer: (() => Promise<Result<never>>) | undefined) => void;
  readonly emit: <Name extends EventName>(name: Name, payload: EventPayload<Name>) => void;
}

/** SHA-256 of a text in hex. */
export function versionOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A failure as main words one. */
export function refused(code: string): () => Promise<Result<never>> {
  return () => Promise.resolve(err(code, 'It did not work.', 'Try another day.'));
}

/** A call that is never answered. */
export function unanswered(): Promise<never> {
  return new Promise(() => undefined);
}

/** A main process of one's own; see `FakeMain`. */
export function fakeMain(): FakeMain {
  const files = new Map<PostId, PostFile>();
  const listeners = new Map<EventName, Set<(payload: never) => void>>();
  const interferences = new Map<CallName, () => Promise<Result<never>>>();
  const calls: { readonly name: CallName; readonly args: unknown }[] = [];
  const of = (id: PostId): PostFile => {
    const file = files.get(id) ?? { text: undefined, journalBase: '', entries: [], last: 0, extra: {} };
    files.set(id, file);
    return file;
  };
  const emit: FakeMain['emit'] = (name, payload) => {
    for (const listener of listeners.get(name) ?? []) listener(payload as never);
  };
  return {
    bridge: {
      call: async (name, args) => {
        calls.push({ name, args });
        const interference = interferences.get(name);
        if (interference !== undefined) return interference();
        await Promise.resolve();
        return answerOf(of, name, args) as never;
      },
      on: (name, listener) => {
        const set = listeners.get(name) ?? new Set();
        listeners.set(name, set.add(listener));
        return () => set.delete(listener);
      },
    },
    calls,
    put: (id, text, extra = {}) =>
      void files.set(id, { text, journalBase: text, entries: [], last: 0, extra }),
    file: (id) => of(id).text,
    recoverable: (id) => recoverable(of(id)),
    hasJournal: (id) => of(id).entries.length > 0,
    writeOutside: (id, text, tell = true) => {
      of(id).text = text;
      if (!tell) return;
      emit('post.changed-outside', { id, version: text === undefined ? undefined : versionOf(text) });
    },
    interfere: (name, answer) =>
      void (answer === undefined ? interferences.delete(name) : interferences.set(name, answer)),
    emit,
  };
}

function recoverable(file: PostFile): string {
  if (file.entries.length === 0) return lf(file.text ?? '');
  const batches = file.entries.flatMap((entry) => entry.batches);
  return batches.reduce((text, batch) => applyEdits(text, batch), file.journalBase);
}

function lf(text: string): string {
  return splitLineEnds(text).text;
}

type Answers = { readonly [Name in CallName]?: (file: PostFile, args: CallArgs<Name>) => Result<unknown> };

const answers: Answers = {
  'post.open': (file, { id }) => {
    if (file.text === undefined) return err('gone', 'There is no such post.');
    begin(file);
    return ok(opened(file, id));
  },
  'journal.append': (file, { seq, batches }) => {
    if (seq <= file.last) return ok(undefined);
    if (seq !== file.last + 1) return err('journal-failed', `Entry ${seq} after ${file.last}`);
    file.entries.push({ seq, batches });
    file.last = seq;
    return ok(undefined);
  },
  'journal.drop': (file) => {
    file.entries = [];
    file.journalBase = lf(file.text ?? '');
    return ok(undefined);
  },
  'post.save': (file, { text, base, seq }) =>
    file.text !== undefined && versionOf(file.text) === base ? save(file, text, seq) : conflict(),
  'conflict.read': (file) =>
    ok({
      text: file.text,
      version: file.text === undefined ? undefined : versionOf(file.text),
      modifiedAt: 7,
    }),
  'conflict.keep-mine': (file, { text, theirs, seq }) =>
    (file.text === undefined ? undefined : versionOf(file.text)) === theirs
      ? save(file, text, seq)
      : conflict(),
  'conflict.take-theirs': (file, { id }) => {
    file.extra = {};
    begin(file);
    return ok(opened(file, id));
  },
  'post.save-as': () => ok({ displayPath: '~/copy.md' }),
};

function answerOf(of: (id: PostId) => PostFile, name: CallName, args: unknown): Result<unknown> {
  const answer = answers[name] as ((file: PostFile, given: unknown) => Result<unknown>) | undefined;
  if (answer === undefined) throw new Error(`The test's main does not answer ${name}`);
  return answer(of((args as { readonly id: PostId }).id), args);
}

/** As main's journals: from a reading on, entries count from 1 and refer to what was recovered, else read. */
function begin(file: PostFile): void {
  file.entries = [];
  file.last = 0;
  file.journalBase = lf(file.extra.recovered?.text ?? file.text ?? '');
}

function opened(file: PostFile, id: PostId): OpenedPost {
  const text = file.text ?? '';
  const { readOnly, recovered } = file.extra;
  return { id, text, version: versionOf(text), readOnly, recovered };
}

function save(file: PostFile, text: string, seq: number): Result<unknown> {
  const kept = file.entries.filter((entry) => entry.seq > seq);
  file.text = text;
  file.entries = kept;
  file.journalBase = lf(text);
  file.last = Math.max(file.last, seq);
  file.extra = {};
  return ok({ version: versionOf(text), summary: {} as PostSummary });
}

function conflict(): Result<never> {
  return err('conflict', 'The file was changed by another program.', 'Choose which text to keep.');
}
