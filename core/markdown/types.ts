import type { ElementContent } from 'hast';

/**
 * The unit of the page: one top-level piece of the body, sanitised, ready to be shown.
 * Two blocks with the same `key` have equal `nodes`.
 */
export interface Block {
  readonly key: string;
  /** 0-based first line of the block in the body, and the line after its last. */
  readonly fromLine: number;
  readonly toLine: number;
  readonly nodes: readonly ElementContent[];
}

/** A heading of the body, as the outline and the anchors see it. */
export interface Heading {
  readonly level: number;
  readonly text: string;
  /** The id of its element, unique in the page. */
  readonly id: string;
  readonly line: number;
}

/** What is known of an image that a post names. */
export type ImageInfo =
  | {
      readonly kind: 'image';
      /** Where it can be loaded from: the app's own scheme in the preview, a data: URL in an export. */
      readonly src: string;
      /** Pixels, when the file's header tells. */
      readonly width: number | undefined;
      readonly height: number | undefined;
    }
  /** On another host: never loaded, shown as a link. */
  | { readonly kind: 'remote'; readonly url: string }
  /** Not there, not an image, too large, or outside the allowed folders. */
  | { readonly kind: 'refused'; readonly reason: string };

/** Answers for every image URL that `imageUrls` named, as written in the post. */
export type ImageResolver = (url: string) => ImageInfo;
