import type { Worker } from 'node:worker_threads';
import { startWorker } from './built-worker.ts';
import { runScan, type ScanJob, type ScanMessage } from './scan-job.ts';

/** A scan under way. */
export interface Scan {
  /** Resolves after the last message; rejects when the library's folder cannot be read. */
  readonly done: Promise<void>;
  /** Stops it; `done` resolves and no further message comes. */
  readonly stop: () => void;
}

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
export function startScan(job: ScanJob, onMessage: (message: ScanMessage) => void, workers?: URL): Scan {
  let worker: Worker | undefined;
  let stopped = false;
  const emit = (message: ScanMessage): void => {
    if (!stopped) onMessage(message);
  };
  const run = async (): Promise<void> => {
    worker = await startWorker('scan.worker.js', job, workers);
    if (worker === undefined) return runScan(job, emit);
    if (stopped) void worker.terminate();
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
