import type { TextEdit } from '../../../core/base/text-edit.ts';
import type { LibrarySettings } from '../../../core/library/types.ts';
import type { Block, ImageInfo } from '../../../core/markdown/types.ts';
import type { Page } from '../../../core/page/types.ts';
import type { Dialect, PostId, PostSummary } from '../../../core/post/types.ts';

/** Everything a page is made from besides the post's text. */
export interface PageContext {
  readonly id: PostId;
  readonly dialect: Dialect;
  readonly settings: LibrarySettings;
  /** Best first. */
  readonly related: readonly PostSummary[];
  /** What is known of the post's images, by URL as written. */
  readonly images: readonly (readonly [url: string, info: ImageInfo])[];
}

/** What has become of the post's LF text since the last request. */
export type TextNews =
  | { readonly kind: 'whole'; readonly text: string }
  /** Batches in order, each sorted and referring to the text before it. */
  | { readonly kind: 'edits'; readonly batches: readonly (readonly TextEdit[])[] };

/** The window asks for a page; it asks again only after the answer. What is left out is as it was. */
export interface PageRequest {
  readonly context?: PageContext | undefined;
  readonly text?: TextNews | undefined;
  /** The frame holds nothing: every block's nodes are needed. */
  readonly fresh: boolean;
}

/** A block as sent: without its nodes when the page sent before had the same block in the same list. */
export type SentBlock = Omit<Block, 'nodes'> & { readonly nodes?: Block['nodes'] | undefined };

/** The four lists of blocks that the page's skeleton holds. */
export const blockLists = ['header', 'content', 'footer', 'after'] as const;
export type BlockList = (typeof blockLists)[number];

export type SentPage = Omit<Page, BlockList> & { readonly [List in BlockList]: readonly SentBlock[] };

export type PageAnswer =
  | {
      readonly kind: 'page';
      readonly id: PostId;
      readonly page: SentPage;
      /** Image URLs of the post and its page that the context told nothing of. */
      readonly unknownImages: readonly string[];
    }
  | { readonly kind: 'failed'; readonly message: string };
