import { describe, expect, test } from 'vitest';
import {
  countByStatus,
  everyPost,
  filterPosts,
  isNarrowed,
  postTime,
  tally,
} from '../../../renderer/store/post-filter.ts';
import { summary } from '../make.ts';

const posts = [
  summary('a.md', {
    title: 'Tides 10',
    date: '2026-01-02T10:00:00+00:00',
    category: 'Essays',
    tags: ['sea'],
  }),
  summary('b.md', {
    title: 'tides 9',
    date: '2026-03-01T10:00:00+00:00',
    authors: ['mara'],
    status: 'draft',
  }),
  summary('c.md', {
    title: 'Ölzeug',
    modifiedAt: Date.parse('2026-02-01T00:00:00Z'),
    authors: ['mara', 'jo'],
  }),
];
const ids = (filter: Partial<typeof everyPost>): readonly string[] =>
  filterPosts(posts, { ...everyPost, ...filter }).map((post) => post.id);

describe('filterPosts', () => {
  test('orders by date, else by when the file was changed', () => {
    expect(ids({})).toEqual(['b.md', 'c.md', 'a.md']);
    expect(ids({ order: 'oldest' })).toEqual(['a.md', 'c.md', 'b.md']);
  });

  test('orders titles as people do: without case, numbers by value', () => {
    expect(ids({ order: 'title' })).toEqual(['c.md', 'b.md', 'a.md']);
  });

  test('narrows by status, category and author', () => {
    expect(ids({ status: 'draft' })).toEqual(['b.md']);
    expect(ids({ category: 'Essays' })).toEqual(['a.md']);
    expect(ids({ author: 'jo' })).toEqual(['c.md']);
  });

  test('finds posts that have every word somewhere, without case', () => {
    expect(ids({ text: 'SEA tid' })).toEqual(['a.md']);
    expect(ids({ text: 'ölz' })).toEqual(['c.md']);
    expect(ids({ text: 'sea ölz' })).toEqual([]);
  });

  test('leaves the list it was given alone', () => {
    const before = [...posts];
    filterPosts(posts, { ...everyPost, order: 'title' });
    expect(posts).toEqual(before);
  });

  test('a date that is none counts as no date', () => {
    expect(postTime(summary('d.md', { date: 'soon', modifiedAt: 7 }))).toBe(7);
  });

  test('10,000 posts are filtered well within a frame or two', () => {
    const many = Array.from({ length: 10_000 }, (_, at) => summary(`${at}.md`, { modifiedAt: at }));
    filterPosts(many, { ...everyPost, text: 'md' });
    const start = performance.now();
    expect(filterPosts(many, { ...everyPost, text: '99' })[0]?.id).toBe('9999.md');
    expect(performance.now() - start).toBeLessThan(50);
  });
});

test('isNarrowed does not mind the order or blanks', () => {
  expect(isNarrowed({ ...everyPost, order: 'title', text: '  ' })).toBe(false);
  expect(isNarrowed({ ...everyPost, author: 'mara' })).toBe(true);
});

test('tally counts each value once a post, most frequent first', () => {
  expect(tally(posts, (post) => [...post.authors, ...post.authors])).toEqual([
    { value: 'mara', count: 2 },
    { value: 'jo', count: 1 },
  ]);
});

test('countByStatus', () => {
  expect(countByStatus(posts)).toEqual({ all: 3, draft: 1, published: 2 });
});
