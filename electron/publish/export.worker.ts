import { parentPort, workerData } from 'node:worker_threads';
import { exportPage } from './export-page.ts';
import type { ExportRequest } from './types.ts';

/** The thread that `exportInWorker` starts: one request in, one result out. */
parentPort?.postMessage(await exportPage(workerData as ExportRequest));
