import { appOrigin } from '../../core/ipc/media-url.ts';

/** What a URL of the app's own scheme asks for. */
export type AppRoute =
  /** A built file; `segments` are safe names beneath the folder of built files. */
  | { readonly kind: 'file'; readonly segments: readonly string[]; readonly mediaType: string }
  /** An image that a post names; both parts are as the window sent them and still to be checked. */
  | { readonly kind: 'media'; readonly id: string; readonly url: string };

/** The only files that are served, by extension. */
const mediaTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  woff2: 'font/woff2',
  woff: 'font/woff',
  png: 'image/png',
  svg: 'image/svg+xml',
};

/**
 * Reads a URL of the app's scheme. Each path segment is percent-decoded once; anything that is not plainly a
 * file beneath the built folder or an image of a post is `undefined`.
 */
export function parseAppUrl(url: string): AppRoute | undefined {
  if (!url.startsWith(`${appOrigin}/`)) return undefined;
  const path = url.slice(appOrigin.length + 1).replace(/[?#].*$/s, '');
  const segments = path.split('/').map(decode);
  if (!segments.every((segment) => segment !== undefined && segment !== '')) return undefined;
  return segments[0] === 'media' ? mediaRoute(segments) : fileRoute(segments);
}

function mediaRoute(segments: readonly (string | undefined)[]): AppRoute | undefined {
  const [, id, url] = segments;
  if (segments.length !== 3 || id === undefined || url === undefined) return undefined;
  return id.includes('\0') || url.includes('\0') ? undefined : { kind: 'media', id, url };
}

function fileRoute(segments: readonly (string | undefined)[]): AppRoute | undefined {
  const names = segments.filter((segment) => segment !== undefined);
  if (!names.every(isPlainName)) return undefined;
  const extension = names.at(-1)?.split('.').at(-1) ?? '';
  const mediaType = Object.hasOwn(mediaTypes, extension) ? mediaTypes[extension] : undefined;
  return mediaType === undefined ? undefined : { kind: 'file', segments: names, mediaType };
}

/** Letters, digits and a few marks, no leading dot: no separator, drive, stream or parent can be spelled so. */
function isPlainName(segment: string): boolean {
  return /^[A-Za-z0-9_-][A-Za-z0-9._~@+-]*$/.test(segment);
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
