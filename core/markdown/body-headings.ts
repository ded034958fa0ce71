import type { BlockTree } from './block-tree.ts';
import { lineAttribute, oneLine } from './facts.ts';
import type { TokenGroup } from './groups.ts';
import { visibleTextOf } from './tree.ts';

/** Notes on each heading's token how many lines it stands below the start of its block. */
export function markHeadingLines(group: TokenGroup): void {
  for (const token of group.tokens) {
    const offset = (token.map?.[0] ?? group.fromLine) - group.fromLine;
    if (token.type === 'heading_open' && offset > 0) token.attrSet(lineAttribute, offset);
  }
}

/** Leaves out the first visible block when it is a first-level heading that says what the title says. */
export function withoutTitle<Block extends { readonly tree: BlockTree }>(
  blocks: readonly Block[],
  title: string | undefined,
): readonly Block[] {
  if (title === undefined) return blocks;
  const first = blocks.findIndex(({ tree }) => hasElements(tree));
  const block = blocks[first];
  return block && openingHeading(block.tree) === comparable(title)
    ? blocks.filter((_, index) => index !== first)
    : blocks;
}

function openingHeading(block: BlockTree): string | undefined {
  const elements = block.tree.children.filter((node) => node.type === 'element');
  const heading = elements[0];
  return elements.length === 1 && heading?.tagName === 'h1' ? comparable(visibleTextOf(heading)) : undefined;
}

function hasElements(block: BlockTree): boolean {
  return block.tree.children.some((node) => node.type === 'element');
}

function comparable(text: string): string {
  return oneLine(text.normalize('NFC'));
}
