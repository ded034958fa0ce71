import { mkdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { openLibrary } from '../../../electron/library/open-library.ts';
import type { Library, LibraryEvent, LibraryOptions } from '../../../electron/library/types.ts';
import { value } from './library-values.ts';
import { tempFolder, writeFiles } from './temp-folder.ts';

/** A library on disk, opened, with everything that it told. */
export interface TestLibrary {
  /** The folder that holds all the others. */
  readonly outer: string;
  readonly root: string;
  readonly data: string;
  readonly bin: string;
  readonly library: Library;
  readonly events: LibraryEvent[];
  /** Opens the same folder once more, as after a restart; closes the one before unless it `crashed`. */
  readonly reopen: (crashed?: 'crashed') => Promise<TestLibrary>;
}

/** Resolves when the library has read every post. */
export async function ready(library: Library): Promise<void> {
  while (library.view().state !== 'ready') await new Promise((resolve) => setTimeout(resolve, 5));
}

async function openAt(outer: string, more: Partial<LibraryOptions>): Promise<TestLibrary> {
  const root = path.join(outer, 'library');
  const data = path.join(outer, 'data');
  const bin = path.join(outer, 'bin');
  const library = value(
    await openLibrary({
      root,
      token: 'token',
      displayPath: '~/library',
      dataFolder: data,
      trashToSystem: (each) => rename(each, path.join(bin, path.basename(each))),
      now: () => ({ ms: Date.UTC(2026, 10, 22, 8, 30, 15), offsetMinutes: 60 }),
      ...more,
    }),
  );
  const events: LibraryEvent[] = [];
  library.subscribe((event) => events.push(event));
  onTestFinished(() => library.close());
  await ready(library);
  const reopen = async (crashed?: 'crashed'): Promise<TestLibrary> => {
    if (crashed === undefined) await library.close();
    return openAt(outer, more);
  };
  return { outer, root, data, bin, library, events, reopen };
}

/** Writes files (paths relative to the library's root) and opens their folder as a library. */
export async function openTestLibrary(
  files: Readonly<Record<string, string | Uint8Array>>,
  more: Partial<LibraryOptions> = {},
): Promise<TestLibrary> {
  const outer = await tempFolder();
  await mkdir(path.join(outer, 'bin'));
  await mkdir(path.join(outer, 'library'));
  await writeFiles(path.join(outer, 'library'), files);
  return openAt(outer, more);
}
