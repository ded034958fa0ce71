import type { BlockPlugin } from '../plugin.ts';
import { eachElement, headingLevel } from '../tree.ts';

/** Gives each heading the level and the id that the page has for it. */
export const headings: BlockPlugin = (tree, { placement }) => {
  let next = 0;
  eachElement(tree, (element) => {
    if (headingLevel(element) === undefined) return;
    const place = placement.headings[next];
    next += 1;
    if (!place) return;
    element.tagName = `h${place.level}`;
    element.properties['id'] = place.id;
  });
};
