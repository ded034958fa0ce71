import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { err, ok, type Failure, type Result } from '../../core/base/result.ts';
import { toPostId } from '../../core/post/post-id.ts';
import type { PostId } from '../../core/post/types.ts';
import { errorCode } from './disk.ts';

/** Whether a folder of this name is looked into: not hidden ones (`.git`, `.trash`), not `node_modules`. */
export function isOpenFolder(name: string): boolean {
  return !name.startsWith('.') && name !== 'node_modules';
}

/** Whether a file or folder name is one that people can read: no control characters. */
export function isPlainName(name: string): boolean {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  return !/[\u0000-\u001f\u007f\ufffd]/.test(name);
}

/** The id of a path that may be listed as a post: in open folders only, not hidden, plainly named. */
export function listedPostId(relative: string): PostId | undefined {
  const id = toPostId(relative);
  if (id === undefined || !isPlainName(id)) return undefined;
  return id.split('/').every(isOpenFolder) ? id : undefined;
}

/** Whether `inner` is `outer` or lies beneath it; both absolute and free of symlinks. */
export function isInside(outer: string, inner: string): boolean {
  const relative = path.relative(outer, inner);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

/** The deepest ancestor that exists, with its symlinks resolved. */
async function realAncestor(file: string): Promise<string> {
  try {
    return await realpath(file);
  } catch (error) {
    const parent = path.dirname(file);
    if (errorCode(error) !== 'ENOENT' || parent === file) throw error;
    return realAncestor(parent);
  }
}

/** Whether a path (absolute, need not exist) leads to a place within `root` once symlinks are followed. */
export async function leadsInside(root: string, file: string): Promise<boolean> {
  return realAncestor(file).then(
    (real) => isInside(root, real),
    () => false,
  );
}

const outside = err(
  'outside-library',
  'That file is not a post of this library.',
  'Open the folder that holds it as a library.',
);

const rootGone = err(
  'library-gone',
  'The library’s folder is not there: it was moved, renamed or removed.',
  'Put it back, or save a copy elsewhere.',
);

/** A post and where its file is, or would be. */
export interface PostPlace {
  readonly id: PostId;
  /** Absolute; symlinks within the library are not resolved. */
  readonly file: string;
}

/**
 * The place of a post, which need not exist. Refused (`outside-library`) if it or the file that a
 * symlink leads to lies outside `root` (absolute, without symlinks), and (`library-gone`) without that folder.
 */
export async function postPlace(root: string, relative: string): Promise<Result<PostPlace, Failure<string>>> {
  const id = listedPostId(relative);
  if (id === undefined) return outside;
  const file = path.join(root, ...id.split('/'));
  if (await leadsInside(root, file)) return ok({ id, file });
  return (await exists(root)) ? outside : rootGone;
}

function exists(file: string): Promise<boolean> {
  return realpath(file).then(
    () => true,
    () => false,
  );
}
