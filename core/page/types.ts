import type { Block, Heading, ImageResolver } from '../markdown/types.ts';
import type { LibrarySettings } from '../library/types.ts';
import type { Post, PostSummary } from '../post/types.ts';

/** Everything a page is made from. The same input gives the same bytes everywhere. */
export interface PageInput {
  readonly post: Post;
  readonly settings: LibrarySettings;
  /** Related posts, best first; see `relatedPosts` in core/site. */
  readonly related: readonly PostSummary[];
  readonly images: ImageResolver;
}

/**
 * A page before it is written: the lists of blocks that the fixed skeleton holds, in order:
 * `<body><main><article class="h-entry">header <div class="e-content">content</div> footer</article> after</main></body>`.
 */
export interface Page {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly title: string;
  readonly header: readonly Block[];
  readonly content: readonly Block[];
  /** Sources, share links, the "Written by" card. The footnotes are the last block of `content`. */
  readonly footer: readonly Block[];
  /** Related posts. */
  readonly after: readonly Block[];
  readonly headings: readonly Heading[];
  /** URLs that a browser would fetch if it showed the page; empty for every page of ours. */
  readonly externalUrls: readonly string[];
  /** Images that were left out, and why; a long URL is cut. */
  readonly leftOut: readonly { readonly url: string; readonly reason: string }[];
}
