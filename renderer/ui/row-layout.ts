/** Where each row of a long list stands: `tops[i]` in px from the start; `tops[rows]` is the whole height. */
export interface RowLayout {
  readonly tops: Float64Array;
  readonly rows: number;
}

/** Places rows of these heights (px) under each other. */
export function layRows(heights: readonly number[]): RowLayout {
  const tops = new Float64Array(heights.length + 1);
  heights.forEach((height, index) => {
    tops[index + 1] = (tops[index] ?? 0) + height;
  });
  return { tops, rows: heights.length };
}

/** The row at `y` px from the start of the list; -1 in an empty one. */
export function rowAt(layout: RowLayout, y: number): number {
  let low = 0;
  let high = layout.rows - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((layout.tops[middle] ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return layout.rows === 0 ? -1 : low;
}

/** The rows to draw, first and past-the-last, when `height` px are in view from `scrollTop` on. */
export function rowsInView(
  layout: RowLayout,
  scrollTop: number,
  height: number,
  extra = 4,
): { readonly from: number; readonly to: number } {
  if (layout.rows === 0) return { from: 0, to: 0 };
  return {
    from: Math.max(0, rowAt(layout, scrollTop) - extra),
    to: Math.min(layout.rows, rowAt(layout, scrollTop + height) + 1 + extra),
  };
}

/** Where to scroll so that `row` is wholly in view; the same place when it already is. */
export function scrollToRow(layout: RowLayout, row: number, scrollTop: number, height: number): number {
  const top = layout.tops[row] ?? 0;
  const bottom = layout.tops[row + 1] ?? top;
  if (top < scrollTop) return top;
  return bottom > scrollTop + height ? bottom - height : scrollTop;
}
