import type { SourceRecord } from '../source/types.ts';

declare const postIdBrand: unique symbol;

/** A post's path relative to its library, with POSIX slashes, exactly as the folder listing spelled it. */
export type PostId = string & { readonly [postIdBrand]: true };

/** The family of conventions by which a library spells its front matter and file names. */
export type Dialect = 'galley' | 'jekyll' | 'hugo' | 'hexo' | 'eleventy' | 'astro' | 'devto';

export type FrontMatterFormat = 'yaml' | 'toml';

export type PostStatus = 'draft' | 'published';

/** Where the front matter stands in the post's text. Offsets are UTF-16 code units of the LF text. */
export interface FrontMatterBlock {
  readonly format: FrontMatterFormat;
  /** Start and end of the data between the fences; the end is just before the closing fence. */
  readonly contentFrom: number;
  readonly contentTo: number;
  /** Just past the closing fence's line; the body starts here. */
  readonly to: number;
}

/** Something in the front matter that could not be read. It never blocks opening the post. */
export interface FrontMatterProblem {
  readonly code: string;
  readonly message: string;
  readonly remedy?: string | undefined;
  /** 1-based line of the post's file. */
  readonly line: number;
}

/** A date as the post states it. */
export interface PostDate {
  /** The characters in the file (or file name). */
  readonly text: string;
  /** RFC 3339 with offset, e.g. `2026-11-14T09:00:00+01:00`; undefined when `text` is no date. */
  readonly iso: string | undefined;
}

/** What a post says of itself, read through its dialect. Missing keys are undefined or empty. */
export interface PostMeta {
  readonly title: string | undefined;
  readonly slug: string | undefined;
  readonly date: PostDate | undefined;
  readonly updated: PostDate | undefined;
  readonly status: PostStatus;
  /** The first category; its name or slug as written. */
  readonly category: string | undefined;
  readonly categories: readonly string[];
  readonly tags: readonly string[];
  /** Author ids (or plain names that no profile knows), in byline order. */
  readonly authors: readonly string[];
  /** The id of the profile whose card closes the page. */
  readonly profile: string | undefined;
  readonly summary: string | undefined;
  readonly cover: string | undefined;
  readonly coverAlt: string | undefined;
  readonly canonicalUrl: string | undefined;
  /** BCP 47 tag. */
  readonly lang: string | undefined;
  /** Shown on the page only when stated. */
  readonly views: number | undefined;
  readonly sources: readonly SourceRecord[];
}

/** A post as read: its text with LF line ends and no BOM, and everything derived from it. */
export interface Post {
  readonly id: PostId;
  readonly text: string;
  readonly block: FrontMatterBlock | undefined;
  /** Offset where the body starts: 0 without front matter. */
  readonly bodyFrom: number;
  readonly meta: PostMeta;
  readonly problems: readonly FrontMatterProblem[];
}

/** One change of what a post says of itself; `undefined` (or an empty list) removes the key. */
export type MetaEdit =
  | {
      readonly field:
        | 'title'
        | 'slug'
        | 'date'
        | 'updated'
        | 'category'
        | 'profile'
        | 'summary'
        | 'cover'
        | 'coverAlt'
        | 'canonicalUrl'
        | 'lang';
      readonly value: string | undefined;
    }
  | { readonly field: 'status'; readonly value: PostStatus }
  | { readonly field: 'tags' | 'authors'; readonly value: readonly string[] }
  | { readonly field: 'views'; readonly value: number | undefined }
  | { readonly field: 'sources'; readonly value: readonly SourceRecord[] };

/** What the list and the related posts need to know of a post without its text. */
export interface PostSummary {
  readonly id: PostId;
  /** The title; else the first heading; else the file's name. */
  readonly title: string;
  /** The stated summary, else the start of the visible text: at most 200 characters, one line. */
  readonly summary: string;
  readonly slug: string;
  readonly status: PostStatus;
  readonly category: string | undefined;
  readonly tags: readonly string[];
  readonly authors: readonly string[];
  /** RFC 3339 with offset, or undefined. */
  readonly date: string | undefined;
  readonly canonicalUrl: string | undefined;
  readonly words: number;
  readonly minutes: number;
  /** Milliseconds since the epoch. */
  readonly modifiedAt: number;
  /** One sentence when the front matter could not be read. */
  readonly problem: string | undefined;
}
