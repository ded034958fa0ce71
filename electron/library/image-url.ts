/** What an image URL of a post asks for. */
export type ImageUrl =
  | { readonly kind: 'remote' }
  | { readonly kind: 'data'; readonly bytes: Uint8Array }
  /** Paths to look at, in order, relative to `from`; POSIX slashes. */
  | { readonly kind: 'file'; readonly from: 'post' | 'library'; readonly paths: readonly string[] }
  | { readonly kind: 'refused'; readonly reason: string };

const scheme = /^([a-z][a-z0-9+.-]*):/i;
const dataImage = /^data:image\/(?:png|jpeg|gif|webp);base64,([A-Za-z0-9+/=\s]*)$/i;
const libraryPrefix = 'library:';

/** The spellings that a file may have: percent-decoded, and as written. */
function spellings(path: string): readonly string[] {
  try {
    return [...new Set([decodeURIComponent(path), path])];
  } catch {
    return [path];
  }
}

function filePaths(url: string): readonly string[] {
  return spellings(url.replace(/[?#].*$/s, '')).filter((path) => path !== '' && !path.includes('\0'));
}

/**
 * Reads an image URL as a post writes it. A URL that begins with a slash is looked for under the
 * library's root and under its `static` folder (Hugo); `library:` means the root itself.
 */
export function parseImageUrl(url: string): ImageUrl {
  if (url.startsWith('//') || /^https?:/i.test(url)) return { kind: 'remote' };
  if (url.startsWith(libraryPrefix)) {
    return { kind: 'file', from: 'library', paths: filePaths(url.slice(libraryPrefix.length)) };
  }
  if (/^data:/i.test(url)) {
    const match = dataImage.exec(url);
    if (match !== null) return { kind: 'data', bytes: Buffer.from(match[1] ?? '', 'base64') };
    return { kind: 'refused', reason: 'Only PNG, JPEG, GIF and WebP may be written into a post itself.' };
  }
  if (scheme.test(url)) {
    return { kind: 'refused', reason: `“${url}” is not a path in the library.` };
  }
  const paths = filePaths(url);
  if (!url.startsWith('/')) return { kind: 'file', from: 'post', paths };
  const inSite = paths.flatMap((path) => [path, `/static${path}`]).map((path) => path.replace(/^\/+/, ''));
  return { kind: 'file', from: 'library', paths: inSite };
}
