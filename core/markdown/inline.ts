import type { ElementContent } from 'hast';
import { readFacts } from './facts.ts';
import { parseBlockHtml } from './fragment.ts';
import { createParser } from './parser.ts';
import { renderTree } from './render-tree.ts';
import { replaceElements, textProperty } from './tree.ts';

/** What a line of text may contain; everything else becomes its content. */
const lineTags = new Set(
  'a abbr b br cite code del em i ins kbd mark q s small span strong sub sup u'.split(' '),
);

const parser = createParser();

/**
 * Renders one line of Markdown (a bio) to sanitised nodes: emphasis, code, links. No blocks, no images, no ids,
 * so that it fits into a paragraph of any page. What is too deep is shown as written.
 */
export function renderInline(line: string): readonly ElementContent[] {
  const tree = parseBlockHtml(parser.renderInline(line, {}), true);
  if (!tree) return [{ type: 'text', value: line }];
  replaceElements(tree, (element) => {
    if (element.tagName === 'img') return [{ type: 'text', value: textProperty(element, 'alt') ?? '' }];
    return lineTags.has(element.tagName) ? undefined : element.children;
  });
  const ids = readFacts(tree).ids.map(() => undefined);
  const nodes = renderTree(tree, {
    placement: { headings: [], ids, targets: [] },
    images: () => ({ kind: 'refused', reason: 'A line has no images.' }),
  });
  // The line break that ends every block.
  return nodes.at(-1)?.type === 'text' ? nodes.slice(0, -1).concat(trimmedEnd(nodes.at(-1))) : nodes;
}

function trimmedEnd(node: ElementContent | undefined): readonly ElementContent[] {
  if (node?.type !== 'text') return [];
  const value = node.value.trimEnd();
  return value === '' ? [] : [{ type: 'text', value }];
}
