import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../../core/base/text-edit.ts';
import { editMeta } from '../../../core/post/edit-meta.ts';
import { readPost } from '../../../core/post/read-post.ts';
import type { Dialect, MetaEdit, PostId } from '../../../core/post/types.ts';

const folder = new URL('../../fixtures/front-matter/', import.meta.url);

function edited(text: string, edit: MetaEdit, dialect: Dialect, id = 'a.md'): string {
  const result = editMeta(readPost(id as PostId, text, dialect), dialect, edit);
  return result.ok ? applyEdits(text, result.value) : result.failure.code;
}

/** The lines of a fixture that an edit took away (`-`) and those it put in (`+`); the rest is the same. */
function changes(dialect: Dialect, id: string, edit: MetaEdit): string[] {
  const text = readFileSync(new URL(`${dialect}/${id}`, folder), 'utf8');
  const before = text.split('\n');
  const after = edited(text, edit, dialect, id).split('\n');
  const gone = before.filter((line) => !after.includes(line));
  const come = after.filter((line) => !before.includes(line));
  expect(before.filter((line) => !gone.includes(line))).toEqual(after.filter((line) => !come.includes(line)));
  return [...gone.map((line) => `-${line}`), ...come.map((line) => `+${line}`)];
}

const march: MetaEdit = { field: 'date', value: '2026-03-10T08:00:00+01:00' };
const tags = (...value: readonly string[]): MetaEdit => ({ field: 'tags', value });

describe('Hexo', () => {
  const slack = (edit: MetaEdit): string[] => changes('hexo', 'source/_posts/slack-water.md', edit);
  const shelves = (edit: MetaEdit): string[] => changes('hexo', 'source/_posts/two-shelves.md', edit);

  test.each<[MetaEdit, string[]]>([
    [
      { field: 'title', value: 'Slack' },
      ['-title: Slack water   # between two tides', '+title: Slack   # between two tides'],
    ],
    [march, ['-date: 2026-04-02 08:30:00', '+date: 2026-03-10 08:00:00 +0100']],
    [{ field: 'category', value: 'Sea' }, ['-  - Harbour   # the top one', '+  - Sea   # the top one']],
    [tags('tide', 'rest', 'sea'), ['+- sea']],
    [{ field: 'summary', value: 'Short.' }, ['-  Twenty minutes in which', '-  nothing pulls.', '+  Short.']],
    [{ field: 'cover', value: '/images/a.jpg' }, ['-cover: /images/slack.jpg', '+cover: /images/a.jpg']],
    [{ field: 'status', value: 'draft' }, ['+published: false']],
  ])('keeps its forms: %j', (edit, lines) => {
    expect(slack(edit)).toEqual(lines);
  });

  test('the top of the first of several nestings is set in its place', () => {
    expect(shelves({ field: 'category', value: 'Sea' })).toEqual(['-- [Harbour, Boats]', '+- [Sea, Boats]']);
    expect(shelves({ field: 'category', value: 'Boats' })).toEqual(['-- [Harbour, Boats]', '+- [Boats]']);
    expect(shelves({ field: 'category', value: 'Craft' })).toEqual([
      '-- [Harbour, Boats]',
      '+- [Craft, Boats]',
    ]);
    expect(shelves({ field: 'status', value: 'published' })).toEqual([
      '-published: false',
      '+published: true',
    ]);
  });

  test.each<[MetaEdit, string]>([
    [march, 'date: 2026-03-10 08:00:00 +0100'],
    [{ field: 'updated', value: '2026-03-10T08:00:00Z' }, 'updated: 2026-03-10 08:00:00 +0000'],
    [{ field: 'category', value: 'Sea' }, 'categories: [Sea]'],
    [{ field: 'summary', value: 'Short.' }, 'excerpt: Short.'],
    [{ field: 'cover', value: 'a.png' }, 'cover: a.png'],
    [{ field: 'status', value: 'draft' }, 'published: false'],
  ])('writes its own keys: %j', (edit, line) => {
    expect(edited('---\nlayout: post\n---\n', edit, 'hexo')).toBe(`---\nlayout: post\n${line}\n---\n`);
  });

  test('a post in _drafts is published by moving it', () => {
    const edit: MetaEdit = { field: 'status', value: 'published' };
    expect(edited('---\ntitle: x\n---\n', edit, 'hexo', 'source/_drafts/a.md')).toBe('draft-folder');
  });
});

describe('Eleventy', () => {
  test.each<[MetaEdit, string[]]>([
    [march, ['+date: 2026-03-10T08:00:00+01:00']],
    [{ field: 'status', value: 'published' }, ['-draft: true', '+draft: false']],
    [
      tags('light', 'night'),
      ['-tags: ["light", summer]   # collections', '+tags: ["light", night]   # collections'],
    ],
    [
      { field: 'summary', value: 'Light.' },
      ['-description: "Light until eleven."', '+description: "Light."'],
    ],
  ])('keeps its forms: %j', (edit, lines) => {
    expect(changes('eleventy', 'posts/2026-06-21-long-day.md', edit)).toEqual(lines);
  });

  test('a date is never written as Eleventy cannot read it', () => {
    expect(changes('eleventy', 'posts/low-light.md', march)).toEqual([
      '-date: 2026-06-22 04:10:00   # in UTC',
      '+date: 2026-03-10T08:00:00+01:00   # in UTC',
    ]);
  });

  test.each(['---json\n{ "title": "x" }\n---\nText\n', '---js\n{ title: "x" }\n---\nText\n'])(
    'front matter in another language gets none before it: %j',
    (text) => {
      expect(edited(text, { field: 'title', value: 'y' }, 'eleventy')).toBe('edit-refused');
    },
  );
});

describe('Astro', () => {
  const stone = (edit: MetaEdit): string[] => changes('astro', 'src/content/blog/breakwater.md', edit);

  test.each<[MetaEdit, string[]]>([
    [
      { field: 'date', value: '2026-08-01T00:00:00Z' },
      ["-pubDate: 'Jul 08 2026'", "+pubDate: 'Aug 01 2026'"],
    ],
    [march, ["-pubDate: 'Jul 08 2026'", "+pubDate: '2026-03-10T08:00:00+01:00'"]],
    [{ field: 'updated', value: undefined }, ['-updatedDate: 2026-07-10T08:00:00Z']],
    [{ field: 'status', value: 'draft' }, ['-draft: false', '+draft: true']],
    [tags('stone', 'salt'), ['-  - "sea"', '+  - "salt"']],
    [
      { field: 'cover', value: '../a.jpg' },
      ["-heroImage: '../../assets/breakwater.jpg'   # wide", "+heroImage: '../a.jpg'   # wide"],
    ],
  ])('keeps its forms: %j', (edit, lines) => {
    expect(stone(edit)).toEqual(lines);
  });

  test.each<[MetaEdit, string]>([
    [march, 'pubDate: 2026-03-10T08:00:00+01:00'],
    [{ field: 'updated', value: '2026-03-10T08:00:00Z' }, 'updatedDate: 2026-03-10T08:00:00Z'],
    [{ field: 'summary', value: 'Short.' }, 'description: Short.'],
    [{ field: 'cover', value: 'a.png' }, 'heroImage: a.png'],
    [{ field: 'status', value: 'draft' }, 'draft: true'],
  ])('writes its own keys: %j', (edit, line) => {
    expect(edited('---\ntitle: x\n---\n', edit, 'astro')).toBe(`---\ntitle: x\n${line}\n---\n`);
  });
});

describe('dev.to', () => {
  const knots = (edit: MetaEdit): string[] => changes('devto', 'knots.md', edit);

  test.each<[MetaEdit, string[]]>([
    [{ field: 'status', value: 'published' }, ['-published: no', '+published: yes']],
    [march, ['-published_at: 2026-08-01 06:00 +0000', '+published_at: 2026-03-10 08:00:00 +0100']],
    [tags('rope', 'knots', 'cold', 'sea'), ['-tags: rope, knots, cold', '+tags: rope, knots, cold, sea']],
    [tags('rope'), ['-tags: rope, knots, cold', '+tags: rope']],
    [
      { field: 'cover', value: 'https://harbour.example/a.png' },
      ['-cover_image: https://harbour.example/knots.png', '+cover_image: https://harbour.example/a.png'],
    ],
    [{ field: 'canonicalUrl', value: undefined }, ['-canonical_url: https://harbour.example/knots']],
  ])('keeps its forms, and its series: %j', (edit, lines) => {
    expect(knots(edit)).toEqual(lines);
  });

  test('tags are written as they stand: a list, or text between commas', () => {
    expect(changes('devto', 'list.md', tags('rope', 'cold'))).toEqual([
      "-tags: [rope, 'knots']",
      "+tags: [rope, 'cold']",
    ]);
    const after = (line: string): string => edited(`---\n${line}\n---\n`, tags('rope', 'sea'), 'devto');
    expect(after('tags: rope')).toBe('---\ntags: rope, sea\n---\n');
    expect(after('tags:')).toBe('---\ntags: rope, sea\n---\n');
    expect(after('title: x')).toBe('---\ntitle: x\ntags: rope, sea\n---\n');
  });

  test('a fifth tag is refused, in text and in a list', () => {
    const five = tags('a', 'b', 'c', 'd', 'e');
    for (const line of ['tags: a, b, c, d', 'tags: [a, b, c, d]', 'title: x']) {
      const text = `---\n${line}\n---\n`;
      const result = editMeta(readPost('a.md' as PostId, text, 'devto'), 'devto', five);
      expect(result.ok ? undefined : result.failure).toMatchObject({
        code: 'too-many-tags',
        message: 'A post of this site may have at most 4 tags.',
      });
      expect(edited(text, five, 'hexo')).not.toBe('too-many-tags');
    }
  });

  test('of too many tags some can go', () => {
    expect(edited('---\ntags: a, b, c, d, e, f\n---\n', tags('a', 'b', 'c', 'd', 'e'), 'devto')).toBe(
      '---\ntags: a, b, c, d, e\n---\n',
    );
  });
});
