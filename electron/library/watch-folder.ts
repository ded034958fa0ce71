import path from 'node:path';
import { watch as watchPaths } from 'chokidar';
import type { PostId } from '../../core/post/types.ts';
import { isPostFile } from '../../core/post/post-id.ts';
import { settingsName } from './find-library-root.ts';
import { isOpenFolder } from './post-paths.ts';

/** What a watcher saw: paths relative to the root with POSIX slashes, and the files' times (ms) if known. */
export type SeenPaths = ReadonlyMap<string, number | undefined>;

/** What to watch. Plain data: it is handed to a worker. */
export interface WatchJob {
  /** Absolute, without symlinks. */
  readonly root: string;
  /** Watch this post alone. */
  readonly only: PostId | undefined;
}

export interface WatchListeners {
  /** Called when something may have changed, once things are quiet or have gone on for a while. */
  readonly onChange: (seen: SeenPaths) => void;
  /** Called once if the system cannot watch the library; the watcher is closed then. */
  readonly onFailure: () => void;
}

/** A watch over a library's folder. */
export interface Watch {
  readonly close: () => Promise<void>;
}

/** Milliseconds of quiet before changes are told, and the longest that they are kept back. */
const quiet = 120;
const patience = 1000;

/** Gathers paths until nothing was added for a moment. */
function createGathering(flush: (seen: SeenPaths) => void) {
  let seen = new Map<string, number | undefined>();
  let timer: NodeJS.Timeout | undefined;
  let since = 0;
  const tell = (): void => {
    const told = seen;
    seen = new Map();
    timer = undefined;
    flush(told);
  };
  return {
    add: (relative: string, modifiedAt: number | undefined): void => {
      if (timer === undefined) since = Date.now();
      clearTimeout(timer);
      seen.set(relative, modifiedAt);
      timer = setTimeout(tell, Math.max(0, Math.min(quiet, since + patience - Date.now())));
    },
    stop: (): void => clearTimeout(timer),
  };
}

/** Whether a path is neither a post nor the settings, nor a folder that may hold posts. */
function isIgnored(relative: string, isFile: boolean, only: PostId | undefined): boolean {
  if (relative === '') return false;
  if (isFile && only !== undefined) return relative !== only && relative !== settingsName;
  if (!relative.split('/').every(isOpenFolder)) return true;
  return isFile && !isPostFile(relative) && relative !== settingsName;
}

/**
 * Watches posts and galley.yaml. Everything that is there at the start is reported too, so that nothing
 * that changes while the watch is being set up is missed.
 */
export function watchFolder({ root, only }: WatchJob, { onChange, onFailure }: WatchListeners): Watch {
  const relativeTo = (absolute: string): string => path.relative(root, absolute).split(path.sep).join('/');
  const gathering = createGathering(onChange);
  const watcher = watchPaths(root, {
    ignored: (absolute, stats) => isIgnored(relativeTo(absolute), stats?.isFile() ?? false, only),
    followSymlinks: false,
    alwaysStat: true,
    ...(only === undefined ? {} : { depth: 0 }),
  });
  let failed = false;
  const isTold = (relative: string): boolean => isPostFile(relative) || relative === settingsName;
  watcher.on('all', (event, absolute, stats) => {
    const relative = relativeTo(absolute);
    if (event === 'addDir' || event === 'unlinkDir' || !isTold(relative)) return;
    gathering.add(relative, event === 'unlink' ? undefined : stats?.mtimeMs);
  });
  watcher.on('error', () => {
    if (failed) return;
    failed = true;
    gathering.stop();
    void watcher.close();
    onFailure();
  });
  return {
    close: async () => {
      gathering.stop();
      await watcher.close();
    },
  };
}
