import { galleyKeys, galleyOwn } from './rules.ts';
import type { DialectRules } from './rules.ts';

/**
 * Astro's content collections (https://docs.astro.build/en/guides/content-collections/), in the keys
 * of its blog template: `pubDate`, `updatedDate`, `heroImage`; `image` may be a map of `url` and `alt`.
 */
export const astroRules: DialectRules = {
  dialect: 'astro',
  booleans: 'core',
  ignoreCase: false,
  keys: {
    ...galleyKeys,
    date: [['pubDate'], ['date'], ['publishDate']],
    updated: [['updatedDate'], ['updated']],
    cover: [['heroImage'], ['image'], ['cover']],
  },
  own: {
    ...galleyOwn,
    date: ['pubDate'],
    updated: ['updatedDate'],
    cover: ['heroImage'],
  },
  draftKeys: [{ key: 'draft', draftWhen: true }],
  draftFolder: undefined,
  addressKeys: [],
  dateInName: false,
  spacedDates: 'never',
  computedDates: [],
  wordKeys: [],
  commaKeys: [],
  listKeys: [],
  mostTags: undefined,
  order: [
    'layout',
    'title',
    'slug',
    'pubDate',
    'updatedDate',
    'draft',
    'category',
    'tags',
    'author',
    'profile',
    'description',
    'heroImage',
    'cover_alt',
    'canonical_url',
    'lang',
    'views',
    'source',
  ],
};
