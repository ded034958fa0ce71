/** A block of the body in the frame: its lines (0-based, `toLine` is the line after), and where it stands now. */
export interface PlacedBlock {
  readonly fromLine: number;
  readonly toLine: number;
  /** Pixels from the top of the page. Reading them may lay the page out, so only few blocks are asked. */
  readonly edges: () => { readonly top: number; readonly bottom: number };
}

interface Anchor {
  readonly line: number;
  readonly y: number;
}

/** The top of the page: above line 0 stands its header. */
const start: Anchor = { line: 0, y: 0 };

/** The blocks whose lines rise down the page; others, as footnotes at the end, cannot be reached by scrolling. */
export function inLineOrder<Block extends PlacedBlock>(blocks: readonly Block[]): readonly Block[] {
  let last = -1;
  return blocks.filter(({ fromLine, toLine }) => {
    const rises = fromLine > last;
    if (rises) last = Math.max(fromLine, toLine - 1);
    return rises;
  });
}

/** The height of a line, fractions included, in pixels from the top of the page. */
export function heightOf(blocks: readonly PlacedBlock[], line: number): number {
  const at = lastIndex(blocks, (block) => block.fromLine <= line);
  return between(anchorsAround(blocks, at), line, 'line', 'y');
}

/** The line at a height, with its fraction. */
export function lineOf(blocks: readonly PlacedBlock[], y: number): number {
  const at = lastIndex(blocks, (block) => block.edges().top <= y);
  return between(anchorsAround(blocks, at), y, 'y', 'line');
}

/** What is known around a block: where it begins and ends and where the next begins. */
function anchorsAround(blocks: readonly PlacedBlock[], at: number): readonly Anchor[] {
  const block = blocks[at];
  const next = blocks[at + 1];
  const anchors: Anchor[] = at <= 0 ? [start] : [];
  for (const each of [block, at <= 0 ? next : undefined]) if (each !== undefined) addEdges(anchors, each);
  if (at > 0 && next !== undefined) anchors.push({ line: next.fromLine, y: next.edges().top });
  return anchors;
}

/** A block that begins with line 0 shares that line with the header above it. */
function addEdges(anchors: Anchor[], { fromLine, toLine, edges }: PlacedBlock): void {
  const { top, bottom } = edges();
  if (fromLine > 0) anchors.push({ line: fromLine, y: top });
  anchors.push({ line: toLine, y: bottom });
}

/** The last element that passes, when all that pass come first: -1 if none does. */
function lastIndex<Item>(items: readonly Item[], passes: (item: Item) => boolean): number {
  let low = -1;
  let high = items.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && passes(item)) low = middle;
    else high = middle;
  }
  return low;
}

function between(
  anchors: readonly Anchor[],
  value: number,
  input: keyof Anchor,
  output: keyof Anchor,
): number {
  const after = anchors.findIndex((anchor) => anchor[input] > value);
  const high = after === -1 ? undefined : anchors[after];
  const low = after === -1 ? anchors.at(-1) : anchors[after - 1];
  if (low === undefined) return high?.[output] ?? 0;
  if (high === undefined) return low[output];
  const part = (value - low[input]) / (high[input] - low[input]);
  return low[output] + part * (high[output] - low[output]);
}
