import type { Result } from '../../core/base/result.ts';
import type { LibraryView, Token } from '../../core/ipc/types.ts';
import type { PostId } from '../../core/post/types.ts';
import { everyPost, filterPosts } from '../store/post-filter.ts';
import type { Stores } from '../store/stores.ts';

export interface LibraryActions {
  /** Asks for a folder and opens it as the library. */
  readonly choose: () => Promise<void>;
  readonly open: (token: Token) => Promise<void>;
  /** Shows a library that main has opened, and a post of it. */
  readonly present: (library: LibraryView, post: PostId | undefined) => Promise<void>;
}

type Parts = Pick<Stores, 'bridge' | 'library' | 'openPost' | 'posts' | 'notices'>;

/** What can be done to the library as a whole. */
export function createLibraryActions(parts: Parts): LibraryActions {
  const { bridge, library, openPost, posts, notices } = parts;
  const present = async (view: LibraryView, post: PostId | undefined): Promise<void> => {
    if (library.getState().library?.token !== view.token) {
      // Main has had the old library's text handed over before it changed.
      openPost.forget();
      library.setLibrary(view);
    }
    const first = post ?? openPost.getState().id ?? filterPosts(view.posts, everyPost)[0]?.id;
    if (first !== undefined) await posts.open(first);
    else if (view.state === 'scanning') openFirstWhenRead(parts, view.token);
  };
  const show = async (answer: Result<LibraryView | undefined>): Promise<void> => {
    if (!answer.ok) {
      notices.fail(answer.failure);
      return;
    }
    if (answer.value === undefined) return;
    const start = await bridge.call('app.start', undefined);
    await present(answer.value, start.ok ? start.value.post : undefined);
  };
  return {
    choose: async () => show(await bridge.call('library.choose', undefined)),
    open: async (token) => show(await bridge.call('library.open', { token })),
    present,
  };
}

/** Opens the first post of a list that is still being read, once it is whole; not if one was chosen by then. */
function openFirstWhenRead({ library, openPost, posts }: Parts, token: Token): void {
  const stop = library.subscribe(() => {
    const { library: view } = library.getState();
    if (view?.token === token && view.state === 'scanning') return;
    stop();
    if (view?.token !== token || openPost.getState().status !== 'none') return;
    const first = filterPosts(view.posts, everyPost)[0]?.id;
    if (first !== undefined) void posts.open(first);
  });
}
