import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { err, ok } from '../../core/base/result.ts';
import type { Result } from '../../core/base/result.ts';
import type { Token } from '../../core/ipc/types.ts';
import type { PostId } from '../../core/post/types.ts';
import type { Library, LibraryOptions } from '../library/types.ts';
import { displayPath } from './display-path.ts';
import type { Tokens } from './tokens.ts';

/** What opening a library on this machine needs besides its folder. */
export interface OpenerOptions {
  readonly openLibrary: (options: LibraryOptions) => Promise<Result<Library>>;
  readonly tokens: Tokens;
  readonly home: string;
  readonly dataFolder: string;
  readonly trashToSystem: (path: string) => Promise<void>;
}

/** Opens folders and lone files as libraries. */
export interface LibraryOpener {
  /** The folder at an absolute path without symlinks (see `realFolder`). `only`: a library of this one post. */
  readonly open: (folder: string, only?: PostId) => Promise<Result<Library>>;
  readonly tokenOf: (folder: string) => Token;
}

/** An opener whose libraries journal beneath `dataFolder`. */
export function createOpener(options: OpenerOptions): LibraryOpener {
  const { tokens, home, dataFolder, trashToSystem } = options;
  return {
    tokenOf: (folder) => tokens.give('library', folder),
    open: (root, only) =>
      options.openLibrary({
        root,
        only,
        token: tokens.give('library', root),
        displayPath: displayPath(only === undefined ? root : path.join(root, only), home),
        dataFolder,
        trashToSystem,
        now: () => ({ ms: Date.now(), offsetMinutes: -new Date().getTimezoneOffset() }),
      }),
  };
}

/** Where a file really lies, free of symlinks; a failure `no-file` when it cannot be found. */
export async function realFile(file: string): Promise<Result<string>> {
  const real = await realpath(file).catch(() => undefined);
  const info = real === undefined ? undefined : await stat(real).catch(() => undefined);
  if (real !== undefined && info?.isFile() === true) return ok(real);
  return err(
    'no-file',
    `The file “${path.basename(file)}” could not be found.`,
    'It may have been moved, or be on a drive that is not connected.',
  );
}

/** Where a folder really lies, free of symlinks; a failure `no-folder` when it cannot be found. */
export async function realFolder(folder: string): Promise<Result<string>> {
  const real = await realpath(folder).catch(() => undefined);
  const info = real === undefined ? undefined : await stat(real).catch(() => undefined);
  if (real !== undefined && info?.isDirectory() === true) return ok(real);
  return err(
    'no-folder',
    `The library “${path.basename(folder)}” could not be found.`,
    'It may have been moved, or be on a drive that is not connected; File > Open Library takes it from its new place.',
  );
}
