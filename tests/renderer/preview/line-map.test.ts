import { describe, expect, it } from 'vitest';
import { anchorsOf, heightOf, lineOf } from '../../../renderer/preview/line-map.ts';

/** A header of 200 px, a paragraph of two lines, a blank line, a long list. */
const anchors = anchorsOf([
  { fromLine: 0, toLine: 2, top: 200, bottom: 260 },
  { fromLine: 3, toLine: 13, top: 280, bottom: 680 },
  { fromLine: 1, toLine: 2, top: 900, bottom: 950 },
]);

describe('the map from lines to heights', () => {
  it('begins at the top of the page and leaves out what stands out of order', () => {
    expect(anchors).toEqual([
      { line: 0, y: 0 },
      { line: 2, y: 260 },
      { line: 3, y: 280 },
      { line: 13, y: 680 },
    ]);
  });

  it.each([
    [0, 0],
    [1, 130],
    [2, 260],
    [2.5, 270],
    [3, 280],
    [8, 480],
    [13, 680],
    [99, 680],
  ])('line %d is at %d px, and back', (line, y) => {
    expect(heightOf(anchors, line)).toBe(y);
    expect(lineOf(anchors, y)).toBe(Math.min(line, 13));
  });

  it('knows a page without blocks', () => {
    expect(heightOf(anchorsOf([]), 7)).toBe(0);
    expect(lineOf([], 7)).toBe(0);
  });
});
