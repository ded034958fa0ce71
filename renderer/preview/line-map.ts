/** Where a block of the body stands in the frame: its lines (0-based, `toLine` is the line after), its edges in pixels. */
export interface BlockBox {
  readonly fromLine: number;
  readonly toLine: number;
  readonly top: number;
  readonly bottom: number;
}

/** A line of the body and the height in the frame that belongs to it. */
export interface Anchor {
  readonly line: number;
  readonly y: number;
}

/**
 * Anchors from boxes in the order of the page, rising in both ways: the first is the top of the page, which
 * has a header above line 0. Boxes out of order (footnotes stand at the end) are left out.
 */
export function anchorsOf(boxes: readonly BlockBox[]): readonly Anchor[] {
  const anchors: Anchor[] = [{ line: 0, y: 0 }];
  for (const { fromLine, toLine, top, bottom } of boxes) {
    push(anchors, fromLine, top);
    push(anchors, toLine, bottom);
  }
  return anchors;
}

function push(anchors: Anchor[], line: number, y: number): void {
  const last = anchors.at(-1);
  if (last !== undefined && line > last.line && y >= last.y) anchors.push({ line, y });
}

/** The height of a line, fractions included; beyond the last anchor the last height. */
export function heightOf(anchors: readonly Anchor[], line: number): number {
  return between(
    anchors,
    line,
    (anchor) => anchor.line,
    (anchor) => anchor.y,
  );
}

/** The line at a height, with its fraction. */
export function lineOf(anchors: readonly Anchor[], y: number): number {
  return between(
    anchors,
    y,
    (anchor) => anchor.y,
    (anchor) => anchor.line,
  );
}

function between(
  anchors: readonly Anchor[],
  value: number,
  input: (anchor: Anchor) => number,
  output: (anchor: Anchor) => number,
): number {
  const after = anchors.findIndex((anchor) => input(anchor) > value);
  const high = anchors[after];
  const low = after === -1 ? anchors.at(-1) : anchors[after - 1];
  if (low === undefined) return high === undefined ? 0 : output(high);
  if (high === undefined) return output(low);
  const part = (value - input(low)) / (input(high) - input(low));
  return output(low) + part * (output(high) - output(low));
}
