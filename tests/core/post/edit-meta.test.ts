import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../../core/base/text-edit.ts';
import { editMeta, editMetaAll } from '../../../core/post/edit-meta.ts';
import { readPost } from '../../../core/post/read-post.ts';
import type { Dialect, MetaEdit, PostId } from '../../../core/post/types.ts';
import type { SourceRecord } from '../../../core/source/types.ts';

const folder = new URL('../../fixtures/front-matter/', import.meta.url);

function edited(text: string, edit: MetaEdit, dialect: Dialect = 'galley', id = 'a.md'): string {
  const result = editMeta(readPost(id as PostId, text, dialect), dialect, edit);
  return result.ok ? applyEdits(text, result.value) : result.failure.code;
}

/** The lines that an edit took away (`-`) and put in (`+`) of a fixture. */
function changes(dialect: Dialect, id: string, edit: MetaEdit): string[] {
  const text = readFileSync(new URL(`${dialect}/${id}`, folder), 'utf8');
  const before = text.split('\n');
  const after = edited(text, edit, dialect, id).split('\n');
  let head = 0;
  while (head < before.length && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(before.length, after.length) - head && before.at(-1 - tail) === after.at(-1 - tail))
    tail += 1;
  return [
    ...before.slice(head, before.length - tail).map((line) => `-${line}`),
    ...after.slice(head, after.length - tail).map((line) => `+${line}`),
  ];
}

describe('each field in its own key, every other byte kept', () => {
  const full = (edit: MetaEdit): string[] => changes('galley', 'full.md', edit);
  test.each<[MetaEdit, string[]]>([
    [
      { field: 'title', value: 'Lamps' },
      ['-title: "Lamps for the east pier"   # working title', '+title: "Lamps"   # working title'],
    ],
    [{ field: 'slug', value: 'lamps' }, ['+slug: lamps']],
    [
      { field: 'date', value: '2026-12-01T10:00:00+01:00' },
      ['-date: 2026-11-14T09:00:00+01:00', '+date: 2026-12-01T10:00:00+01:00'],
    ],
    [{ field: 'status', value: 'draft' }, ['-draft: false', '+draft: true']],
    [{ field: 'status', value: 'published' }, []],
    [{ field: 'category', value: 'Night: work' }, ['-category: Harbour', '+category: "Night: work"']],
    [
      { field: 'tags', value: ['lamps', 'pier', 'fog'] },
      ['-tags: [lamps, \'night work\', "pier"]', '+tags: [lamps, \'pier\', "fog"]'],
    ],
    [{ field: 'tags', value: [] }, ['-tags: [lamps, \'night work\', "pier"]']],
    [{ field: 'authors', value: ['mara'] }, ['-  - jonas']],
    [{ field: 'authors', value: ['mara', 'jonas', 'ida'] }, ['+  - ida']],
    [{ field: 'profile', value: undefined }, ['-profile: jonas']],
    [
      { field: 'summary', value: 'Short.' },
      ['-  Nine lamps, one ladder,', '-  and a week of fog.', '+  Short.'],
    ],
    [{ field: 'coverAlt', value: undefined }, ['-cover_alt: The pier at dusk']],
    [{ field: 'views', value: 1205 }, ['-views: 1204', '+views: 1205']],
  ])('%j', (edit, lines) => {
    expect(full(edit)).toEqual(lines);
  });
});

describe('a post without front matter', () => {
  test('gets a block', () => {
    expect(edited('Text\n', { field: 'title', value: 'A: b' })).toBe('---\ntitle: "A: b"\n---\n\nText\n');
    expect(edited('', { field: 'status', value: 'draft' }, 'jekyll')).toBe('---\npublished: false\n---\n\n');
    expect(edited('\nText', { field: 'tags', value: ['a', 'b c'] })).toBe('---\ntags: [a, b c]\n---\n\nText');
  });

  test('gets none for nothing', () => {
    expect(edited('Text\n', { field: 'title', value: undefined })).toBe('Text\n');
    expect(edited('Text\n', { field: 'status', value: 'published' })).toBe('Text\n');
  });

  test('an empty block is filled', () => {
    expect(edited('---\n---\nText', { field: 'title', value: 'x' })).toBe('---\ntitle: x\n---\nText');
    expect(edited('+++\n+++\nText', { field: 'title', value: 'x' })).toBe('+++\ntitle = "x"\n+++\nText');
  });

  test('an only key that is removed leaves an empty block', () => {
    expect(edited('---\ntitle: x\n---\nText', { field: 'title', value: undefined })).toBe('---\n---\nText');
  });
});

describe('Jekyll', () => {
  const tide = (edit: MetaEdit): string[] =>
    changes('jekyll', '_posts/2026-03-09-spring-tide.markdown', edit);

  test('keeps its forms', () => {
    expect(tide({ field: 'date', value: '2026-03-10T08:00:00+01:00' })).toEqual([
      '-date: 2026-03-09 07:15:00 +0100',
      '+date: 2026-03-10 08:00:00 +0100',
    ]);
    expect(tide({ field: 'status', value: 'draft' })).toEqual(['-published: yes', '+published: no']);
    expect(tide({ field: 'tags', value: ['tide', 'sun'] })).toEqual(['-tags: tide moon', '+tags: tide sun']);
    expect(tide({ field: 'tags', value: ['spring tide'] })).toEqual([
      '-tags: tide moon',
      '+tags: [spring tide]',
    ]);
    expect(tide({ field: 'category', value: 'news' })).toEqual([
      '-categories: harbour tables',
      '+categories: news tables',
    ]);
    expect(tide({ field: 'summary', value: 'Two\nlines.' })).toEqual([
      '-  How the tables are made.',
      '+  Two',
      '+  lines.',
    ]);
    expect(tide({ field: 'cover', value: '/assets/new.png' })).toEqual([
      '-  path: /assets/tide.png',
      '+  path: /assets/new.png',
    ]);
    expect(tide({ field: 'coverAlt', value: 'A staff' })).toEqual([
      '-  alt: A tide staff',
      '+  alt: A staff',
    ]);
    expect(tide({ field: 'authors', value: ['Ida'] })).toEqual([
      '-author: {name: Jonas Brandt, email: jonas@example.org}',
      '+author: {name: Ida, email: jonas@example.org}',
    ]);
  });

  test.each<[MetaEdit, string]>([
    [{ field: 'date', value: '2026-03-10T08:00:00+01:00' }, 'date: 2026-03-10 08:00:00 +0100'],
    [{ field: 'updated', value: '2026-03-10T08:00:00Z' }, 'last_modified_at: 2026-03-10 08:00:00 +0000'],
    [{ field: 'category', value: 'Harbour news' }, 'categories: [Harbour news]'],
    [{ field: 'summary', value: 'Short.' }, 'excerpt: Short.'],
    [{ field: 'cover', value: 'a.png' }, 'image: a.png'],
    [{ field: 'status', value: 'draft' }, 'published: false'],
  ])('writes its own keys: %j', (edit, line) => {
    expect(edited('---\nlayout: post\n---\n', edit, 'jekyll')).toBe(`---\nlayout: post\n${line}\n---\n`);
  });

  test('a post in _drafts is published by moving it', () => {
    const text = '---\ntitle: x\n---\n';
    const post = readPost('_drafts/a.md' as PostId, text, 'jekyll');
    const result = editMeta(post, 'jekyll', { field: 'status', value: 'published' });
    expect(result.ok ? undefined : [result.failure.code, result.failure.remedy]).toEqual([
      'draft-folder',
      'Move it to the _posts folder to publish it.',
    ]);
    expect(editMeta(post, 'jekyll', { field: 'status', value: 'draft' })).toEqual({ ok: true, value: [] });
  });
});

describe('Hugo', () => {
  const fog = (edit: MetaEdit): string[] => changes('hugo', 'content/posts/fog-signal.md', edit);

  test('keeps its forms', () => {
    expect(fog({ field: 'title', value: 'The fog signal' })).toEqual([
      '-title = \'The fog signal "Old Anna"\'',
      "+title = 'The fog signal'",
    ]);
    expect(fog({ field: 'status', value: 'published' })).toEqual(['-draft = true', '+draft = false']);
    expect(fog({ field: 'updated', value: '2026-02-04T00:00:00Z' })).toEqual([
      '-lastmod = 2026-02-03',
      '+lastmod = 2026-02-04',
    ]);
    expect(fog({ field: 'authors', value: ['ida'] })).toEqual([
      '-author = "mara"   # under params',
      '+author = "ida"   # under params',
    ]);
    expect(fog({ field: 'tags', value: ['fog', 'signal', 'sea'] })).toEqual(['+  "sea",']);
    expect(fog({ field: 'cover', value: 'new.jpg' })).toEqual([
      '-images = ["anna.jpg", "horn.jpg"]',
      '+images = ["new.jpg", "horn.jpg"]',
    ]);
    expect(fog({ field: 'lang', value: 'en' })).toEqual(['+lang = "en"']);
  });

  test.each<[MetaEdit, string]>([
    [{ field: 'date', value: '2026-03-10T08:00:00+01:00' }, 'date: 2026-03-10T08:00:00+01:00'],
    [{ field: 'updated', value: '2026-03-10T08:00:00Z' }, 'lastmod: 2026-03-10T08:00:00Z'],
    [{ field: 'category', value: 'Harbour' }, 'categories: [Harbour]'],
    [{ field: 'cover', value: 'a.png' }, 'images: [a.png]'],
    [{ field: 'status', value: 'draft' }, 'draft: true'],
  ])('writes its own keys: %j', (edit, line) => {
    expect(edited('---\nweight: 1\n---\n', edit, 'hugo')).toBe(`---\nweight: 1\n${line}\n---\n`);
  });

  test('a TOML date is bare', () => {
    expect(edited('+++\nx = 1\n+++\n', { field: 'date', value: '2026-03-10T08:00:00Z' }, 'hugo')).toBe(
      '+++\nx = 1\ndate = 2026-03-10T08:00:00Z\n+++\n',
    );
  });

  test('keys keep their case', () => {
    expect(changes('hugo', 'content/posts/yaml.md', { field: 'title', value: 'x' })).toEqual([
      '-Title: Keys in capitals',
      '+Title: x',
    ]);
  });
});

describe('sources', () => {
  const full = readFileSync(new URL('galley/full.md', folder), 'utf8');
  const [almanac] = readPost('a.md' as PostId, full, 'galley').meta.sources;
  const letter: SourceRecord = { title: 'A Letter', url: 'https://letter.example/', relation: 'quoted' };
  if (almanac === undefined) throw new Error('The fixture has a source');

  test('change field by field', () => {
    const value = [{ ...almanac, site: undefined, author: 'Rose Oduya', relation: 'quoted' as const }];
    expect(changes('galley', 'full.md', { field: 'sources', value })).toEqual([
      '-  author: R. Oduya',
      '-  site: Coast Quarterly',
      '-  url: https://coast.example/almanac',
      '-  accessed: 2026-11-01',
      '-  relation: adapted from',
      '+  author: Rose Oduya',
      '+  url: https://coast.example/almanac',
      '+  accessed: 2026-11-01',
      '+  relation: quoted',
    ]);
  });

  test('one becomes two with every byte of the first', () => {
    const after = edited(full, { field: 'sources', value: [almanac, letter] });
    expect(after).toContain(
      [
        'source:',
        '  # found in the reading room',
        "  - title: 'The Keeper''s Almanac'",
        '    author: R. Oduya',
        '    site: Coast Quarterly',
        '    url: https://coast.example/almanac',
        '    accessed: 2026-11-01',
        '    relation: adapted from',
        '    shelf: C-14',
        '  - title: A Letter',
        '    url: https://letter.example/',
        '    relation: quoted',
        '---',
      ].join('\n'),
    );
  });

  test('are added, reordered and removed', () => {
    const text = '---\ntitle: x\n---\n';
    const one = edited(text, { field: 'sources', value: [letter] });
    expect(one).toBe(
      '---\ntitle: x\nsource:\n  title: A Letter\n  url: https://letter.example/\n  relation: quoted\n---\n',
    );
    expect(edited(one, { field: 'sources', value: [] })).toBe(text);
    expect(
      changes('galley', 'two-sources.md', {
        field: 'sources',
        value: [{ title: 'First Work', url: 'https://first.example/' }],
      }),
    ).toEqual(['-- { title: "Second Work", site: Second Site, relation: quoted }']);
  });

  test('in TOML', () => {
    expect(
      changes('hugo', 'content/posts/fog-signal.md', {
        field: 'sources',
        value: [
          { title: 'Signals of the North', url: 'https://north.example/' },
          { title: 'A Letter', relation: 'quoted', site: 'Post' },
        ],
      }),
    ).toEqual(['+site = "Post"']);
    const made = edited('+++\ntitle = "x"\n+++\n', { field: 'sources', value: [letter] }, 'hugo');
    expect(made).toBe(
      '+++\ntitle = "x"\n\n[source]\ntitle = "A Letter"\nurl = "https://letter.example/"\nrelation = "quoted"\n+++\n',
    );
    const two = edited(made, { field: 'sources', value: [letter, { title: 'B' }] }, 'hugo');
    expect(two).toBe(
      made.replace('[source]', '[[source]]').replace('"quoted"\n', '"quoted"\n\n[[source]]\ntitle = "B"\n'),
    );
  });
});

test('a date never takes the place of a truth', () => {
  const date: MetaEdit = { field: 'date', value: '2026-03-10T08:00:00Z' };
  expect(edited('---\ntitle: x\npublished: true # yes\n---\n', date)).toBe(
    '---\ntitle: x\ndate: 2026-03-10T08:00:00Z\npublished: true # yes\n---\n',
  );
});

test.each<[Dialect, string, string]>([
  ['galley', 'categories: [a, b, c]', 'categories: [b, c]'],
  ['jekyll', 'categories: a b c', 'categories: b c'],
])('%s: a category that becomes the first stands there once', (dialect, before, after) => {
  const edit: MetaEdit = { field: 'category', value: 'b' };
  expect(edited(`---\n${before}\n---\n`, edit, dialect)).toBe(`---\n${after}\n---\n`);
});

describe('refusals leave the text alone', () => {
  test.each([
    ['broken.md', 'malformed-front-matter'],
    ['unclosed.md', 'malformed-front-matter'],
  ])('%s', (id, code) => {
    const text = readFileSync(new URL(`galley/${id}`, folder), 'utf8');
    expect(edited(text, { field: 'title', value: 'x' })).toBe(code);
  });

  test('a text with a line of fences never ends the block early', () => {
    const value = 'one\n---\n+++\n...\ntwo';
    for (const text of [
      '---\na: 1\n---\nBody\n',
      '+++\na = 1\n+++\nBody\n',
      '+++\ndescription = """x"""\n+++\nBody\n',
    ]) {
      const after = edited(text, { field: 'summary', value });
      expect(readPost('a.md' as PostId, after, 'galley').meta.summary).toBe(value);
      expect(after.endsWith('\nBody\n')).toBe(true);
    }
  });
});

test('several edits are joined into one list', () => {
  const text = '---\ntitle: x # c\n---\nBody\n';
  const post = readPost('a.md' as PostId, text, 'galley');
  const result = editMetaAll(post, 'galley', [
    { field: 'title', value: 'y z' },
    { field: 'category', value: 'Craft' },
    { field: 'tags', value: ['a'] },
  ]);
  expect(result.ok && applyEdits(text, result.value)).toBe(
    '---\ntitle: y z # c\ncategory: Craft\ntags: [a]\n---\nBody\n',
  );
});
