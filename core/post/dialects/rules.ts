import type { BooleanRules, DataPath } from '../../text-data/types.ts';
import type { Dialect } from '../types.ts';

/** What a post can say of itself by a key. The status has rules of its own. */
export type MetaField =
  | 'title'
  | 'slug'
  | 'date'
  | 'updated'
  | 'category'
  | 'tags'
  | 'authors'
  | 'profile'
  | 'summary'
  | 'cover'
  | 'coverAlt'
  | 'canonicalUrl'
  | 'lang'
  | 'views'
  | 'sources';

/** A key that states whether a post is a draft. */
interface DraftKey {
  readonly key: string;
  /** The value that makes the post a draft. */
  readonly draftWhen: boolean;
}

/** How one family of programs spells its front matter. */
export interface DialectRules {
  readonly dialect: Dialect;
  readonly booleans: BooleanRules;
  /** Whether `Title` and `title` are one key. */
  readonly ignoreCase: boolean;
  /** Where the keys of each field are looked for, best first; a number is a position in a list. */
  readonly keys: Readonly<Record<MetaField, readonly DataPath[]>>;
  /** What is written when none of the keys is there. */
  readonly own: Readonly<Record<MetaField, DataPath>>;
  /** The first one is written when none is there. */
  readonly draftKeys: readonly [DraftKey, ...DraftKey[]];
  /** A folder whose posts are drafts whatever they say. */
  readonly draftFolder: string | undefined;
  /** Keys with the post's whole address, whose last part is its slug if it states none. */
  readonly addressKeys: readonly string[];
  /** Whether `2026-11-14-name.md` gives a post without `date` its date. */
  readonly dateInName: boolean;
  /**
   * When a date is written as `2026-11-14 09:00:00 +0100` and not as RFC 3339: new ones too, those
   * that stood so, or none (js-yaml reads that form as text).
   */
  readonly spacedDates: 'always' | 'kept' | 'never';
  /** Words in place of a date that the program replaces by a moment of its own; they are no error. */
  readonly computedDates: readonly string[];
  /** Keys in which a string is a list of words. */
  readonly wordKeys: readonly string[];
  /** Keys whose list is written as a string with commas, unless a list stands there. */
  readonly commaKeys: readonly string[];
  /** Own keys that hold a list even of one. */
  readonly listKeys: readonly string[];
  /** How many tags a post may have, if there is a limit. */
  readonly mostTags: number | undefined;
  /** The usual order of keys, for placing new ones. */
  readonly order: readonly string[];
}

/** Keys of Galley itself, read in every dialect behind the dialect's own. */
export const galleyKeys: Readonly<Record<MetaField, readonly DataPath[]>> = {
  title: [['title']],
  slug: [['slug']],
  date: [['date']],
  updated: [['updated']],
  category: [['category'], ['categories']],
  tags: [['tags'], ['tag']],
  authors: [['author'], ['authors']],
  profile: [['profile']],
  summary: [['description'], ['summary'], ['excerpt']],
  cover: [['cover']],
  coverAlt: [['cover_alt']],
  canonicalUrl: [['canonical_url'], ['canonicalUrl'], ['canonical']],
  lang: [['lang'], ['language']],
  views: [['views']],
  sources: [['source'], ['sources']],
};

/** The keys that Galley writes. */
export const galleyOwn: Readonly<Record<MetaField, DataPath>> = {
  title: ['title'],
  slug: ['slug'],
  date: ['date'],
  updated: ['updated'],
  category: ['category'],
  tags: ['tags'],
  authors: ['author'],
  profile: ['profile'],
  summary: ['description'],
  cover: ['cover'],
  coverAlt: ['cover_alt'],
  canonicalUrl: ['canonical_url'],
  lang: ['lang'],
  views: ['views'],
  sources: ['source'],
};
