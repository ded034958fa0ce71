import type { BlockPlugin } from '../plugin.ts';
import { classNames, eachElement, textProperty } from '../tree.ts';

const alignStyle = /(?:^|;)\s*text-align\s*:\s*(left|center|right)\b/i;

/** Alignment, the one style that Markdown tables and older HTML state, becomes a class; no style attribute stays. */
export const alignment: BlockPlugin = (tree) => {
  eachElement(tree, (element) => {
    const style = alignStyle.exec(textProperty(element, 'style') ?? '')?.[1];
    const align = (style ?? textProperty(element, 'align') ?? '').toLowerCase();
    delete element.properties['style'];
    delete element.properties['align'];
    if (element.tagName === 'img' || !['left', 'center', 'right'].includes(align)) return;
    element.properties['className'] = [...classNames(element), `align-${align}`];
  });
};
