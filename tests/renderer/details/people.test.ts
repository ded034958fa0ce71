import { describe, expect, test, vi } from 'vitest';
import type { LibrarySettings } from '../../../core/library/types.ts';
import { readPost } from '../../../core/post/read-post.ts';
import type { PostId, PostMeta } from '../../../core/post/types.ts';
import { authorMenu } from '../../../renderer/details/author-menu.ts';
import { avatarUrl, bylineOf, joinNames } from '../../../renderer/details/byline.ts';
import { linkProblem } from '../../../renderer/details/author-links.tsx';
import { freeId, plainId } from '../../../renderer/details/plain-id.ts';
import { addTokens } from '../../../renderer/ui/token-field.tsx';

const mara = { id: 'mara', name: 'Mara Lindqvist', role: 'Editor', links: [], avatar: 'assets/m & m.jpg' };
const jo = { id: 'jo', name: 'Jo', links: [] };
const settings: LibrarySettings = {
  site: {},
  authors: [mara, jo],
  categories: [],
  author: 'mara',
  profile: undefined,
};
const meta = (...authors: readonly string[]): PostMeta => ({
  ...readPost('a.md' as PostId, '', 'galley').meta,
  authors,
});

describe('bylineOf', () => {
  test('knows profiles by id and by name, and keeps names that no profile has', () => {
    expect(bylineOf(meta('jo', 'Mara Lindqvist', 'Ada'), settings)).toEqual([
      { id: 'jo', name: 'Jo', profile: jo },
      { id: 'Mara Lindqvist', name: 'Mara Lindqvist', profile: mara },
      { id: 'Ada', name: 'Ada', profile: undefined },
    ]);
  });

  test('falls back on the library’s author', () => {
    expect(bylineOf(meta(), settings).map((person) => person.name)).toEqual(['Mara Lindqvist']);
    expect(bylineOf(meta(), { ...settings, author: undefined })).toEqual([]);
  });
});

describe('authorMenu', () => {
  const menu = (written: PostMeta) => {
    const setAuthors = vi.fn();
    const groups = authorMenu({
      meta: written,
      settings,
      setAuthors,
      onEdit: vi.fn(),
      onMakeDefault: vi.fn(),
    });
    const run = (group: string, entry: string): void =>
      groups
        .find(({ id }) => id === group)
        ?.entries.find(({ id }) => id === entry)
        ?.run();
    return { setAuthors, groups, run };
  };

  test('choosing another author keeps those who wrote with them', () => {
    const { setAuthors, run } = menu(meta('mara', 'Ada'));
    run('by', 'jo');
    expect(setAuthors).toHaveBeenCalledWith(['jo', 'Ada']);
  });

  test('adds and removes a second author', () => {
    const added = menu(meta('mara'));
    added.run('with', 'jo');
    expect(added.setAuthors).toHaveBeenCalledWith(['mara', 'jo']);
    const removed = menu(meta('mara', 'jo'));
    removed.run('with', 'jo');
    expect(removed.setAuthors).toHaveBeenCalledWith(['mara']);
  });

  test('offers a profile to a name that has none', () => {
    const labels = menu(meta('Ada')).groups.flatMap((group) => group.entries.map((entry) => entry.label));
    expect(labels).toContain('Make a profile of Ada…');
  });
});

test('avatarUrl is relative to the library and percent-encoded whole', () => {
  expect(avatarUrl('posts/a.md' as PostId, mara)).toBe(
    'app://galley/media/posts%2Fa.md/library%3Aassets%2Fm%20%26%20m.jpg',
  );
  expect(avatarUrl('a.md' as PostId, jo)).toBeUndefined();
});

test('joinNames', () => {
  expect([[], ['A'], ['A', 'B'], ['A', 'B', 'C']].map(joinNames)).toEqual(['', 'A', 'A and B', 'A, B and C']);
});

test('plainId and freeId make ids that galley.yaml takes', () => {
  const pattern = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u;
  for (const name of ['Mara Lindqvist', 'Žofie Ö.', '村上 春樹', '  ', '—', 'x'.repeat(200)]) {
    expect(plainId(name, 'author')).toMatch(pattern);
  }
  expect(plainId('Žofie  Öberg', 'author')).toBe('zofie-oberg');
  expect(freeId('mara', ['mara', 'mara-2'])).toBe('mara-3');
});

test('linkProblem takes web and mail addresses', () => {
  expect(['https://a.example', 'mailto:a@b.example', ''].map(linkProblem)).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(linkProblem('javascript:alert(1)')).toBeDefined();
  expect(linkProblem('a.example')).toBeDefined();
});

test('addTokens adds each new word once and answers the same list when none is new', () => {
  const values = ['sea'];
  expect(addTokens(values, ' tide, sea , tide,')).toEqual(['sea', 'tide']);
  expect(addTokens(values, ' ,sea')).toBe(values);
});
