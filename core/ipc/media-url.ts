import type { PostId } from '../post/types.ts';

/** The app's own scheme and the host that serves the window. */
export const appOrigin = 'app://galley';

/** The window's document and the preview's, under `appOrigin`. */
export const windowPath = '/index.html';
export const previewPath = '/preview.html';

/**
 * Where the preview loads a post's image from: `app://galley/media/<post id>/<url>`, both percent-encoded
 * whole, so neither can add a path segment. Main checks the file before it serves a byte.
 */
export function mediaUrl(id: PostId, url: string): string {
  return `${appOrigin}/media/${encodeURIComponent(id)}/${encodeURIComponent(url)}`;
}
