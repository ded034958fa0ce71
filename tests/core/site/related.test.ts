import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PostId, PostSummary } from '../../../core/post/types.ts';
import { relatedPosts } from '../../../core/site/related.ts';

function post(id: string, facts: Partial<PostSummary> = {}): PostSummary {
  return {
    id: `${id}.md` as PostId,
    title: id,
    summary: '',
    slug: id,
    status: 'published',
    category: undefined,
    tags: [],
    authors: [],
    date: undefined,
    canonicalUrl: undefined,
    words: 1,
    minutes: 1,
    modifiedAt: 0,
    problem: undefined,
    ...facts,
  };
}

const current = { id: 'here.md' as PostId, category: 'Craft', tags: ['Type', 'ink'] };
const names = (all: readonly PostSummary[], limit?: number) =>
  relatedPosts(current, all, limit).map(({ title }) => title);

describe('related posts', () => {
  test('are those that share most, then the newest, then by id', () => {
    const all = [
      post('b-nothing', { date: '2026-03-01T00:00:00Z' }),
      post('one-tag', { tags: ['INK'], date: '2020-01-01T00:00:00Z' }),
      post('category', { category: 'craft', date: '2019-01-01T00:00:00Z' }),
      post('all', { category: 'Craft', tags: ['type', 'ink', 'other'] }),
      post('a-nothing', { date: '2026-03-01T00:00:00Z' }),
      post('undated'),
    ];
    expect(names(all, 10)).toEqual(['all', 'category', 'one-tag', 'a-nothing', 'b-nothing', 'undated']);
    expect(names(all, 3)).toEqual(['all', 'category', 'one-tag']);
    // Two cards fill the page's two columns.
    expect(names(all)).toEqual(['all', 'category']);
  });

  test('never are the post itself or a draft', () => {
    expect(
      names([post('here', { category: 'Craft' }), post('later', { category: 'Craft', status: 'draft' })]),
    ).toEqual([]);
  });

  test('compare dates as moments, not as texts', () => {
    const all = [
      post('earlier', { date: '2026-05-01T23:30:00+05:00' }),
      post('later', { date: '2026-05-01T20:00:00+00:00' }),
    ];
    expect(names(all)).toEqual(['later', 'earlier']);
  });

  test('count a repeated tag once', () => {
    const all = [post('twice', { tags: ['ink', 'INK', 'ink'] }), post('category', { category: 'Craft' })];
    expect(names(all)).toEqual(['category', 'twice']);
  });

  test('do not depend on the order of the library', () => {
    const posts = Array.from({ length: 9 }, (_, index) =>
      post(`p${index}`, {
        category: index % 2 === 0 ? 'Craft' : undefined,
        tags: index % 3 === 0 ? ['ink'] : [],
      }),
    );
    fc.assert(
      fc.property(fc.shuffledSubarray(posts, { minLength: posts.length }), (shuffled) => {
        expect(names(shuffled)).toEqual(names(posts));
      }),
    );
  });
});
