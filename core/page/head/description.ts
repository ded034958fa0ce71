import { h } from 'hastscript';
import type { HeadPart } from '../page-part.ts';
import { plainLine } from '../plain-text.ts';

/** The summary for search engines, and who wrote it. */
export const description: HeadPart = (context) => [
  ...(context.description === undefined
    ? []
    : [h('meta', { name: 'description', content: context.description })]),
  ...context.authors.map((author) => h('meta', { name: 'author', content: plainLine(author.name) })),
];
