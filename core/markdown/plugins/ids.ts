import { linkTarget } from '../facts.ts';
import type { BlockPlugin } from '../plugin.ts';
import { eachElement, headingLevel, textProperty } from '../tree.ts';

/** Gives every other element with an id the one that the page has for it, and leads links to where their targets are. */
export const ids: BlockPlugin = (tree, { placement }) => {
  const targets = new Map(placement.targets);
  let next = 0;
  eachElement(tree, (element) => {
    if (headingLevel(element) === undefined && textProperty(element, 'id') !== undefined) {
      const id = placement.ids[next];
      next += 1;
      if (id === undefined) delete element.properties['id'];
      else element.properties['id'] = id;
    }
    const actual = targets.get(linkTarget(element) ?? '');
    if (actual !== undefined) element.properties['href'] = `#${encodeURIComponent(actual)}`;
  });
};
