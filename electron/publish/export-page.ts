import { ok } from '../../core/base/result.ts';
import { renderPost } from './render-post.ts';
import type { ExportPage } from './types.ts';
import { writePage } from './write-page.ts';

/** Writes a post as a page on this thread; see `exportInWorker` for one that does not keep anybody waiting. */
export const exportPage: ExportPage = async (request) => {
  const rendered = await renderPost(request);
  if (!rendered.ok) return rendered;
  const { html, leftOut } = rendered.value;
  const written = await writePage(request.target, html);
  return written.ok ? ok({ bytes: written.value, leftOut }) : written;
};
