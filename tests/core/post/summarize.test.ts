import { describe, expect, test } from 'vitest';
import { readPost } from '../../../core/post/read-post.ts';
import { matchesFilter, summarize } from '../../../core/post/summarize.ts';
import type { Dialect, PostId, PostSummary } from '../../../core/post/types.ts';

function summary(text: string, id = 'notes/2026-11-14-a-post.md', dialect: Dialect = 'galley'): PostSummary {
  return summarize(readPost(id as PostId, text, dialect), 42);
}

test('what the post states', () => {
  const text =
    '---\ntitle: T\nslug: My Slug\ndate: 2026-11-14\ncategory: C\ntags: [a]\nauthor: mara\ndraft: true\n' +
    'description: "One\\n two"\ncanonical_url: https://x.example/\n---\n# T\n\nBody words here.\n';
  expect(summary(text)).toEqual({
    id: 'notes/2026-11-14-a-post.md',
    title: 'T',
    summary: 'One two',
    slug: 'my-slug',
    status: 'draft',
    category: 'C',
    tags: ['a'],
    authors: ['mara'],
    date: '2026-11-14T00:00:00Z',
    canonicalUrl: 'https://x.example/',
    words: 4,
    minutes: 1,
    modifiedAt: 42,
    problem: undefined,
  });
});

test('what is known of a post that states nothing', () => {
  expect(summary('# A *heading*\n\nFirst [words](x).\n\n## More\n\nSecond.')).toMatchObject({
    title: 'A heading',
    summary: 'First words. Second.',
    slug: 'a-post',
    date: '2026-11-14T00:00:00Z',
  });
  expect(summary('', 'b/c d.md')).toMatchObject({ title: 'c d', summary: '', slug: 'c-d' });
  expect(summary('', 'bundle/index.md', 'hugo').slug).toBe('bundle');
});

test('long texts end at a word', () => {
  const { summary: text } = summary('word '.repeat(100));
  expect(text.length).toBeLessThanOrEqual(200);
  expect(text).toMatch(/word…$/);
});

test('a problem is told with its line', () => {
  expect(summary('---\ntitle: a: b\n---\n').problem).toBe('Line 2: This line has a second colon.');
});

describe('the filter', () => {
  const post = summary('---\ntitle: Été à Łódź\ntags: [night work]\nauthor: mara\n---\nSummer there.');
  test.each([
    [{}, true],
    [{ status: 'all', text: '  ' }, true],
    [{ status: 'published' }, true],
    [{ status: 'draft' }, false],
    [{ text: 'ete a' }, true],
    [{ text: 'WORK mara' }, true],
    [{ text: 'summer' }, true],
    [{ text: 'a-post.md' }, true],
    [{ text: 'ete winter' }, false],
    [{ text: 'ete', status: 'draft' }, false],
  ] as const)('%j: %s', (filter, expected) => {
    expect(matchesFilter(post, filter)).toBe(expected);
  });
});
