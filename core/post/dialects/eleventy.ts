import { galleyKeys, galleyOwn } from './rules.ts';
import type { DialectRules } from './rules.ts';

/**
 * Eleventy (https://www.11ty.dev/docs/dates/, https://www.11ty.dev/docs/permalinks/): dates in file
 * names, and without an offset in UTC; `date` may name a moment that Eleventy looks up itself.
 */
export const eleventyRules: DialectRules = {
  dialect: 'eleventy',
  booleans: 'core',
  ignoreCase: false,
  keys: galleyKeys,
  own: galleyOwn,
  draftKeys: [{ key: 'draft', draftWhen: true }],
  draftFolder: undefined,
  addressKeys: ['permalink'],
  dateInName: true,
  spacedDates: 'never',
  computedDates: ['Last Modified', 'Created', 'git Last Modified', 'git Created'],
  wordKeys: [],
  commaKeys: [],
  listKeys: [],
  mostTags: undefined,
  order: [
    'layout',
    'title',
    'slug',
    'date',
    'updated',
    'draft',
    'category',
    'tags',
    'author',
    'profile',
    'description',
    'cover',
    'cover_alt',
    'permalink',
    'canonical_url',
    'lang',
    'views',
    'source',
  ],
};
