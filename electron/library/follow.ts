import { checkOpenPosts, takeInChanges } from './outside-changes.ts';
import { notify, type LibraryCore } from './library-core.ts';
import { rescan } from './rescan.ts';
import { watchLibrary } from './watch.ts';
import type { SeenPaths } from './watch-folder.ts';

/** Milliseconds between two looks at the open posts, and between two scans, where watching is not possible. */
const lookEvery = 2000;
const scanEvery = 60_000;

/** Keeps a library in line with its folder until it is stopped. */
export interface Following {
  readonly stop: () => Promise<void>;
}

function startPolling(core: LibraryCore): () => void {
  const looking = setInterval(() => void checkOpenPosts(core), lookEvery);
  const scanning = setInterval(() => void rescan(core), scanEvery);
  return () => {
    clearInterval(looking);
    clearInterval(scanning);
  };
}

/**
 * Watches a library. Changes wait for `scanned`, so that what the scan finds itself is not read twice.
 * Where the system cannot watch so many files, open posts are looked at every 2 s and the rest every minute.
 */
export function followLibrary(core: LibraryCore, scanned: Promise<void>): Following {
  let stopped = false;
  let stopPolling: (() => void) | undefined;
  let work = scanned.catch(() => undefined);
  const onChange = (seen: SeenPaths): void => {
    work = work.then(() => (stopped ? undefined : takeInChanges(core, seen)));
  };
  const onFailure = (): void => {
    if (stopped) return;
    stopPolling = startPolling(core);
    notify(core, {
      message: 'The system cannot watch this library, so changes by other programs show up to a minute late.',
      remedy:
        'Allow more watched files (on Linux: fs.inotify.max_user_watches), then open the library again.',
    });
  };
  const watch = watchLibrary(
    { root: core.root, only: core.state.only },
    { onChange, onFailure },
    core.options.workers,
  );
  return {
    stop: async () => {
      stopped = true;
      stopPolling?.();
      await watch.close();
      await work;
    },
  };
}
