import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { err } from '../../core/base/result.ts';
import type { Result } from '../../core/base/result.ts';
import type { ExportReport, ExportRequest } from './types.ts';

/** Built beside whichever file this code is built into. */
const workerFile = new URL('./export.worker.js', import.meta.url);

/**
 * Writes a post as a page in a thread of its own, so that neither the app nor its window waits for it.
 * Where the worker was not built (running from source), the page is written on this thread instead.
 * A worker that dies is a failure with the code `export-died`; it leaves no half-written page.
 */
export async function exportInWorker(
  request: ExportRequest,
  file: URL = workerFile,
): Promise<Result<ExportReport>> {
  if (!existsSync(file)) {
    const { exportPage } = await import('./export-page.ts');
    return exportPage(request);
  }
  return new Promise((resolve) => {
    // A thread's own limits: a page that needs more memory than this ends its thread, never the app.
    const worker = new Worker(file, {
      workerData: request,
      resourceLimits: { maxOldGenerationSizeMb: 2048 },
    });
    worker.once('message', (result: Result<ExportReport>) => resolve(result));
    worker.once('error', (error: Error) => resolve(died(error.message)));
    worker.once('exit', (code) => resolve(died(`exit code ${code}`)));
  });
}

function died(reason: string): Result<never> {
  return err(
    'export-died',
    `The page could not be made (${reason}). The post was not touched.`,
    'Try again; if it happens again, Help > Show Log says more.',
  );
}
