import { h } from 'hastscript';
import type { HeadPart } from '../page-part.ts';

/** Where the page is at home, when that is known. */
export const canonical: HeadPart = ({ url }) =>
  url === undefined ? [] : [h('link', { rel: 'canonical', href: url })];
