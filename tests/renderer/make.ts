import type { GalleyApi } from '../../core/ipc/contract.ts';
import { ok } from '../../core/base/result.ts';
import type { Result } from '../../core/base/result.ts';
import type { AppSettings, LibraryView } from '../../core/ipc/types.ts';
import type { PostId, PostSummary } from '../../core/post/types.ts';

/** A summary with these parts; the rest is plain. */
export function summary(id: string, parts: Partial<PostSummary> = {}): PostSummary {
  return {
    id: id as PostId,
    title: id,
    summary: '',
    slug: id,
    status: 'published',
    category: undefined,
    tags: [],
    authors: [],
    date: undefined,
    canonicalUrl: undefined,
    words: 100,
    minutes: 1,
    modifiedAt: 0,
    problem: undefined,
    ...parts,
  };
}

/** A library of these posts. */
export function libraryView(posts: readonly PostSummary[], parts: Partial<LibraryView> = {}): LibraryView {
  return {
    token: 'library-1',
    name: 'Field Notes',
    displayPath: '~/Field Notes',
    kind: 'folder',
    dialect: 'galley',
    settings: { site: {}, authors: [], categories: [], author: undefined, profile: undefined },
    settingsProblems: [],
    posts,
    unreadable: [],
    trashed: 0,
    state: 'ready',
    ...parts,
  };
}

export const appSettings: AppSettings = {
  theme: 'system',
  viewMode: 'split',
  divider: 0.5,
  showPosts: true,
  showDetails: true,
  editorFontSize: 16,
  editorFont: 'quattro',
};

/** A call that was made, with its arguments. */
interface MadeCall {
  readonly name: string;
  readonly args: unknown;
}

export interface FakeMain {
  readonly api: GalleyApi;
  readonly calls: readonly MadeCall[];
  /** Sends an event to whoever listens. */
  readonly send: (name: string, payload: unknown) => void;
}

/** A main process that records calls and answers with `answers[name]`, else with a success of nothing. */
export function fakeMain(
  answers: Readonly<Record<string, (args: unknown) => Result<unknown>>> = {},
): FakeMain {
  const calls: MadeCall[] = [];
  const listeners = new Map<string, Set<(payload: never) => void>>();
  const api = {
    call: (name: string, args: unknown) => {
      calls.push({ name, args });
      return Promise.resolve(answers[name]?.(args) ?? ok(undefined));
    },
    on: (name: string, listener: (payload: never) => void) => {
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set.add(listener));
      return () => set.delete(listener);
    },
  };
  return {
    api: api as unknown as GalleyApi,
    calls,
    send: (name, payload) => listeners.get(name)?.forEach((listener) => listener(payload as never)),
  };
}
