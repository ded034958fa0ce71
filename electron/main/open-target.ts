import path from 'node:path';
import { toPostId } from '../../core/post/post-id.ts';
import type { PostId } from '../../core/post/types.ts';

/**
 * The Markdown files that a command line asks for, as absolute paths. `folder`: absolute, what relative ones refer to.
 * Switches and everything else (the executable, the app's own folder in development) are passed over.
 */
export function filesOfArguments(args: readonly string[], folder: string): readonly string[] {
  const isFile = (argument: string): boolean =>
    !argument.startsWith('-') && /\.(?:md|markdown)$/i.test(argument) && !argument.includes('\0');
  return args.filter(isFile).map((argument) => path.resolve(folder, argument));
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
