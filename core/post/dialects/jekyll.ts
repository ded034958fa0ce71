import { galleyKeys, galleyOwn } from './rules.ts';
import type { DialectRules } from './rules.ts';

/**
 * Jekyll (https://jekyllrb.com/docs/front-matter/): YAML 1.1 booleans, dates in file names, drafts
 * in `_drafts/` or by `published: false`, categories and tags as lists or words between blanks.
 */
export const jekyllRules: DialectRules = {
  dialect: 'jekyll',
  booleans: 'yaml-1.1',
  ignoreCase: false,
  keys: {
    ...galleyKeys,
    updated: [['last_modified_at'], ['updated']],
    summary: [['excerpt'], ['description'], ['summary']],
    cover: [['image'], ['cover']],
  },
  own: {
    ...galleyOwn,
    updated: ['last_modified_at'],
    category: ['categories'],
    summary: ['excerpt'],
    cover: ['image'],
  },
  draftKeys: [
    { key: 'published', draftWhen: false },
    { key: 'draft', draftWhen: true },
  ],
  draftFolder: '_drafts',
  addressKeys: ['permalink'],
  dateInName: true,
  spacedDates: 'always',
  computedDates: [],
  wordKeys: ['categories', 'tags'],
  commaKeys: [],
  listKeys: ['categories'],
  mostTags: undefined,
  order: [
    'layout',
    'title',
    'slug',
    'date',
    'last_modified_at',
    'published',
    'categories',
    'tags',
    'author',
    'profile',
    'excerpt',
    'image',
    'cover_alt',
    'canonical_url',
    'lang',
    'views',
    'source',
  ],
};
