import { h } from 'hastscript';
import type { PagePart } from '../page-part.ts';

/** The category above the title. */
export const category: PagePart = (context) =>
  context.category === undefined ? [] : [h('p', { className: ['category', 'p-category'] }, context.category)];
