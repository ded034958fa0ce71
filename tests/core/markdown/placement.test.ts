import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headingId, headingLevels } from '../../../core/markdown/placement.ts';

describe('heading levels', () => {
  test.each([
    { written: [1, 2, 2, 1], shown: [2, 3, 3, 2] },
    { written: [2, 3, 3, 2], shown: [2, 3, 3, 2] },
    { written: [2, 4, 3], shown: [2, 3, 3] },
    { written: [4, 6, 2], shown: [2, 3, 2] },
    { written: [3, 2, 1], shown: [2, 2, 2] },
    { written: [1, 2, 3, 4, 5, 6], shown: [2, 3, 4, 5, 6, 6] },
    { written: [], shown: [] },
  ])('$written become $shown', ({ written, shown }) => {
    expect(headingLevels(written)).toEqual(shown);
  });

  test('never skip a level, never reach the title, and keep what stands under what', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 40 }), (written) => {
        let previous = 1;
        headingLevels(written).forEach((level, index) => {
          expect(level).toBeGreaterThanOrEqual(2);
          expect(level).toBeLessThanOrEqual(Math.min(6, previous + 1));
          const before = written[index - 1];
          const now = written[index];
          if (before !== undefined && now !== undefined && now === before) expect(level).toBe(previous);
          if (before !== undefined && now !== undefined && now > before) {
            expect(level).toBe(Math.min(6, previous + 1));
          }
          previous = level;
        });
      }),
    );
  });
});

describe('heading ids', () => {
  test.each([
    ['Say it before you do it', 'say-it-before-you-do-it'],
    ['C++ & Node.js: 1.0!', 'c--nodejs-10'],
    ['snake_case', 'snake_case'],
    ['東京の夏', '東京の夏'],
    ['  ', 'section'],
    ['"><script>', 'script'],
  ])('%s -> %s', (text, id) => {
    expect(headingId(text)).toBe(id);
  });
});
