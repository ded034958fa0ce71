import { appOrigin, previewPath } from '../../core/ipc/media-url.ts';

/** Whether a frame may be sent to `url` from inside a page: only the preview's own frame, to its own document. */
export function mayNavigate(url: string, isMainFrame: boolean): boolean {
  return !isMainFrame && url === appOrigin + previewPath;
}

/** Whether a request may leave a page at all. Developer tools have a scheme of their own. */
export function mayRequest(url: string, development: boolean): boolean {
  if (url.startsWith(`${appOrigin}/`) || url.startsWith('data:')) return true;
  return development && url.startsWith('devtools:');
}
