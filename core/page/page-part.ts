import type { Element, ElementContent } from 'hast';
import type { PageContext } from './page-context.ts';

/** One part of the page around the text: its nodes before sanitising, none when the post has nothing for it. */
export type PagePart = (context: PageContext) => readonly ElementContent[];

/** One part of the document's head. */
export type HeadPart = (context: PageContext) => readonly Element[];
