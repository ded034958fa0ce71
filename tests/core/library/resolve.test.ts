import { expect, test } from 'vitest';
import { bylineAuthors, cardAuthor, resolveAuthor, resolveCategory } from '../../../core/library/resolve.ts';
import type { Author, LibrarySettings } from '../../../core/library/types.ts';

const mara: Author = { id: 'mara', name: 'Mara Lindqvist', links: [] };
const jonas: Author = { id: 'jonas', name: 'Jonas Brandt', links: [] };
const settings: LibrarySettings = {
  site: {},
  authors: [mara, jonas],
  categories: [{ name: 'Night work', slug: 'night' }],
  author: 'jonas',
  profile: undefined,
};

test('an author is known by id or name, else is a name', () => {
  expect(resolveAuthor(settings, 'mara')).toBe(mara);
  expect(resolveAuthor(settings, 'jonas BRANDT')).toBe(jonas);
  expect(resolveAuthor(settings, 'Ida Ö.')).toEqual({ id: 'ida-o', name: 'Ida Ö.', links: [] });
});

test('a category is known by name or slug, else makes its slug', () => {
  expect(resolveCategory(settings, 'night WORK')).toEqual({ name: 'Night work', slug: 'night' });
  expect(resolveCategory(settings, 'night')).toEqual({ name: 'Night work', slug: 'night' });
  expect(resolveCategory(settings, 'Été')).toEqual({ name: 'Été', slug: 'ete' });
});

test('the byline names the post’s authors once each, else the default', () => {
  expect(bylineAuthors(settings, { authors: ['mara', 'Mara Lindqvist', 'jonas'] })).toEqual([mara, jonas]);
  expect(bylineAuthors(settings, { authors: [] })).toEqual([jonas]);
  expect(bylineAuthors({ ...settings, author: undefined }, { authors: [] })).toEqual([]);
});

test('the card is the post’s profile, else the library’s, else the first author', () => {
  const post = { authors: ['mara'], profile: undefined };
  expect(cardAuthor(settings, { ...post, profile: 'jonas' })).toBe(jonas);
  expect(cardAuthor({ ...settings, profile: 'jonas' }, post)).toBe(jonas);
  expect(cardAuthor(settings, post)).toBe(mara);
  expect(cardAuthor({ ...settings, author: undefined }, { authors: [], profile: undefined })).toBeUndefined();
});
