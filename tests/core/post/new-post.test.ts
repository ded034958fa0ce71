import { describe, expect, test } from 'vitest';
import { detectDialect } from '../../../core/post/dialects/dialect.ts';
import { newPostPath, newPostText, uniquePath } from '../../../core/post/new-post.ts';
import { isPostFile, postFileName, postFolder, postStem, toPostId } from '../../../core/post/post-id.ts';
import { readPost } from '../../../core/post/read-post.ts';
import type { Dialect, PostId } from '../../../core/post/types.ts';

const date = '2026-11-14T23:30:00+01:00';

test.each<[Dialect, readonly string[], string]>([
  ['galley', ['x/y.md'], 'a-title.md'],
  ['jekyll', [], '_posts/2026-11-14-a-title.md'],
  ['jekyll', ['docs/_posts/2020-01-01-x.md', 'docs/a.md'], 'docs/_posts/2026-11-14-a-title.md'],
  ['jekyll', ['_posts/news/2020-01-01-x.md', 'a/_posts/2020-01-01-y.md'], '_posts/2026-11-14-a-title.md'],
  ['jekyll', ['2020-01-01-x.md'], '2026-11-14-a-title.md'],
  ['hugo', [], 'content/a-title.md'],
  ['hugo', ['content/about.md'], 'content/a-title.md'],
  ['hugo', ['content/posts/x.md'], 'content/posts/a-title.md'],
  ['hugo', ['content/blog/x.md'], 'content/blog/a-title.md'],
  ['hugo', ['_index.md', 'posts/x.md'], 'posts/a-title.md'],
  ['hexo', [], 'source/_posts/a-title.md'],
  ['hexo', ['source/_drafts/x.md', 'source/about/index.md'], 'source/_posts/a-title.md'],
  ['eleventy', [], 'a-title.md'],
  ['eleventy', ['index.md', 'pages/x.md'], 'a-title.md'],
  ['eleventy', ['index.md', 'posts/x.md'], 'posts/a-title.md'],
  ['eleventy', ['content/blog/x/x.md'], 'content/blog/a-title.md'],
  ['astro', [], 'src/content/blog/a-title.md'],
  ['astro', ['src/content/docs/x.md'], 'src/content/blog/a-title.md'],
  ['astro', ['src/content/posts/x.md'], 'src/content/posts/a-title.md'],
  ['devto', ['x/y.md'], 'a-title.md'],
])('%s beside %j: %s', (dialect, ids, path) => {
  expect(newPostPath(dialect, 'A title', date, ids)).toBe(path);
});

describe('the text of a new post', () => {
  test.each<[Dialect, string]>([
    ['galley', '---\ntitle: "A: b"\ndate: 2026-11-14T23:30:00+01:00\ndraft: true\nauthor: mara\n---\n\n'],
    [
      'jekyll',
      '---\ntitle: "A: b"\ndate: 2026-11-14 23:30:00 +0100\npublished: false\nauthor: mara\n---\n\n',
    ],
    ['hugo', '---\ntitle: "A: b"\ndate: 2026-11-14T23:30:00+01:00\ndraft: true\nauthor: mara\n---\n\n'],
    ['hexo', '---\ntitle: "A: b"\ndate: 2026-11-14 23:30:00 +0100\npublished: false\nauthor: mara\n---\n\n'],
    ['eleventy', '---\ntitle: "A: b"\ndate: 2026-11-14T23:30:00+01:00\ndraft: true\nauthor: mara\n---\n\n'],
    ['astro', '---\ntitle: "A: b"\npubDate: 2026-11-14T23:30:00+01:00\ndraft: true\nauthor: mara\n---\n\n'],
    ['devto', '---\ntitle: "A: b"\npublished: false\ndate: 2026-11-14T23:30:00+01:00\nauthor: mara\n---\n\n'],
  ])('%s', (dialect, text) => {
    const written = newPostText(dialect, { title: 'A: b', date, author: 'mara', status: 'draft' });
    expect(written).toBe(text);
    expect(readPost('a.md' as PostId, written, dialect)).toMatchObject({
      problems: [],
      meta: { title: 'A: b', status: 'draft', date: { iso: date }, authors: ['mara'] },
    });
  });

  test('without a title or an author', () => {
    expect(newPostText('galley', { title: '', date, status: 'draft' })).toBe(
      `---\ndate: ${date}\ndraft: true\n---\n\n`,
    );
  });
});

test('a path that is taken gets a number', () => {
  const taken = new Set(['a.md', 'a-2.md', 'd.x/b', 'c.d.md']);
  const unique = (path: string): string => uniquePath(path, (candidate) => taken.has(candidate));
  expect(unique('a.md')).toBe('a-3.md');
  expect(unique('b.md')).toBe('b.md');
  expect(unique('d.x/b')).toBe('d.x/b-2');
  expect(unique('c.d.md')).toBe('c.d-2.md');
});

test.each<[readonly string[], Dialect]>([
  [[], 'galley'],
  [['a.md', 'notes/b.md'], 'galley'],
  [['_posts/2026-01-01-a.md'], 'jekyll'],
  [['docs/_drafts/a.md'], 'jekyll'],
  [['_config.yml', 'a.md'], 'jekyll'],
  [['2026-01-01-a.md', '2026-01-02-b.md', 'readme.md'], 'jekyll'],
  [['hugo.toml', 'content/a.md'], 'hugo'],
  [['config.toml', 'content/a.md'], 'hugo'],
  [['config.toml', 'a.md'], 'galley'],
  [['posts/_index.md'], 'hugo'],
  [['source/_posts/a.md'], 'hexo'],
  [['source/_drafts/a.md'], 'hexo'],
  [['_config.yml', 'source/about/index.md'], 'hexo'],
  [['_config.yml', 'scaffolds/post.md', 'package.json'], 'hexo'],
  [['docs/source/_posts/a.md'], 'jekyll'],
  [['_config.yml', 'Rakefile', 'source/_posts/2026-01-01-a.md'], 'jekyll'],
  [['.eleventy.js', 'a.md'], 'eleventy'],
  [['eleventy.config.mjs', '_posts/a.md'], 'eleventy'],
  [['theme/eleventy.config.js', 'a.md'], 'galley'],
  [['astro.config.ts', 'a.md'], 'astro'],
  [['src/content/blog/a.md'], 'astro'],
  [['hugo.toml', 'src/content/a.md'], 'hugo'],
  [['astro.config.md'], 'galley'],
])('%j is a library of %s', (paths, dialect) => {
  expect(detectDialect(paths)).toBe(dialect);
});

describe('ids', () => {
  test.each(['a.md', 'x/y/a.MARKDOWN', 'a b: c.md', '.x/a.md', 'é.md'])('%s', (path) => {
    expect(toPostId(path)).toBe(path);
  });

  test.each([
    '',
    '.md',
    'a.txt',
    'a',
    '/a.md',
    '../a.md',
    'x/../a.md',
    './a.md',
    'x//a.md',
    'x/',
    'C:/a.md',
    'x\\a.md',
    'a.md\0',
  ])('%j is none', (path) => {
    expect(toPostId(path)).toBeUndefined();
  });

  test('their parts', () => {
    expect([postFolder('x/y/a.b.md'), postFileName('x/y/a.b.md'), postStem('x/y/a.b.md')]).toEqual([
      'x/y',
      'a.b.md',
      'a.b',
    ]);
    expect([postFolder('a.md'), postFileName('a.md'), postStem('a.Markdown')]).toEqual(['', 'a.md', 'a']);
    expect([isPostFile('a.md'), isPostFile('a.mdx'), isPostFile('md')]).toEqual([true, false, false]);
  });
});
