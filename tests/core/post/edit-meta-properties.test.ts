import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdits } from '../../../core/base/text-edit.ts';
import { editMeta } from '../../../core/post/edit-meta.ts';
import { readPost } from '../../../core/post/read-post.ts';
import type { Dialect, MetaEdit, Post, PostId, PostMeta } from '../../../core/post/types.ts';
import { sourceRelations } from '../../../core/source/types.ts';

const folder = new URL('../../fixtures/front-matter/', import.meta.url);
const fixtures: readonly [Dialect, string][] = [
  ['galley', 'full.md'],
  ['galley', 'two-sources.md'],
  ['galley', 'no-front-matter.md'],
  ['galley', 'rule-first.md'],
  ['galley', 'empty-block.md'],
  ['jekyll', '_posts/2026-03-09-spring-tide.markdown'],
  ['hugo', 'content/posts/fog-signal.md'],
  ['hugo', 'content/posts/yaml.md'],
  ['hexo', 'source/_posts/slack-water.md'],
  ['hexo', 'source/_posts/two-shelves.md'],
  ['eleventy', 'posts/2026-06-21-long-day.md'],
  ['eleventy', 'posts/low-light.md'],
  ['astro', 'src/content/blog/breakwater.md'],
  ['devto', 'knots.md'],
  ['devto', 'list.md'],
];
const posts = fixtures.map(([dialect, id]): [Dialect, Post] => {
  return [
    dialect,
    readPost(id as PostId, readFileSync(new URL(`${dialect}/${id}`, folder), 'utf8'), dialect),
  ];
});

/** Text as a person types it into a field: trimmed, with something in it. */
const typed = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
    fc.string({
      unit: fc.constantFrom('a', ' ', ':', '#', '"', "'", '-', '+', '[', ','),
      minLength: 1,
      maxLength: 8,
    }),
    fc.constantFrom('yes', '2026', '2026-01-01', '~', 'a: b', '---', '+++', '{{ x }}', '*x', '@y', '12:30'),
  )
  .map((text) => text.trim())
  .filter((text) => text !== '');
const lines = fc.array(typed, { minLength: 1, maxLength: 3 }).map((list) => list.join('\n'));
const list = fc.uniqueArray(
  typed.filter((text) => !/\p{Cc}/u.test(text)),
  { maxLength: 4 },
);
const date = fc.constantFrom('2026-01-02T03:04:05+06:00', '2025-12-31T00:00:00Z');
const source = fc.record({
  title: typed,
  author: fc.option(typed, { nil: undefined }),
  site: fc.option(typed, { nil: undefined }),
  url: fc.constantFrom(undefined, 'https://x.example/a?b=c#d'),
  accessed: fc.constantFrom(undefined, '2026-11-01', 'in spring'),
  relation: fc.constantFrom(undefined, ...sourceRelations),
});

const edits: fc.Arbitrary<MetaEdit> = fc.oneof(
  fc.record({
    field: fc.constantFrom('title', 'slug', 'profile', 'cover', 'coverAlt', 'lang'),
    value: typed,
  }),
  fc.record({ field: fc.constantFrom('summary'), value: lines }),
  fc.record({ field: fc.constantFrom('category'), value: typed.filter((text) => !/\p{Cc}/u.test(text)) }),
  fc.record({
    field: fc.constantFrom('title', 'category', 'summary', 'canonicalUrl'),
    value: fc.constant(undefined),
  }),
  fc.record({ field: fc.constantFrom('date', 'updated'), value: date }),
  fc.record({ field: fc.constantFrom('status'), value: fc.constantFrom('draft', 'published') }),
  fc.record({ field: fc.constantFrom('tags', 'authors'), value: list }),
  fc.record({ field: fc.constantFrom('views'), value: fc.option(fc.nat(), { nil: undefined }) }),
  fc.record({ field: fc.constantFrom('sources'), value: fc.array(source, { maxLength: 3 }) }),
);

/** What the post says in the field of an edit, in the edit's own terms. */
function stated(meta: PostMeta, edit: MetaEdit): unknown {
  if (edit.field === 'date' || edit.field === 'updated') return meta[edit.field]?.iso;
  return meta[edit.field];
}

/** The rest of what the post says. */
function others(meta: PostMeta, edit: MetaEdit): Partial<PostMeta> {
  const hidden = edit.field === 'category' ? ['category', 'categories'] : [edit.field];
  return Object.fromEntries(Object.entries(meta).filter(([key]) => !hidden.includes(key)));
}

test('every edit reads back, and changes nothing else that the post says', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...posts),
      fc.array(edits, { minLength: 1, maxLength: 3 }),
      ([dialect, first], changes) => {
        let post = first;
        for (const edit of changes) {
          const result = editMeta(post, dialect, edit);
          if (!result.ok) throw new Error(result.failure.code);
          const after = readPost(post.id, applyEdits(post.text, result.value), dialect);
          expect(after.problems).toEqual([]);
          expect(stated(after.meta, edit)).toEqual(edit.value);
          expect(others(after.meta, edit)).toEqual(others(post.meta, edit));
          expect(after.text.endsWith(post.text.slice(post.bodyFrom))).toBe(true);
          post = after;
        }
      },
    ),
    { numRuns: 120 },
  );
});
