import type { Worker } from 'node:worker_threads';
import { startWorker } from './built-worker.ts';
import {
  watchFolder,
  type SeenPaths,
  type Watch,
  type WatchJob,
  type WatchListeners,
} from './watch-folder.ts';

function listenTo(worker: Worker, { onChange, onFailure }: WatchListeners): Watch {
  let closed = false;
  const fail = (): void => {
    if (closed) return;
    closed = true;
    void worker.terminate();
    onFailure();
  };
  worker.on('message', (seen: SeenPaths | undefined) => {
    if (closed) return;
    if (seen === undefined) fail();
    else onChange(seen);
  });
  worker.on('error', fail);
  return {
    close: async () => {
      closed = true;
      await worker.terminate();
    },
  };
}

/**
 * Watches a library: away from this thread if the worker was built, as setting up a watch on thousands of
 * files takes seconds, else on it.
 */
export function watchLibrary(job: WatchJob, listeners: WatchListeners, workers?: URL): Watch {
  const watch = startWorker('watch.worker.js', job, workers).then((worker) =>
    worker === undefined ? watchFolder(job, listeners) : listenTo(worker, listeners),
  );
  return { close: async () => (await watch).close() };
}
