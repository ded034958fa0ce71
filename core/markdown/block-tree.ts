import type { Element, Root } from 'hast';
import { readFacts, type TreeFacts } from './facts.ts';
import { parseBlockHtml, type ParseWork } from './fragment.ts';

/** One block's tree as parsed and what the page has to know of it. Never changed once made. */
export interface BlockTree {
  readonly kind: 'tree';
  readonly tree: Root;
  readonly facts: TreeFacts;
}

/** Said of HTML that is deeper or more tangled than a page should hold. */
export interface TooComplexTree {
  readonly kind: 'too-complex';
}

/** Parses one block's HTML; see `parseBlockHtml`. */
export function parseTree(html: string, raw: boolean, work: ParseWork): BlockTree | TooComplexTree {
  const tree = parseBlockHtml(html, raw, work);
  return tree ? { kind: 'tree', tree, facts: readFacts(tree) } : { kind: 'too-complex' };
}

/** A block shown as the Markdown it was written in. */
export function sourceTree(source: string): BlockTree {
  const code: Element = {
    type: 'element',
    tagName: 'code',
    properties: {},
    children: [{ type: 'text', value: source }],
  };
  const pre: Element = {
    type: 'element',
    tagName: 'pre',
    properties: { className: ['too-deep'] },
    children: [code],
  };
  const tree: Root = { type: 'root', children: [pre, { type: 'text', value: '\n' }] };
  return { kind: 'tree', tree, facts: readFacts(tree) };
}
