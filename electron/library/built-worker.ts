import { access } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

/** Where the build puts workers: beside the file that this one is bundled into. */
const builtFolder = new URL('./', import.meta.url);

/**
 * Starts a built worker (`scan.worker.js`) with its data. Undefined when it was not built, as under the
 * unit tests and on the command line: its work is then done on this thread.
 * @param folder where to look for it, with a final slash
 */
export async function startWorker(
  name: string,
  data: unknown,
  folder: URL = builtFolder,
): Promise<Worker | undefined> {
  const file = new URL(name, folder);
  const isBuilt = await access(fileURLToPath(file)).then(
    () => true,
    () => false,
  );
  return isBuilt ? new Worker(file, { workerData: data }) : undefined;
}
