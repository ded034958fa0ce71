import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slugify } from '../../../core/post/slug.ts';

test.each([
  ['A quiet year', 'a-quiet-year'],
  ['  Déjà vu — again?! ', 'deja-vu-again'],
  ['Straße, Øre & Łódź', 'strasse-ore-lodz'],
  ['İstanbul ılık', 'istanbul-ilik'],
  ["Don't panic", 'dont-panic'],
  ['C:\\x/../y', 'c-x-y'],
  ['...', 'post'],
  ['', 'post'],
  ['🎈', 'post'],
  ['CON', 'con-post'],
  ['lpt1.', 'lpt1-post'],
  ['Привет, йод', 'привет-йод'],
  ['がんばれ 2026', 'がんばれ-2026'],
  ['हिन्दी', 'हिन्दी'],
  ['v1.2.3', 'v1-2-3'],
])('%j is %s', (text, slug) => {
  expect(slugify(text)).toBe(slug);
});

test('long titles end at a word', () => {
  expect(slugify('one two three four', 12)).toBe('one-two');
  expect(slugify('one two three four', 13)).toBe('one-two-three');
  expect(slugify('x'.repeat(200))).toBe('x'.repeat(80));
  expect(slugify('𠀋'.repeat(60), 81)).toBe('𠀋'.repeat(40));
});

test('every slug is a safe name, and its own slug', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (text) => {
      const slug = slugify(text);
      expect(slug).toMatch(/^[^\s/\\:*?"<>|.\p{Cc}-](?:[^\s/\\:*?"<>|.\p{Cc}]*[^\s/\\:*?"<>|.\p{Cc}-])?$/u);
      expect(slug.length).toBeLessThanOrEqual(80);
      expect(slug).not.toMatch(/\p{Cs}/u);
      expect(slugify(slug)).toBe(slug);
    }),
    { numRuns: 500 },
  );
});
