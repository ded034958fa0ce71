import type { PostId } from './types.ts';

const extension = /\.(md|markdown)$/i;

/**
 * Accepts a path as a post's id: relative, POSIX slashes, no empty, `.` or `..` part, no backslash,
 * drive or NUL, ending in `.md` or `.markdown` in any case. The spelling is kept as it is.
 */
export function toPostId(path: string): PostId | undefined {
  if (/[\\\0]|^[A-Za-z]:/.test(path)) return undefined;
  const parts = path.split('/');
  if (parts.some((part) => part === '' || part === '.' || part === '..')) return undefined;
  return isPostFile(parts.at(-1) ?? '') ? (path as PostId) : undefined;
}

/** Whether a file name is that of a post. */
export function isPostFile(name: string): boolean {
  return extension.test(name) && name.replace(extension, '') !== '';
}

/** The folder of a post relative to the library, without a final slash; empty at the root. */
export function postFolder(id: string): string {
  return id.slice(0, Math.max(0, id.lastIndexOf('/')));
}

/** The file name of a post. */
export function postFileName(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

/** The file name of a post without its extension. */
export function postStem(id: string): string {
  return postFileName(id).replace(extension, '');
}
