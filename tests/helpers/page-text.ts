import type { Page } from '@playwright/test';

/** The `<body>` that the preview shows now, serialised, with the addresses of its images masked. */
export async function previewBody(page: Page): Promise<string> {
  const frame = page.frames().find((candidate) => candidate.url().endsWith('/preview.html'));
  if (frame === undefined) throw new Error('There is no preview.');
  return maskImages(await frame.evaluate(() => document.body.outerHTML));
}

/** The `<body>` of the page that a browser shows, serialised by the same rules and masked in the same way. */
export async function pageBody(page: Page): Promise<string> {
  return maskImages(await page.evaluate(() => document.body.outerHTML));
}

/**
 * Replaces the addresses of images, the one thing in which preview and page differ. The line feeds behind `</body>` of
 * a file are put into the body by every parser.
 */
function maskImages(html: string): string {
  return html.replace(/(<img\b[^>]*?\ssrc=")[^"]*"/g, '$1…"').replace(/\s*<\/body>$/, '</body>');
}
