import { galleyKeys, galleyOwn } from './rules.ts';
import type { DialectRules } from './rules.ts';

/**
 * Hexo (https://hexo.io/docs/front-matter): drafts in `_drafts/` or by `published: false`; the order
 * of `categories` is their nesting, so the first is the top one; a list of lists is several nestings.
 */
export const hexoRules: DialectRules = {
  dialect: 'hexo',
  booleans: 'core',
  ignoreCase: false,
  keys: {
    ...galleyKeys,
    category: [['categories'], ['category']],
    summary: [['excerpt'], ['description'], ['summary']],
  },
  own: {
    ...galleyOwn,
    category: ['categories'],
    summary: ['excerpt'],
  },
  draftKeys: [
    { key: 'published', draftWhen: false },
    { key: 'draft', draftWhen: true },
  ],
  draftFolder: '_drafts',
  addressKeys: ['permalink'],
  dateInName: false,
  spacedDates: 'always',
  computedDates: [],
  wordKeys: [],
  commaKeys: [],
  listKeys: ['categories'],
  mostTags: undefined,
  order: [
    'layout',
    'title',
    'slug',
    'date',
    'updated',
    'published',
    'categories',
    'tags',
    'author',
    'profile',
    'excerpt',
    'cover',
    'cover_alt',
    'permalink',
    'canonical_url',
    'lang',
    'views',
    'source',
  ],
};
