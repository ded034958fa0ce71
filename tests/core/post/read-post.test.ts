import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readPost } from '../../../core/post/read-post.ts';
import type { Dialect, Post, PostId } from '../../../core/post/types.ts';

const folder = new URL('../../fixtures/front-matter/', import.meta.url);

function fixture(dialect: Dialect, id: string): Post {
  return readPost(id as PostId, readFileSync(new URL(`${dialect}/${id}`, folder), 'utf8'), dialect);
}

function read(text: string, dialect: Dialect = 'galley', id = 'a.md'): Post {
  return readPost(id as PostId, text, dialect);
}

const body = (post: Post): string => post.text.slice(post.bodyFrom);

describe('whole posts', () => {
  test('Galley', () => {
    const post = fixture('galley', 'full.md');
    expect(post.problems).toEqual([]);
    expect(post.meta).toEqual({
      title: 'Lamps for the east pier',
      slug: undefined,
      date: { text: '2026-11-14T09:00:00+01:00', iso: '2026-11-14T09:00:00+01:00' },
      updated: { text: '2026-11-16T18:30:00+01:00', iso: '2026-11-16T18:30:00+01:00' },
      status: 'published',
      category: 'Harbour',
      categories: ['Harbour'],
      tags: ['lamps', 'night work', 'pier'],
      authors: ['mara', 'jonas'],
      profile: 'jonas',
      summary: 'Nine lamps, one ladder, and a week of fog.',
      cover: 'assets/full/pier.jpg',
      coverAlt: 'The pier at dusk',
      canonicalUrl: 'https://harbour.example/lamps',
      lang: 'en-GB',
      views: 1204,
      sources: [
        {
          title: "The Keeper's Almanac",
          author: 'R. Oduya',
          site: 'Coast Quarterly',
          url: 'https://coast.example/almanac',
          accessed: '2026-11-01',
          relation: 'adapted from',
        },
      ],
    });
    expect(body(post)).toBe('\n# Lamps for the east pier\n\nThe first lamp went up **on Monday**.\n');
  });

  test('Jekyll', () => {
    const { meta, problems } = fixture('jekyll', '_posts/2026-03-09-spring-tide.markdown');
    expect(problems).toEqual([]);
    expect(meta).toMatchObject({
      title: 'Spring tide tables',
      slug: 'spring-tide',
      date: { text: '2026-03-09 07:15:00 +0100', iso: '2026-03-09T07:15:00+01:00' },
      updated: { iso: '2026-03-11T20:00:00+01:00' },
      status: 'published',
      category: 'harbour',
      categories: ['harbour', 'tables'],
      tags: ['tide', 'moon'],
      authors: ['Jonas Brandt'],
      summary: 'How the tables are made.',
      cover: '/assets/tide.png',
      coverAlt: 'A tide staff',
    });
  });

  test('Jekyll drafts', () => {
    const { meta } = fixture('jekyll', '_drafts/buoy.md');
    expect(meta).toMatchObject({ status: 'draft', categories: ['Harbour news'], date: undefined });
  });

  test('Hugo in TOML', () => {
    const { meta, problems } = fixture('hugo', 'content/posts/fog-signal.md');
    expect(problems).toEqual([]);
    expect(meta).toMatchObject({
      title: 'The fog signal "Old Anna"',
      date: { text: '2026-02-01T06:00:00Z', iso: '2026-02-01T06:00:00Z' },
      updated: { text: '2026-02-03', iso: '2026-02-03T00:00:00Z' },
      status: 'draft',
      categories: ['Harbour'],
      tags: ['fog', 'signal'],
      authors: ['mara'],
      summary: 'Built in 1911,\nsilent since spring.',
      cover: 'anna.jpg',
      sources: [
        { title: 'Signals of the North', url: 'https://north.example/' },
        { title: 'A Letter', relation: 'quoted' },
      ],
    });
  });

  test('Hugo takes keys in any case', () => {
    const { meta } = fixture('hugo', 'content/posts/yaml.md');
    expect(meta).toMatchObject({
      title: 'Keys in capitals',
      date: { text: '2026-05-05' },
      authors: ['jonas'],
    });
  });
});

describe('whole posts of other sites', () => {
  test('Hexo', () => {
    const { meta, problems } = fixture('hexo', 'source/_posts/slack-water.md');
    expect(problems).toEqual([]);
    expect(meta).toMatchObject({
      title: 'Slack water',
      slug: 'slack-water',
      date: { text: '2026-04-02 08:30:00', iso: '2026-04-02T08:30:00Z' },
      updated: { iso: '2026-04-05T21:00:00Z' },
      status: 'published',
      category: 'Harbour',
      categories: ['Harbour', 'Tides'],
      tags: ['tide', 'rest'],
      authors: ['mara'],
      summary: 'Twenty minutes in which nothing pulls.',
      cover: '/images/slack.jpg',
    });
  });

  test('Hexo with several nestings', () => {
    expect(fixture('hexo', 'source/_posts/two-shelves.md').meta).toMatchObject({
      date: { iso: '2026-04-09T10:00:00Z' },
      status: 'draft',
      category: 'Harbour',
      categories: ['Harbour', 'Boats', 'Craft'],
      tags: ['rope'],
    });
  });

  test('Hexo drafts', () => {
    expect(fixture('hexo', 'source/_drafts/winch.md').meta).toMatchObject({ status: 'draft' });
  });

  test('Eleventy', () => {
    const { meta, problems } = fixture('eleventy', 'posts/2026-06-21-long-day.md');
    expect(problems).toEqual([]);
    expect(meta).toMatchObject({
      title: 'The longest day',
      slug: 'long-day',
      date: { text: '2026-06-21', iso: '2026-06-21T00:00:00Z' },
      status: 'draft',
      tags: ['light', 'summer'],
      authors: ['jonas'],
      summary: 'Light until eleven.',
    });
  });

  test('Eleventy without an offset or an address', () => {
    expect(fixture('eleventy', 'posts/low-light.md').meta).toMatchObject({
      slug: undefined,
      date: { iso: '2026-06-22T04:10:00Z' },
      tags: ['light'],
    });
  });

  test('Eleventy looks some dates up itself', () => {
    const post = (date: string): Post => read(`---\ndate: ${date}\n---\n`, 'eleventy', '2026-01-01-a.md');
    expect(post('git Last Modified')).toMatchObject({
      problems: [],
      meta: { date: { text: 'git Last Modified', iso: undefined } },
    });
    expect(post('Last Midsummer').problems).toMatchObject([{ code: 'unreadable-date' }]);
  });

  test('Astro', () => {
    const { meta, problems } = fixture('astro', 'src/content/blog/breakwater.md');
    expect(problems).toEqual([]);
    expect(meta).toMatchObject({
      title: 'The breakwater',
      date: { text: 'Jul 08 2026', iso: '2026-07-08T00:00:00Z' },
      updated: { iso: '2026-07-10T08:00:00Z' },
      status: 'published',
      tags: ['stone', 'sea'],
      authors: ['mara'],
      summary: 'Stones, and where they came from.',
      cover: '../../assets/breakwater.jpg',
    });
  });

  test('dev.to', () => {
    const { meta, problems } = fixture('devto', 'knots.md');
    expect(problems).toEqual([]);
    expect(meta).toMatchObject({
      title: 'Four knots for a cold morning',
      date: { text: '2026-08-01 06:00 +0000', iso: '2026-08-01T06:00:00Z' },
      status: 'draft',
      tags: ['rope', 'knots', 'cold'],
      summary: 'Tied with gloves on.',
      cover: 'https://harbour.example/knots.png',
      canonicalUrl: 'https://harbour.example/knots',
    });
    expect(fixture('devto', 'list.md').meta).toMatchObject({
      date: { iso: '2026-08-03T00:00:00Z' },
      status: 'published',
      tags: ['rope', 'knots'],
    });
  });
});

describe('traps of the dialects', () => {
  test.each<[Dialect, string, string]>([
    ['jekyll', 'published: no', 'draft'],
    ['jekyll', 'published: off', 'draft'],
    ['jekyll', 'published: yes', 'published'],
    ['jekyll', 'draft: true', 'draft'],
    ['hugo', 'published: false', 'published'],
    ['hugo', 'draft: yes', 'published'],
    ['hugo', 'draft: "true"', 'draft'],
    ['galley', 'published: false', 'draft'],
    ['galley', 'draft: True', 'draft'],
    ['galley', '', 'published'],
    ['hexo', 'published: false', 'draft'],
    ['hexo', 'published: no', 'published'],
    ['eleventy', 'draft: true', 'draft'],
    ['eleventy', 'published: false', 'published'],
    ['astro', 'draft: true', 'draft'],
    ['devto', 'published: no', 'draft'],
    ['devto', 'published: true', 'published'],
  ])('%s: “%s” is %s', (dialect, line, status) => {
    expect(read(`---\n${line}\n---\n`, dialect).meta.status).toBe(status);
  });

  test('`published` is a date in Hugo and a truth in Jekyll', () => {
    const text = '---\npublished: 2026-02-02\n---\n';
    expect(read(text, 'hugo').meta.date?.iso).toBe('2026-02-02T00:00:00Z');
    expect(read(text, 'jekyll').meta).toMatchObject({ date: undefined, status: 'published' });
  });

  test.each<Dialect>(['galley', 'hugo'])('%s: a truth under `published` is no date', (dialect) => {
    const post = read('---\npublished: true\npubDate: 2026-02-02\n---\n', dialect);
    expect(post.problems).toEqual([]);
    expect(read('---\npublished: true\n---\n', dialect)).toMatchObject({
      meta: { date: undefined, status: 'published' },
      problems: [],
    });
  });

  test.each<[Dialect, string, string | undefined]>([
    ['jekyll', '_posts/2026-11-14-name.md', '2026-11-14'],
    ['jekyll', '_posts/2026-11-14-name.markdown', '2026-11-14'],
    ['jekyll', '_posts/2026-13-14-name.md', undefined],
    ['jekyll', '_posts/2026-11-14.md', undefined],
    ['hugo', 'content/2026-11-14-name.md', undefined],
    ['eleventy', 'posts/2026-11-14-name.md', '2026-11-14'],
    ['hexo', 'source/_posts/2026-11-14-name.md', undefined],
    ['astro', 'src/content/blog/2026-11-14-name.md', undefined],
  ])('%s: the name %s dates a post %s', (dialect, id, date) => {
    expect(read('Text', dialect, id).meta.date?.text).toBe(date);
  });

  test('words that look like something else stay words', () => {
    const { meta } = read('---\ntitle: 1.10\nauthor: 007\ntags: [2026, on, ~]\n---\n');
    expect(meta).toMatchObject({ title: '1.10', authors: ['007'], tags: ['2026', 'on'] });
  });

  test('keys that look like parts of an object are only keys', () => {
    const { meta } = read('---\n__proto__: {title: x}\nconstructor: y\ntitle: z\n---\n');
    expect(meta.title).toBe('z');
  });
});

describe('front matter that is none', () => {
  test.each([
    ['no-front-matter.md', 0],
    ['rule-first.md', 0],
  ])('%s', (id, bodyFrom) => {
    expect(fixture('galley', id)).toMatchObject({ block: undefined, bodyFrom, problems: [] });
  });

  test('an empty block', () => {
    const post = fixture('galley', 'empty-block.md');
    expect(post.problems).toEqual([]);
    expect(body(post)).toBe('Nothing is said above.\n');
  });

  test('a block at the very end, closed by dots or with blanks behind the fences', () => {
    expect(body(read('---  \ntitle: x\n---\t'))).toBe('');
    expect(body(read('---\ntitle: x\n...\ny'))).toBe('y');
  });

  test.each([
    ['indented keys', '---\n  title: Low water\n  lang: en\n---\n'],
    ['keys in another script', '---\nзаметка: один\n---\n'],
    ['quoted TOML keys in another script', '+++\n"заметка" = "один"\n+++\n'],
  ])('%s are front matter', (_, text) => {
    expect(body(read(`${text}The body.\n`))).toBe('The body.\n');
  });

  test('indented keys are read', () => {
    expect(read('---\n  title: Low water\n---\n').meta.title).toBe('Low water');
  });

  test('a fence that is not on the first line is text', () => {
    expect(read('\n---\ntitle: x\n---\n').block).toBeUndefined();
  });

  test.each(['', '---', '---\n', '+++\n', '\n', '--- x\n', '----\n'])('%j is text', (text) => {
    expect(read(text)).toMatchObject({ block: undefined, bodyFrom: 0, problems: [] });
  });
});

describe('front matter in error', () => {
  test('says where, and knows the rest', () => {
    const post = fixture('galley', 'broken.md');
    expect(post.problems).toEqual([
      {
        code: 'malformed-yaml',
        message: 'This line has a second colon.',
        remedy: 'Put quotes around a value that has a colon in it.',
        line: 2,
      },
    ]);
    expect(post.meta).toMatchObject({ title: undefined, authors: ['mara'], category: 'Craft', tags: [] });
    expect(body(post)).toBe('The body is safe.\n');
  });

  test('an unclosed fence is a problem and the text stays whole', () => {
    const post = fixture('galley', 'unclosed.md');
    expect(post.problems.map((problem) => [problem.code, problem.line])).toEqual([
      ['unclosed-front-matter', 1],
    ]);
    expect(post.bodyFrom).toBe(0);
  });

  test.each([
    ['a key twice', '---\ntitle: a\nx: 1\ntitle: b\n---\n', 'duplicate-key', 4],
    ['an open quote', '---\ntitle: "a\nx: 1\n---\n', 'malformed-yaml', 2],
    ['a tab', '---\na:\n\tb: 1\ntitle: t\n---\n', 'malformed-yaml', 3],
    ['an alias to nothing', '---\ntitle: t\nx: *y\n---\n', 'unknown-alias', 3],
    ['too much', `---\ntitle: t\nx: ${'x'.repeat(70_000)}\n---\n`, 'data-too-large', 2],
    ['TOML without quotes', '+++\ntitle = t\n+++\n', 'malformed-toml', 2],
    ['a TOML key twice', '+++\ntitle = "t"\ntitle = "u"\n+++\n', 'duplicate-key', 3],
    ['a date that is none', '---\ntitle: t\ndate: soon\n---\n', 'unreadable-date', 3],
  ])('%s', (_, text, code, line) => {
    const post = read(`${text}The body.\n`);
    expect(post.problems.map((problem) => [problem.code, problem.line])).toEqual([[code, line]]);
    expect(body(post)).toBe('The body.\n');
  });

  test('a broken TOML table takes no keys of its neighbours along', () => {
    const text = '+++\ntitle = "t"\n[params\nauthor = "x"\n[other]\ny = 1\n+++\n';
    expect(read(text, 'hugo').meta).toMatchObject({ title: 't', authors: [] });
  });
});
