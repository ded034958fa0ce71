import { h } from 'hastscript';
import type { PagePart } from '../page-part.ts';

/** The page's one first-level heading. */
export const title: PagePart = (context) => [h('h1', { className: ['p-name'] }, context.title)];
