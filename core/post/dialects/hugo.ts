import { galleyKeys, galleyOwn } from './rules.ts';
import type { DialectRules } from './rules.ts';

/**
 * Hugo (https://gohugo.io/content-management/front-matter/): keys in any case, `published` is a
 * date and not a truth, custom keys may stand under `params`, covers are the first of `images`.
 */
export const hugoRules: DialectRules = {
  dialect: 'hugo',
  booleans: 'core',
  ignoreCase: true,
  keys: {
    ...galleyKeys,
    date: [['date'], ['publishDate'], ['published'], ['pubdate']],
    updated: [['lastmod'], ['modified'], ['updated']],
    category: [['categories'], ['category']],
    authors: [['author'], ['authors'], ['params', 'author'], ['params', 'authors']],
    profile: [['profile'], ['params', 'profile']],
    cover: [['images', 0], ['cover'], ['image'], ['params', 'images', 0], ['params', 'cover']],
    views: [['views'], ['params', 'views']],
    sources: [['source'], ['sources'], ['params', 'source']],
  },
  own: {
    ...galleyOwn,
    updated: ['lastmod'],
    category: ['categories'],
    cover: ['images', 0],
  },
  draftKeys: [{ key: 'draft', draftWhen: true }],
  draftFolder: undefined,
  addressKeys: ['url'],
  dateInName: false,
  spacedDates: 'kept',
  computedDates: [],
  wordKeys: [],
  commaKeys: [],
  listKeys: ['categories'],
  mostTags: undefined,
  order: [
    'title',
    'slug',
    'date',
    'lastmod',
    'draft',
    'categories',
    'tags',
    'author',
    'profile',
    'description',
    'images',
    'cover_alt',
    'canonical_url',
    'lang',
    'views',
    'source',
  ],
};
