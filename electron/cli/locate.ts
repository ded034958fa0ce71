import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { err, ok } from '../../core/base/result.ts';
import type { Result } from '../../core/base/result.ts';
import { toPostId } from '../../core/post/post-id.ts';
import type { PostId } from '../../core/post/types.ts';
import { errorCode } from '../library/disk.ts';
import { findLibraryRoot } from '../library/find-library-root.ts';

/** A post, and the library that it lies in. */
interface LocatedPost {
  /** Absolute, without symlinks. */
  readonly root: string;
  readonly id: PostId;
  /** The post lies in no library: `root` is just its folder. */
  readonly alone: boolean;
}

/** A folder of posts, and the library that it is or lies in. */
interface LocatedFolder {
  readonly root: string;
  /** The folder relative to `root` with POSIX slashes; empty for the root itself. */
  readonly within: string;
}

export type Located =
  ({ readonly kind: 'post' } & LocatedPost) | ({ readonly kind: 'folder' } & LocatedFolder);

/**
 * Finds what a typed path means. A library is the nearest folder upwards that holds a galley.yaml, unless one is named.
 * @param folder absolute path of the folder that relative paths refer to
 */
export async function locate(
  typed: string,
  library: string | undefined,
  folder: string,
): Promise<Result<Located>> {
  const found = await find(path.resolve(folder, typed));
  if (!found.ok) return found;
  const { file, isFolder } = found.value;
  if (!isFolder && toPostId(path.basename(file)) === undefined) {
    return err('not-a-post', 'This is not a Markdown file.', 'Name a file that ends in .md or .markdown.');
  }
  const home = await libraryOf(
    file,
    isFolder,
    library === undefined ? undefined : path.resolve(folder, library),
  );
  if (!home.ok) return home;
  const within = path.relative(home.value.root, file).split(path.sep).join('/');
  if (within === '..' || within.startsWith('../') || path.isAbsolute(within)) {
    return err(
      'outside-library',
      'This does not lie in the library that was named.',
      'Name its library, or none.',
    );
  }
  if (isFolder) return ok({ kind: 'folder', root: home.value.root, within });
  const id = toPostId(within);
  if (id === undefined)
    return err('bad-name', 'The name of this file or of a folder above it cannot be used.');
  return ok({ kind: 'post', root: home.value.root, id, alone: home.value.alone });
}

async function find(typed: string): Promise<Result<{ readonly file: string; readonly isFolder: boolean }>> {
  try {
    const stats = await stat(typed);
    if (stats.isDirectory()) return ok({ file: await realpath(typed), isFolder: true });
    // A post that is a link keeps its own name: its page and its images belong to where the link lies.
    const file = path.join(await realpath(path.dirname(typed)), path.basename(typed));
    if (stats.isFile()) return ok({ file, isFolder: false });
    return err('not-a-post', 'This is neither a file nor a folder.', 'Name a Markdown file or a folder.');
  } catch (error) {
    return cannotReach(error);
  }
}

async function libraryOf(
  file: string,
  isFolder: boolean,
  named: string | undefined,
): Promise<Result<{ readonly root: string; readonly alone: boolean }>> {
  if (named !== undefined) {
    const found = await find(named);
    if (!found.ok)
      return err(found.failure.code, `The library: ${found.failure.message}`, found.failure.remedy);
    if (found.value.isFolder) return ok({ root: found.value.file, alone: false });
    return err(
      'not-a-folder',
      'The library that was named is not a folder.',
      'Name a folder after --library.',
    );
  }
  const folder = isFolder ? file : path.dirname(file);
  const root = await findLibraryRoot(file);
  return ok({ root: root ?? folder, alone: root === undefined && !isFolder });
}

function cannotReach(error: unknown): Result<never> {
  const code = errorCode(error);
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return err('not-found', 'There is no such file or folder.', 'Look for a typing mistake in the path.');
    case 'EACCES':
    case 'EPERM':
      return err(
        'no-permission',
        'You have no permission to read this.',
        'Allow reading it, then try again.',
      );
    case 'ELOOP':
      return err('not-found', 'This link leads back to itself.', 'Name the file itself.');
    case 'ENAMETOOLONG':
      return err(
        'not-found',
        'This name is too long to be a file.',
        'Look for a typing mistake in the path.',
      );
    default:
      return err('unreadable', `This could not be read (${code}).`);
  }
}
