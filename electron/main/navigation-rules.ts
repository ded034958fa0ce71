import { appOrigin, previewPath, windowPath } from '../../core/ipc/media-url.ts';

/**
 * Whether a frame may be sent to `url` from inside a page: each frame only to its own document, which is how the
 * window loads itself again and how the preview loads at all.
 */
export function mayNavigate(url: string, isMainFrame: boolean): boolean {
  return url === appOrigin + (isMainFrame ? windowPath : previewPath);
}

/** Whether a request may leave a page at all. Developer tools have a scheme of their own. */
export function mayRequest(url: string, development: boolean): boolean {
  if (url.startsWith(`${appOrigin}/`) || url.startsWith('data:')) return true;
  return development && url.startsWith('devtools:');
}
