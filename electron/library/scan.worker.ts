import { parentPort, workerData } from 'node:worker_threads';
import { runScan, type ScanJob } from './scan-job.ts';

// Started by scan.ts with a `ScanJob`; a rejection ends the worker with an `error` event there.
await runScan(workerData as ScanJob, (message) => parentPort?.postMessage(message));
