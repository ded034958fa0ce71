import { parentPort, workerData } from 'node:worker_threads';
import { watchFolder, type SeenPaths, type WatchJob } from './watch-folder.ts';

// Started by watch.ts with a `WatchJob`. It tells what was seen, or `undefined` when watching is not possible.
const tell = (seen: SeenPaths | undefined): void => parentPort?.postMessage(seen);

watchFolder(workerData as WatchJob, { onChange: tell, onFailure: () => tell(undefined) });
