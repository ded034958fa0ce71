import { describe, expect, it } from 'vitest';
import { heightOf, inLineOrder, lineOf } from '../../../renderer/preview/line-map.ts';
import type { PlacedBlock } from '../../../renderer/preview/line-map.ts';

let asked = 0;

function block(fromLine: number, toLine: number, top: number, bottom: number): PlacedBlock {
  return {
    fromLine,
    toLine,
    edges: () => {
      asked += 1;
      return { top, bottom };
    },
  };
}

/** A header of 200 px, a paragraph of two lines, a blank line, a long list, a footnote. */
const page = [block(0, 2, 200, 260), block(3, 13, 280, 680), block(1, 2, 900, 950)];
const blocks = inLineOrder(page);

describe('the map from lines to heights', () => {
  it('leaves out what stands out of order', () => {
    expect(blocks).toEqual(page.slice(0, 2));
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
    expect(heightOf(blocks, line)).toBe(y);
    expect(lineOf(blocks, y)).toBe(Math.min(line, 13));
  });

  it('stretches the header over the lines before the first block', () => {
    const late = [block(4, 5, 200, 240)];
    expect(heightOf(late, 2)).toBe(100);
    expect(lineOf(late, 100)).toBe(2);
    expect(heightOf(late, 4.5)).toBe(220);
  });

  it('knows a page without blocks', () => {
    expect(heightOf([], 7)).toBe(0);
    expect(lineOf([], 7)).toBe(0);
  });

  it('asks few blocks of a long page where they stand', () => {
    const long = Array.from({ length: 4000 }, (_, at) => block(at * 2, at * 2 + 1, at * 30, at * 30 + 20));
    asked = 0;
    expect(heightOf(long, 6001)).toBe(90_020);
    expect(lineOf(long, 90_020)).toBe(6001);
    expect(asked).toBeLessThan(25);
  });
});
