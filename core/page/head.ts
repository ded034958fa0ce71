import type { ElementContent } from 'hast';
import { canonical } from './head/canonical.ts';
import { description } from './head/description.ts';
import { jsonLd } from './head/json-ld.ts';
import { openGraph } from './head/open-graph.ts';
import type { PageContext } from './page-context.ts';
import type { HeadPart } from './page-part.ts';

/** The parts of the head that depend on the post, in order. */
const headParts: readonly HeadPart[] = [description, canonical, openGraph, jsonLd];

/** What a page says of itself to machines. */
export function pageHead(context: PageContext): readonly ElementContent[] {
  return headParts.flatMap((part) => part(context));
}
