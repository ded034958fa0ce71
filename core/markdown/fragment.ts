import { fromParse5 } from 'hast-util-from-parse5';
import { toHtml } from 'hast-util-to-html';
import {
  defaultTreeAdapter,
  html,
  parseFragment,
  type TreeAdapter,
  type DefaultTreeAdapterMap,
} from 'parse5';
import type { Root } from 'hast';
import { exceeds, contentOf } from './tree.ts';
import { maxChildren, maxDepth, maxElements } from './limits.ts';
import { prune } from './prune.ts';

/** Counts what parsing costs, for tests that hold the cost of hostile input to a line. */
export interface ParseWork {
  /** Elements that the HTML parser made. */
  elements: number;
}

/** Rounds of pruning and parsing after which HTML that still changes is given up. */
const maxRounds = 4;

class TooComplex extends Error {}

/**
 * Parses the HTML of one block as a browser would inside `<body>`, without scripting. With `raw`, what the
 * page cannot hold is taken out and the rest is parsed again until it stays the same, so that the tree
 * is the one that a browser builds from the exported bytes. Undefined when the HTML is deeper, larger or more
 * tangled than limits.ts allows.
 */
export function parseBlockHtml(
  source: string,
  raw: boolean,
  work: ParseWork = { elements: 0 },
): Root | undefined {
  try {
    // What is left open at the end must not be repeated around the line break there.
    const first = parseOnce(source.trimEnd(), work);
    const tree = first && raw ? settle(first, work) : first;
    tree?.children.push({ type: 'text', value: '\n' });
    return tree;
  } catch (error) {
    if (error instanceof TooComplex) return undefined;
    throw error;
  }
}

function settle(first: Root, work: ParseWork): Root | undefined {
  let tree: Root | undefined = first;
  prune(tree);
  let before = toHtml(tree);
  for (let round = 0; round < maxRounds; round += 1) {
    tree = parseOnce(before, work);
    if (!tree) return undefined;
    prune(tree);
    const after = toHtml(tree);
    if (after === before) return tree;
    before = after;
  }
  return undefined;
}

function parseOnce(source: string, work: ParseWork): Root | undefined {
  const body = defaultTreeAdapter.createElement('body', html.NS.HTML, []);
  const fragment = parseFragment(body, source, {
    treeAdapter: countingAdapter(maxElements(source.length), work),
    scriptingEnabled: false,
  });
  const tree = fromParse5(fragment);
  if (tree.type !== 'root') throw new Error('A fragment becomes a root');
  const root: Root = { type: 'root', children: contentOf(tree.children) };
  return exceeds(root, maxDepth, maxChildren) ? undefined : root;
}

/** The parser's default adapter, which stops it before deep or multiplying markup costs more than its length. */
function countingAdapter(elements: number, work: ParseWork): TreeAdapter<DefaultTreeAdapterMap> {
  let left = elements;
  let depth = 0;
  return {
    ...defaultTreeAdapter,
    createElement: (...args) => {
      left -= 1;
      work.elements += 1;
      if (left < 0) throw new TooComplex();
      return defaultTreeAdapter.createElement(...args);
    },
    onItemPush: () => {
      depth += 1;
      if (depth > maxDepth) throw new TooComplex();
    },
    onItemPop: () => {
      depth -= 1;
    },
  };
}
