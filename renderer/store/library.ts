import { createStore } from 'zustand/vanilla';
import type { Result } from '../../core/base/result.ts';
import type { CallArgs, GalleyApi } from '../../core/ipc/contract.ts';
import type { LibraryChange, LibraryView } from '../../core/ipc/types.ts';
import type { LibrarySettings, SettingsEdit } from '../../core/library/types.ts';
import type { PostId, PostSummary } from '../../core/post/types.ts';
import { everyPost } from './post-filter.ts';
import type { PostFilter } from './post-filter.ts';
import { readSide } from './read-store.ts';
import type { ReadStore } from './read-store.ts';

type SettingsArgs = CallArgs<'library.edit-settings'>['edits'];

export interface LibraryState {
  readonly library: LibraryView | undefined;
  /** Files found and read so far, while the library is being scanned. */
  readonly progress: { readonly found: number; readonly read: number } | undefined;
  readonly filter: PostFilter;
  /** The post whose file name is being edited in the list. */
  readonly renaming: PostId | undefined;
}

export interface LibraryStore extends ReadStore<LibraryState> {
  readonly setLibrary: (library: LibraryView) => void;
  readonly setFilter: (patch: Partial<PostFilter>) => void;
  readonly clearFilter: () => void;
  readonly setRenaming: (id: PostId | undefined) => void;
  /** Puts a summary that is newer than the list's in its place. */
  readonly upsert: (summary: PostSummary) => void;
  /** Changes `galley.yaml` and takes over what it says afterwards. */
  readonly editSettings: (edits: readonly SettingsEdit[]) => Promise<Result<LibrarySettings>>;
  /** Finds a post's summary; undefined when the library has none of this id. */
  readonly find: (id: PostId) => PostSummary | undefined;
  /** Stops listening to main. */
  readonly dispose: () => void;
}

/** The open library, its posts' summaries, and what the list shows of them. */
export function createLibraryStore(bridge: GalleyApi, initial: LibraryView | undefined): LibraryStore {
  const store = createStore<LibraryState>(() => ({
    library: initial,
    progress: undefined,
    filter: everyPost,
    renaming: undefined,
  }));
  const change = (apply: (library: LibraryView) => LibraryView): void => {
    const { library } = store.getState();
    if (library !== undefined) store.setState({ library: apply(library) });
  };
  const changes = new ChangeQueue((queued) => change((library) => queued.reduce(applyChange, library)));
  const stops = [
    () => changes.drop(),
    bridge.on('library.changed', (payload) => {
      const scanning = store.getState().library?.state === 'scanning' && payload.state !== 'ready';
      changes.add(payload, scanning ? scanPause : 0);
    }),
    bridge.on('library.progress', (progress) => store.setState({ progress })),
  ];
  return {
    ...readSide(store),
    setLibrary: (library) => {
      changes.drop();
      store.setState({ library, progress: undefined, filter: everyPost, renaming: undefined });
    },
    setFilter: (patch) => store.setState(({ filter }) => ({ filter: { ...filter, ...patch } })),
    clearFilter: () => store.setState(({ filter }) => ({ filter: { ...everyPost, order: filter.order } })),
    setRenaming: (renaming) => store.setState({ renaming }),
    upsert: (summary) =>
      change((library) => ({ ...library, posts: mergePosts(library.posts, [summary], []) })),
    editSettings: async (edits) => {
      const answer = await bridge.call('library.edit-settings', { edits: [...edits] as SettingsArgs });
      if (answer.ok) change((library) => ({ ...library, settings: answer.value }));
      return answer;
    },
    find: (id) => store.getState().library?.posts.find((post) => post.id === id),
    dispose: () => stops.forEach((stop) => stop()),
  };
}

/** Milliseconds between two drawings of a list that is still being read. */
const scanPause = 250;

/** Gathers changes so that thousands of posts are not drawn one by one. */
class ChangeQueue {
  readonly #apply: (changes: readonly LibraryChange[]) => void;
  #waiting: LibraryChange[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(apply: (changes: readonly LibraryChange[]) => void) {
    this.#apply = apply;
  }

  /** Applies a change, and all before it, after at most `pause` milliseconds; 0: now. */
  add(change: LibraryChange, pause: number): void {
    this.#waiting.push(change);
    if (pause === 0) this.#flush();
    else this.#timer ??= setTimeout(() => this.#flush(), pause);
  }

  /** Forgets what waits: it was about another library. */
  drop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = [];
  }

  #flush(): void {
    const changes = this.#waiting;
    this.drop();
    this.#apply(changes);
  }
}

/** A library after what main says has changed in it. */
function applyChange(library: LibraryView, change: LibraryChange): LibraryView {
  return {
    ...library,
    posts: mergePosts(library.posts, change.upserted, change.removed),
    settings: change.settings ?? library.settings,
    settingsProblems: change.settingsProblems ?? library.settingsProblems,
    trashed: change.trashed ?? library.trashed,
    state: change.state ?? library.state,
  };
}

function mergePosts(
  posts: readonly PostSummary[],
  upserted: readonly PostSummary[],
  removed: readonly PostId[],
): readonly PostSummary[] {
  if (upserted.length === 0 && removed.length === 0) return posts;
  const byId = new Map(posts.map((post) => [post.id, post]));
  for (const id of removed) byId.delete(id);
  for (const post of upserted) byId.set(post.id, post);
  return [...byId.values()];
}
