import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';

/** The file that makes a folder a library of its own and holds its settings. */
export const settingsName = 'galley.yaml';

async function holdsSettings(folder: string): Promise<boolean> {
  return stat(path.join(folder, settingsName)).then(
    (found) => found.isFile(),
    () => false,
  );
}

/**
 * The library that a file or folder (absolute) lies in: the nearest folder upwards that holds a
 * galley.yaml, without symlinks; undefined when there is none.
 */
export async function findLibraryRoot(file: string): Promise<string | undefined> {
  const parent = await realpath(path.dirname(file)).catch(() => undefined);
  if (parent === undefined) return undefined;
  let folder = path.join(parent, path.basename(file));
  for (;;) {
    if (await holdsSettings(folder)) return folder;
    const above = path.dirname(folder);
    if (above === folder) return undefined;
    folder = above;
  }
}
