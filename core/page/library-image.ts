/** Marks an image whose path is relative to the library's root, not to the post's folder. */
const prefix = 'library:';

/** How an image of the library itself (an avatar) is asked for: `library:` and its path relative to the root. */
export function libraryImage(path: string): string {
  return prefix + path;
}

/** The path of a library image relative to the root; undefined for a URL that is relative to the post. */
export function libraryImagePath(url: string): string | undefined {
  return url.startsWith(prefix) ? url.slice(prefix.length) : undefined;
}
