import type { BlockPlugin } from '../plugin.ts';
import { contentClasses, languageClass } from '../schema.ts';
import { classNames, eachElement } from '../tree.ts';

const known = new Set(contentClasses);

/** Drops class names that no stylesheet of ours knows; the sanitiser would leave an empty attribute behind. */
export const classes: BlockPlugin = (tree) => {
  eachElement(tree, (element) => {
    const kept = classNames(element).filter((name) =>
      element.tagName === 'code' ? languageClass.test(name) : known.has(name),
    );
    if (kept.length > 0) element.properties['className'] = kept;
    else delete element.properties['className'];
  });
};
