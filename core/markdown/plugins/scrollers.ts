import type { BlockPlugin } from '../plugin.ts';
import { replaceElements } from '../tree.ts';

/** Wide tables and code scroll by themselves, also by keyboard, instead of widening the page. */
export const scrollers: BlockPlugin = (tree) => {
  replaceElements(tree, (element, ancestors) => {
    if (element.tagName === 'pre') element.properties['tabIndex'] = 0;
    if (element.tagName !== 'table' || ancestors.some((ancestor) => ancestor.tagName === 'table'))
      return undefined;
    return [
      {
        type: 'element',
        tagName: 'div',
        properties: { className: ['table-scroll'], tabIndex: 0 },
        children: [element],
      },
    ];
  });
};
