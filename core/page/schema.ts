import type { Schema } from 'hast-util-sanitize';
import { contentClasses, contentSchema } from '../markdown/schema.ts';

/** Class names of what a page has around its text; content cannot use them. */
const pageClasses: readonly string[] = [
  ...['h-card', 'p-author', 'p-category', 'p-name', 'p-note', 'p-job-title', 'dt-published', 'dt-updated'],
  ...[
    'u-photo',
    'u-featured',
    'u-url',
    'category',
    'byline',
    'byline-authors',
    'byline-author',
    'byline-who',
  ],
  ...['byline-name', 'byline-role', 'byline-facts', 'avatar', 'avatar-large'],
  ...Array.from({ length: 8 }, (_, index) => `avatar-${index}`),
  ...['cover', 'sources', 'sources-label', 'sources-sentence', 'share', 'share-label', 'share-links'],
  ...['card', 'card-text', 'card-label', 'card-name', 'card-bio', 'card-links'],
  ...['related', 'related-heading', 'related-list', 'related-card', 'related-title', 'related-facts'],
];

/** The content's schema and the few elements and names that only the page's own parts need. */
export const pageSchema = {
  ...contentSchema,
  tagNames: [...contentSchema.tagNames, 'h1', 'nav', 'aside', 'data'],
  attributes: {
    ...contentSchema.attributes,
    '*': ['lang', 'title', ['dir', 'ltr', 'rtl', 'auto'], ['className', ...contentClasses, ...pageClasses]],
    nav: ['ariaLabel'],
    aside: ['ariaLabel'],
    span: [['ariaHidden', 'true']],
    data: ['value'],
  },
} satisfies Schema;
