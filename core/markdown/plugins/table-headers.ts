import type { BlockPlugin } from '../plugin.ts';
import { eachElement, textProperty } from '../tree.ts';

/** Says of every table header whether it heads a column or a row, where the writer did not. */
export const tableHeaders: BlockPlugin = (tree) => {
  eachElement(tree, (element, ancestors) => {
    if (element.tagName !== 'th' || textProperty(element, 'scope') !== undefined) return;
    const inHead = ancestors.some((ancestor) => ancestor.tagName === 'thead');
    const row = ancestors.at(-1);
    const cells = row?.children.filter((child) => child.type === 'element') ?? [];
    const headsRow = !inHead && cells[0] === element && cells.some((cell) => cell.tagName === 'td');
    element.properties['scope'] = headsRow ? 'row' : 'col';
  });
};
