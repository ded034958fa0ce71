import { describe, expect, test } from 'vitest';
import { readDate, showDate, writeNow } from '../../../renderer/details/date-text.ts';

const inBerlin = () => 60;

describe('showDate', () => {
  test.each([
    ['2026-11-22T09:40:00+01:00', '2026-11-22 09:40 +01:00'],
    ['2026-11-22T09:40:07+01:00', '2026-11-22 09:40:07 +01:00'],
    ['2026-11-22 09:40:00 -0530', '2026-11-22 09:40 -05:30'],
    ['2026-11-22T08:40:00Z', '2026-11-22 08:40 +00:00'],
    ['2026-11-22', '2026-11-22'],
    ['2026-1-2 7:05', '2026-01-02 07:05'],
    ['next spring', 'next spring'],
  ])('%s', (stored, shown) => expect(showDate(stored)).toBe(shown));
});

describe('readDate', () => {
  test.each([
    ['2026-11-22 09:40 +01:00', '2026-11-22T09:40:00+01:00'],
    ['2026-11-22T09:40:30+0100', '2026-11-22T09:40:30+01:00'],
    ['2026-11-22 09:40', '2026-11-22T09:40:00+01:00'],
    ['2026-11-22 09:40 Z', '2026-11-22T09:40:00+00:00'],
    [' 2026-11-22 ', '2026-11-22'],
    ['2024-02-29', '2024-02-29'],
  ])('%s', (typed, written) => expect(readDate(typed, inBerlin)).toEqual({ ok: true, value: written }));

  test.each([
    ['22.11.2026', /Write the date as/],
    ['2026-13-01', /no month 13/],
    ['2026-02-29', /no day 29.*28/],
    ['2026-11-22 24:00', /00:00 to 23:59/],
    ['2026-11-22 9', /Write the date as/],
  ])('%s is refused with a sentence', (typed, sentence) => {
    const read = readDate(typed, inBerlin);
    expect(read.ok ? '' : read.failure.message).toMatch(sentence);
  });

  test('what is shown is read back as it was', () => {
    const stored = '2026-11-22T09:40:00+01:00';
    expect(readDate(showDate(stored), () => 0)).toEqual({ ok: true, value: stored });
  });
});

test('writeNow is this minute at the offset of the place', () => {
  const now = Date.parse('2026-11-22T08:40:31Z');
  expect(writeNow(now, 60)).toBe('2026-11-22T09:40:00+01:00');
  expect(writeNow(now, -150)).toBe('2026-11-22T06:10:00-02:30');
});
