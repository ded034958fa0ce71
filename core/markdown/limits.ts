/** Elements deeper than this in one block are not rendered; the block is shown as its source instead. */
export const maxDepth = 256;

/** Children of one element beyond this number are not rendered; the block is shown as its source instead. */
export const maxChildren = 50_000;

/**
 * How deep the Markdown parser follows quotes and lists. It drops what lies deeper without a word, so it must
 * be more than `maxDepth`: what it would drop is then shown as source.
 */
export const maxMarkdownNesting = 300;

/** Elements that a block of `length` characters of HTML may make; misnested formatting can make far more. */
export function maxElements(length: number): number {
  return 2 * length + 64;
}
