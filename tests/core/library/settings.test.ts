import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../../core/base/text-edit.ts';
import { editSettings } from '../../../core/library/edit-settings.ts';
import { isAuthorId, newAuthorId } from '../../../core/library/ids.ts';
import { noSettings, readSettings } from '../../../core/library/read-settings.ts';
import type { Author, SettingsEdit } from '../../../core/library/types.ts';

const full = `# The library of the pier
site: { title: Pier Notes, url: https://pier.example, language: en } # keep short
authors:
  - id: mara # the editor
    name: Mara Lindqvist
    role: Editor
    x-desk: 4
    links:
      - { label: Portfolio, url: https://mara.example/ }
      - { label: Mail, url: "mailto:mara@pier.example" }

  # joined in spring
  - id: jonas
    name: Jonas Brandt
profile: mara
categories:
  - { name: Engineering, slug: engineering }
  - Craft
theme: plain
`;

const mara: Author = {
  id: 'mara',
  name: 'Mara Lindqvist',
  role: 'Editor',
  links: [
    { label: 'Portfolio', url: 'https://mara.example/' },
    { label: 'Mail', url: 'mailto:mara@pier.example' },
  ],
};

function edited(text: string, edit: SettingsEdit): string {
  const result = editSettings(text, edit);
  return result.ok ? applyEdits(text, result.value) : result.failure.code;
}

describe('reading', () => {
  test('everything', () => {
    const { settings, problems } = readSettings(full);
    expect(problems).toEqual([]);
    expect(settings).toEqual({
      site: { title: 'Pier Notes', url: 'https://pier.example/', language: 'en' },
      authors: [
        { ...mara, bio: undefined, avatar: undefined },
        { id: 'jonas', name: 'Jonas Brandt', links: [] },
      ],
      categories: [
        { name: 'Engineering', slug: 'engineering' },
        { name: 'Craft', slug: 'craft' },
      ],
      author: undefined,
      profile: 'mara',
    });
  });

  test('nothing', () => {
    for (const text of ['', '# only a comment\n', '\uFEFF', 'authors:\nsite:\n']) {
      expect(readSettings(text)).toEqual({
        settings: { ...noSettings, site: { title: undefined, url: undefined, language: undefined } },
        problems: [],
      });
    }
  });

  test('a file from Windows', () => {
    expect(readSettings(`\uFEFF${full.replaceAll('\n', '\r\n')}`)).toEqual(readSettings(full));
  });

  test.each([
    ['site: {url: "javascript:alert(1)"}', 'site-url', 1],
    ['site: x', 'settings-shape', 1],
    ['authors: {mara: x}', 'settings-shape', 1],
    ['authors:\n  - name: No Id', 'author-id', 2],
    ['authors:\n  - id: a b', 'author-id', 2],
    ['authors:\n  - id: a\n  - id: a', 'author-twice', 3],
    ['authors:\n  - id: a\n    links:\n      - url: javascript:x', 'unsafe-link', 4],
    ['categories:\n  - {slug: x}', 'category-name', 2],
    ['categories: [Craft, craft]', 'category-twice', 1],
    ['profile: nobody', 'unknown-author', 1],
    ['site: a: b', 'malformed-yaml', 1],
  ])('%j is %s on line %i', (text, code, line) => {
    const { problems } = readSettings(text);
    expect(problems.map((problem) => [problem.code, problem.line])).toEqual([[code, line]]);
  });

  test('one broken part does not hide the others', () => {
    const { settings } = readSettings('site: a: b\nauthors:\n  - {id: ida, name: Ida}\n  - nonsense here\n');
    expect(settings.authors.map((author) => author.name)).toEqual(['Ida']);
  });
});

describe('editing keeps what it does not touch', () => {
  test('an author changes field by field', () => {
    const author: Author = {
      ...mara,
      role: 'Chief: editor',
      bio: 'Writes at night.\nSleeps late.',
      links: [...mara.links.slice(0, 1), { label: 'About', url: 'https://mara.example/about' }],
    };
    expect(edited(full, { kind: 'author', author })).toBe(
      full
        .replace(
          'role: Editor',
          'role: "Chief: editor"\n    bio: |-\n      Writes at night.\n      Sleeps late.',
        )
        .replace(
          '- { label: Mail, url: "mailto:mara@pier.example" }',
          '- label: About\n        url: https://mara.example/about',
        ),
    );
    expect(edited(full, { kind: 'author', author: mara })).toBe(full);
  });

  test('a new author goes behind the last', () => {
    const author: Author = {
      id: 'ida',
      name: 'Ida',
      links: [{ label: 'Home', url: 'https://ida.example/' }],
    };
    const lines =
      '  - id: ida\n    name: Ida\n    links:\n      - label: Home\n        url: https://ida.example/\n';
    expect(edited(full, { kind: 'author', author })).toBe(
      full.replace('profile: mara\n', `${lines}profile: mara\n`),
    );
  });

  test('a category is added or changed', () => {
    const added = edited(full, { kind: 'category', category: { name: 'Night work', slug: 'night-work' } });
    expect(added).toBe(full.replace('theme:', '  - name: Night work\n    slug: night-work\ntheme:'));
    const moved = edited(full, { kind: 'category', category: { name: 'Craft', slug: 'handwork' } });
    expect(readSettings(moved).settings.categories[1]).toEqual({ name: 'Craft', slug: 'handwork' });
    const again = edited(full, { kind: 'category', category: { name: 'Engineering', slug: 'machines' } });
    expect(again).toBe(full.replace('slug: engineering', 'slug: machines'));
  });

  test('a new category never takes the place of one whose name makes the same slug', () => {
    const text = 'categories:\n  - { name: C, slug: c }\n  - Craft\n';
    expect(edited(text, { kind: 'category', category: { name: 'C++', slug: 'c' } })).toBe(
      `${text}  - name: C++\n    slug: c-2\n`,
    );
    const second = edited(text, { kind: 'category', category: { name: 'Craft!', slug: 'craft' } });
    expect(readSettings(second)).toMatchObject({
      settings: { categories: [{ slug: 'c' }, { slug: 'craft' }, { name: 'Craft!', slug: 'craft-2' }] },
      problems: [],
    });
    expect(edited(text, { kind: 'category', category: { name: 'craft', slug: 'craft' } })).toBe(text);
  });

  test('defaults and the site', () => {
    expect(edited(full, { kind: 'default-author', id: 'mara' })).toBe(
      full.replace('profile: mara', 'author: mara\nprofile: mara'),
    );
    expect(edited(full, { kind: 'default-profile', id: undefined })).toBe(
      full.replace('profile: mara\n', ''),
    );
    expect(edited(full, { kind: 'site', site: { title: 'Pier', url: 'https://pier.example' } })).toBe(
      full.replace(
        '{ title: Pier Notes, url: https://pier.example, language: en }',
        '{ title: Pier, url: https://pier.example }',
      ),
    );
  });

  test('an empty library gets a file', () => {
    const text = edited('', { kind: 'author', author: { id: 'ida', name: 'Ida', links: [] } });
    expect(text).toBe('authors:\n  - id: ida\n    name: Ida\n');
    const next = edited(text, { kind: 'site', site: { title: 'Notes', language: 'de' } });
    expect(next).toBe('site:\n  title: Notes\n  language: de\nauthors:\n  - id: ida\n    name: Ida\n');
    expect(edited(next, { kind: 'site', site: {} })).toBe(text);
  });

  test.each<[SettingsEdit, string]>([
    [{ kind: 'author', author: { id: '../x', name: 'X', links: [] } }, 'author-id'],
    [{ kind: 'author', author: { id: 'x', name: ' ', links: [] } }, 'author-name'],
    [
      { kind: 'author', author: { id: 'x', name: 'X', links: [{ label: 'a', url: 'javascript:x' }] } },
      'unsafe-link',
    ],
    [{ kind: 'category', category: { name: '', slug: 'x' } }, 'category-name'],
    [{ kind: 'site', site: { url: 'ftp://x.example/' } }, 'site-url'],
  ])('%j is refused as %s', (edit, code) => {
    expect(edited(full, edit)).toBe(code);
  });

  test('a broken file is refused', () => {
    expect(edited('site: "x\n', { kind: 'default-author', id: 'x' })).toBe('malformed-settings');
  });
});

test('ids of authors', () => {
  expect(['mara', 'm.l-2', 'Ида', '007'].every(isAuthorId)).toBe(true);
  expect(['', '-x', 'a b', 'a/b', '.x', 'x'.repeat(65)].some(isAuthorId)).toBe(false);
  expect(newAuthorId('Mara Lindqvist', ['mara-lindqvist', 'mara-lindqvist-2'])).toBe('mara-lindqvist-3');
});
