import { access } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { runScan, type ScanJob, type ScanMessage } from './scan-job.ts';

/** A scan under way. */
export interface Scan {
  /** Resolves after the last message; rejects when the library's folder cannot be read. */
  readonly done: Promise<void>;
  /** Stops it; `done` resolves and no further message comes. */
  readonly stop: () => void;
}

/** Where the build puts the worker: beside the file that this one is bundled into. */
const builtWorker = new URL('./scan.worker.js', import.meta.url);

function inWorker(worker: Worker, emit: (message: ScanMessage) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.on('message', emit);
    worker.on('error', reject);
    worker.on('exit', () => resolve());
  });
}

/**
 * Lists and reads a library, away from this thread if the worker's file is there, else on it, pausing at
 * every file.
 */
export function startScan(
  job: ScanJob,
  onMessage: (message: ScanMessage) => void,
  workerUrl: URL = builtWorker,
): Scan {
  let worker: Worker | undefined;
  let stopped = false;
  const emit = (message: ScanMessage): void => {
    if (!stopped) onMessage(message);
  };
  const run = async (): Promise<void> => {
    const isBuilt = await access(fileURLToPath(workerUrl)).then(
      () => true,
      () => false,
    );
    if (stopped) return;
    if (!isBuilt) return runScan(job, emit);
    worker = new Worker(workerUrl, { workerData: job });
    await inWorker(worker, emit);
  };
  return {
    done: run(),
    stop: () => {
      stopped = true;
      void worker?.terminate();
    },
  };
}
