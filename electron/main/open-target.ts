import path from 'node:path';
import { isPostFile, toPostId } from '../../core/post/post-id.ts';
import type { PostId } from '../../core/post/types.ts';

/**
 * What a command line asks to open, as absolute paths: its Markdown files and its folders. `folder`: absolute, what
 * relative paths refer to. `isFolder` looks on the disk. Everything else (switches, the executable) is passed over.
 */
export function targetsOfArguments(
  args: readonly string[],
  folder: string,
  isFolder: (path: string) => boolean,
): readonly string[] {
  const isPath = (argument: string): boolean =>
    argument !== '' && !argument.startsWith('-') && !argument.includes('\0');
  return args
    .filter(isPath)
    .map((argument) => path.resolve(folder, argument))
    .filter((target) => isPostFile(path.basename(target)) || isFolder(target));
}

/**
 * The id that a file has in the library at `root`; undefined when it lies outside or where a library does not look
 * (folders that start with a dot, node_modules). Both paths are absolute and free of symlinks.
 */
export function postIdWithin(root: string, file: string): PostId | undefined {
  const relative = path.relative(root, file);
  if (relative === '' || path.isAbsolute(relative)) return undefined;
  const segments = relative.split(path.sep);
  const isHidden = (segment: string): boolean => segment.startsWith('.') || segment === 'node_modules';
  return segments.some(isHidden) ? undefined : toPostId(segments.join('/'));
}
