import { describe, expect, test } from 'vitest';
import {
  formatDate,
  formatIsoLocal,
  formatShortDate,
  likeDate,
  parsePostDate,
} from '../../../core/post/dates.ts';

describe('reading', () => {
  test.each([
    ['2026-11-14', '2026-11-14T00:00:00Z'],
    ['2026-1-4', '2026-01-04T00:00:00Z'],
    ['2026/11/14', '2026-11-14T00:00:00Z'],
    ['2026-11-14 09:00', '2026-11-14T09:00:00Z'],
    ['2026-11-14 09:00:00 +0100', '2026-11-14T09:00:00+01:00'],
    ['2026-11-14 09:00:00 +0000', '2026-11-14T09:00:00Z'],
    ['2026-11-14 9:00:00 -5', '2026-11-14T09:00:00-05:00'],
    ['2026-11-14T09:00:00+01:00', '2026-11-14T09:00:00+01:00'],
    ['2026-11-14t09:00:00z', '2026-11-14T09:00:00Z'],
    ['2026-11-14T09:00:00.123Z', '2026-11-14T09:00:00Z'],
    ['2026-11-14 09:00:00 UTC', '2026-11-14T09:00:00Z'],
    [' 2024-02-29 ', '2024-02-29T00:00:00Z'],
  ])('%s is %s', (text, iso) => {
    expect(parsePostDate(text)).toBe(iso);
  });

  test.each([
    '',
    'soon',
    '2026',
    '2026-13-01',
    '2026-02-29',
    '2026-11-31',
    '2026-11-14T25:00:00Z',
    '2026-11-14T09:61:00Z',
    '2026-11-14T09:00:00+25:00',
    '2026-11-14T09:00:00+01:99',
    '2026-11-14T',
    '26-11-14',
    '2026-11-14 and more',
    'true',
  ])('%j is no date', (text) => {
    expect(parsePostDate(text)).toBeUndefined();
  });
});

describe('writing', () => {
  test.each([
    [0, 0, '1970-01-01T00:00:00+00:00'],
    [Date.UTC(2026, 10, 14, 8), 60, '2026-11-14T09:00:00+01:00'],
    [Date.UTC(2026, 10, 14, 2, 30), -210, '2026-11-13T23:00:00-03:30'],
  ])('%i at %i minutes is %s', (ms, offset, iso) => {
    expect(formatIsoLocal(ms, offset)).toBe(iso);
  });

  test.each([
    ['2026-11-14T09:00:00+01:00', '2025-01-01 10:00:00 +0000', '2026-11-14 09:00:00 +0100'],
    ['2026-11-14T09:00:00Z', '2025-01-01 10:00', '2026-11-14 09:00:00 +0000'],
    ['2026-11-14T00:00:00Z', '2025-01-01', '2026-11-14'],
    ['2026-11-14T09:00:00Z', '2025-01-01', '2026-11-14T09:00:00Z'],
    ['2026-11-14T09:00:00Z', '2025-01-01T00:00:00Z', '2026-11-14T09:00:00Z'],
    ['tomorrow', '2025-01-01', 'tomorrow'],
  ])('%s like %s is %s', (iso, old, text) => {
    expect(likeDate(iso, old)).toBe(text);
  });
});

describe('in words', () => {
  test.each([
    ['en', '22 November 2026', '22 Nov'],
    ['en-US', '22 November 2026', '22 Nov'],
    ['de', '22. November 2026', '22. Nov.'],
    ['fr', '22 novembre 2026', '22 nov.'],
    ['es-MX', '22 de noviembre de 2026', '22 nov'],
    ['sv', '2026-11-22', '2026-11-22'],
  ])('%s: %s, %s', (lang, long, short) => {
    expect(formatDate('2026-11-22T09:00:00+01:00', lang)).toBe(long);
    expect(formatShortDate('2026-11-22T09:00:00+01:00', lang)).toBe(short);
  });

  test('the day is that of the date’s own offset', () => {
    expect(formatDate('2026-01-01T00:30:00+14:00', 'en')).toBe('1 January 2026');
    expect(formatDate('2026-01-01T00:30:00+14:00', 'fr')).toBe('1er janvier 2026');
  });
});

test.each([
  ['Jul 08 2022', '2022-07-08T00:00:00Z', 'Jan 02 2026'],
  ['July 8, 2022', '2022-07-08T00:00:00Z', 'January 2, 2026'],
  ['July 18, 2022', '2022-07-18T00:00:00Z', 'January 2, 2026'],
  ['May 1 2022', '2022-05-01T00:00:00Z', 'Jan 2 2026'],
])('a day in English words: %s', (text, iso, next) => {
  expect(parsePostDate(text)).toBe(iso);
  expect(likeDate('2026-01-02T00:00:00Z', text)).toBe(next);
  expect(likeDate('2026-01-02T09:00:00Z', text)).toBe('2026-01-02T09:00:00Z');
});

test.each(['Jux 08 2022', 'Feb 30 2022', 'Jul 2022', 'jul 08 2022'])('%s is no day', (text) => {
  expect(parsePostDate(text)).toBeUndefined();
});
