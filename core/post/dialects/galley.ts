import { galleyKeys, galleyOwn } from './rules.ts';
import type { DialectRules } from './rules.ts';

/** Galley's own front matter; also reads the common keys of notes that come from elsewhere. */
export const galleyRules: DialectRules = {
  dialect: 'galley',
  booleans: 'core',
  ignoreCase: false,
  keys: {
    ...galleyKeys,
    date: [['date'], ['publishDate'], ['published'], ['pubDate']],
    updated: [['updated'], ['lastmod'], ['last_modified_at'], ['updatedDate']],
    cover: [['cover'], ['image'], ['cover_image'], ['heroImage']],
  },
  own: galleyOwn,
  draftKeys: [
    { key: 'draft', draftWhen: true },
    { key: 'published', draftWhen: false },
  ],
  draftFolder: undefined,
  addressKeys: [],
  dateInName: true,
  spacedDates: 'kept',
  computedDates: [],
  wordKeys: [],
  commaKeys: [],
  listKeys: [],
  mostTags: undefined,
  order: [
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
    'canonical_url',
    'lang',
    'views',
    'source',
  ],
};
