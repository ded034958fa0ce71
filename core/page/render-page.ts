import type { LibrarySettings } from '../library/types.ts';
import { createBlockRenderer } from '../markdown/blocks.ts';
import type { ImageResolver } from '../markdown/types.ts';
import type { Post, PostSummary } from '../post/types.ts';
import { composePage } from './compose-page.ts';
import { pageHead } from './head.ts';
import { gatherContext } from './page-context.ts';
import { pageHtml } from './page-html.ts';
import type { Page } from './types.ts';

/** A page and the document it is written as. */
export interface RenderedPage {
  readonly html: string;
  readonly page: Page;
}

/**
 * The whole road from a post to its document. The same arguments give the same text on every machine.
 * @param related related posts, best first; see `relatedPosts`
 * @param images answers for every URL of `pageImageUrls`
 * @param css the theme's stylesheet
 */
export function renderPage(
  post: Post,
  settings: LibrarySettings,
  related: readonly PostSummary[],
  images: ImageResolver,
  css: string,
): RenderedPage {
  const input = { post, settings, related, images };
  const context = gatherContext(input);
  const page = composePage(input, createBlockRenderer(), context);
  return { page, html: pageHtml(page, pageHead(context), css) };
}
