import { describe, expect, test } from 'vitest';
import type { PostId } from '../../../core/post/types.ts';
import { readListKey } from '../../../renderer/posts/list-keys.ts';
import { chosenName } from '../../../renderer/posts/post-name.ts';
import { postDay } from '../../../renderer/posts/post-row.tsx';
import { rowShape } from '../../../renderer/posts/row-height.ts';
import { summary } from '../make.ts';

describe('keys of the list', () => {
  test('move within the list', () => {
    const to = (key: string, active: number) => {
      const intent = readListKey(key, active, 20, 5);
      return intent?.kind === 'move' ? intent.to : undefined;
    };
    expect([
      to('ArrowDown', -1),
      to('ArrowDown', 19),
      to('ArrowUp', 0),
      to('PageDown', 3),
      to('PageUp', 3),
    ]).toEqual([0, 19, 0, 8, 0]);
    expect([to('Home', 7), to('End', 7)]).toEqual([0, 19]);
  });

  test('act on the active row, and mean nothing without one', () => {
    const kinds = ['Enter', 'F2', 'Delete', 'ContextMenu'].map((key) => readListKey(key, 2, 20, 5)?.kind);
    expect(kinds).toEqual(['open', 'rename', 'trash', 'menu']);
    expect(readListKey('Delete', -1, 20, 5)).toBeUndefined();
    expect(readListKey('ArrowDown', -1, 0, 5)).toBeUndefined();
    expect(readListKey('x', 2, 20, 5)).toBeUndefined();
  });
});

test('chosenName is what a person named', () => {
  const name = (id: string, dialect: 'galley' | 'jekyll') => chosenName(id as PostId, dialect);
  expect(name('notes/A tide.markdown', 'galley')).toBe('A tide');
  expect(name('_posts/2026-11-14-quiet.md', 'jekyll')).toBe('quiet');
  expect(name('2026-11-14-quiet.md', 'galley')).toBe('2026-11-14-quiet');
});

describe('postDay', () => {
  const now = Date.parse('2026-11-22T12:00:00Z');

  test('a draft that was just written says so', () => {
    const draft = summary('a.md', { status: 'draft', date: '2026-11-01T00:00:00Z', modifiedAt: now - 1000 });
    expect(postDay(draft, now)).toBe('just now');
    expect(postDay({ ...draft, status: 'published' }, now)).toBe('1 Nov');
  });

  test('a post without date stands under its file’s day', () => {
    expect(postDay(summary('a.md', { modifiedAt: new Date(2025, 4, 3).getTime() }), now)).toBe(
      'edited 3 May 2025',
    );
  });
});

test('rowShape gives long texts a second line and no summary no line', () => {
  const fits = (text: string) => text.length < 10;
  const short = rowShape(summary('a', { title: 'Tides' }), fits, fits);
  const long = rowShape(summary('a', { title: 'Tides, and other deadlines', summary: 'Short' }), fits, fits);
  expect(short).toMatchObject({ titleLines: 1, summaryLines: 0 });
  expect(long).toMatchObject({ titleLines: 2, summaryLines: 1 });
  expect(long.height).toBeGreaterThan(short.height);
});
