import type { Element, ElementContent } from 'hast';
import type { Block } from '../markdown/types.ts';
import { skeleton, type SkeletonElement } from './skeleton.ts';
import type { Page } from './types.ts';

/** The `<body>` of a page: the skeleton with its blocks in it, and nothing else. */
export function pageBody(page: Page): Element {
  const content = element(skeleton.content, nodesOf(page.content));
  const article = element(skeleton.article, [...nodesOf(page.header), content, ...nodesOf(page.footer)]);
  const main = element(skeleton.main, [article, ...nodesOf(page.after)]);
  return element({ tagName: 'body', className: [] }, [main]);
}

function nodesOf(blocks: readonly Block[]): readonly ElementContent[] {
  return blocks.flatMap((block) => block.nodes);
}

function element({ tagName, className }: SkeletonElement, children: readonly ElementContent[]): Element {
  const properties = className.length === 0 ? {} : { className: [...className] };
  return { type: 'element', tagName, properties, children: [...children] };
}
