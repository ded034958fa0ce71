import { galleyKeys, galleyOwn } from './rules.ts';
import type { DialectRules } from './rules.ts';

/**
 * dev.to (https://dev.to/p/editor_guide): YAML 1.1 booleans, drafts by `published: false`, at most
 * four tags between commas or in a list. `series` means nothing to Galley and is left alone.
 */
export const devtoRules: DialectRules = {
  dialect: 'devto',
  booleans: 'yaml-1.1',
  ignoreCase: false,
  keys: {
    ...galleyKeys,
    date: [['date'], ['published_at']],
    cover: [['cover_image'], ['cover']],
  },
  own: {
    ...galleyOwn,
    cover: ['cover_image'],
  },
  draftKeys: [{ key: 'published', draftWhen: false }],
  draftFolder: undefined,
  addressKeys: [],
  dateInName: false,
  spacedDates: 'kept',
  computedDates: [],
  wordKeys: [],
  commaKeys: ['tags'],
  listKeys: [],
  mostTags: 4,
  order: [
    'title',
    'slug',
    'published',
    'date',
    'published_at',
    'updated',
    'category',
    'description',
    'tags',
    'author',
    'profile',
    'cover_image',
    'cover_alt',
    'canonical_url',
    'series',
    'lang',
    'views',
    'source',
  ],
};
