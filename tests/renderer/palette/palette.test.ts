import { describe, expect, test } from 'vitest';
import { commands } from '../../../core/ipc/commands.ts';
import { paletteEntries } from '../../../renderer/palette/entries.ts';
import { bestMatches, matchScore } from '../../../renderer/palette/match.ts';
import { moveActive } from '../../../renderer/palette/palette.tsx';
import { summary } from '../make.ts';

describe('matching', () => {
  const titles = [
    'A quiet year',
    'The year of the tide',
    'Yearly',
    'Tides, and other deadlines',
    'Why early?',
  ];
  const best = (query: string): readonly string[] => bestMatches(titles, query, String, 10);

  test('the start of the text comes first, then the start of a word, then the rest', () => {
    expect(best('year')).toEqual(['Yearly', 'A quiet year', 'The year of the tide']);
    expect(best('ear').at(-1)).toBe('The year of the tide');
  });

  test('every word must be there, in any order', () => {
    expect(best('tide year')).toEqual(['The year of the tide']);
  });

  test('letters in order find a text, too', () => {
    expect(best('tdead')).toEqual(['Tides, and other deadlines']);
    expect(matchScore('Tides', 'z')).toBeUndefined();
  });

  test('an empty query keeps the order', () => {
    expect(best('')).toEqual(titles);
  });
});

describe('paletteEntries', () => {
  const posts = Array.from({ length: 40 }, (_, at) => summary(`${at}.md`, { title: `Export log ${at}` }));

  test('offers a few posts and then every other command', () => {
    const entries = paletteEntries(posts, '');
    expect(entries.filter((entry) => entry.kind === 'post')).toHaveLength(8);
    expect(entries.filter((entry) => entry.kind === 'command')).toHaveLength(commands.length - 1);
  });

  test('finds posts and commands', () => {
    const entries = paletteEntries(posts, 'export');
    expect(entries.filter((entry) => entry.kind === 'post')).toHaveLength(30);
    expect(entries.find((entry) => entry.kind === 'command')).toMatchObject({
      id: 'export.html',
      keys: 'CmdOrCtrl+E',
    });
  });

  test('after > there are commands alone', () => {
    expect(paletteEntries(posts, '>export').map((entry) => entry.id)).toContain('export.html');
    expect(paletteEntries(posts, '>export').some((entry) => entry.kind === 'post')).toBe(false);
  });
});

test('arrows go round', () => {
  expect([moveActive('ArrowUp', 0, 3), moveActive('ArrowDown', 2, 3), moveActive('ArrowDown', 0, 0)]).toEqual(
    [2, 0, undefined],
  );
  expect([moveActive('PageDown', 0, 3), moveActive('PageUp', 2, 3), moveActive('a', 0, 3)]).toEqual([
    2,
    0,
    undefined,
  ]);
});
