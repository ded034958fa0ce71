import { writeFile, symlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Author } from '../../../core/library/types.ts';
import { value } from './library-values.ts';
import { openTestLibrary } from './open-test-library.ts';
import { listFiles, readText } from './temp-folder.ts';

const mara: Author = { id: 'mara', name: 'Mara Lindqvist', role: 'Editor', links: [] };

describe('galley.yaml', () => {
  it('is made when it is first needed', async () => {
    const { library, root, events } = await openTestLibrary({ 'a.md': '' });
    const settings = value(await library.editSettings([{ kind: 'author', author: mara }]));
    expect(settings.authors).toMatchObject([{ id: 'mara', name: 'Mara Lindqvist', role: 'Editor' }]);
    expect(library.view().settings).toEqual(settings);
    expect(await readText(root, 'galley.yaml')).toContain('Mara Lindqvist');
    expect(events).toContainEqual({
      kind: 'changed',
      change: { upserted: [], removed: [], settings, settingsProblems: [] },
    });
  });

  it('keeps every byte that an edit does not concern', async () => {
    const text = '\ufeff# ours\r\nsite: { title: Field Notes } # keep\r\nextra: yes\r\n';
    const { library, root } = await openTestLibrary({ 'galley.yaml': text });
    value(
      await library.editSettings([
        { kind: 'category', category: { name: 'Engineering', slug: 'engineering' } },
        { kind: 'author', author: mara },
        { kind: 'default-author', id: 'mara' },
      ]),
    );
    const after = await readText(root, 'galley.yaml');
    expect(after.startsWith('\ufeff# ours\r\nsite: { title: Field Notes } # keep\r\n')).toBe(true);
    expect(after).toContain('extra: yes\r\n');
    expect(after.replaceAll('\r\n', '')).not.toContain('\n');
    expect(library.view().settings).toMatchObject({ author: 'mara', categories: [{ name: 'Engineering' }] });
  });

  it('is edited once more on what another program has just written', async () => {
    const { library, root } = await openTestLibrary({ 'galley.yaml': 'site: { title: One }\n' });
    const edits = library.editSettings([{ kind: 'author', author: mara }]);
    await writeFile(path.join(root, 'galley.yaml'), 'site: { title: Two }\n');
    value(await edits);
    const more = await Promise.all(
      ['a', 'b', 'c', 'd'].map((id) => library.editSettings([{ kind: 'author', author: { ...mara, id } }])),
    );
    for (const each of more) expect(each.ok).toBe(true);
    expect(library.view().settings.authors.map((each) => each.id)).toEqual(
      expect.arrayContaining(['a', 'b', 'c', 'd']),
    );
  });

  it('is left as it is when it cannot be read', async () => {
    const broken = 'site: [never closed\n';
    const { library, root } = await openTestLibrary({ 'galley.yaml': broken });
    expect(library.view().settingsProblems).toHaveLength(1);
    const result = await library.editSettings([{ kind: 'author', author: mara }]);
    expect(result).toMatchObject({ ok: false, failure: { message: /./ } });
    expect(await readText(root, 'galley.yaml')).toBe(broken);
  });

  it.each([
    ['Latin-1', Buffer.from([0x73, 0xe9])],
    ['more than a megabyte', Buffer.alloc(1024 * 1024 + 1, 0x23)],
  ])('of %s is a problem, not a crash', async (_name, bytes) => {
    const { library } = await openTestLibrary({ 'galley.yaml': bytes });
    expect(library.view().settingsProblems).toMatchObject([{ line: 1, message: /./ }]);
    expect((await library.editSettings([{ kind: 'author', author: mara }])).ok).toBe(false);
  });

  it('is not followed out of the library', async () => {
    const test = await openTestLibrary({ '../elsewhere.yaml': 'site: { title: Theirs }\n' });
    await test.library.close();
    await symlink('../elsewhere.yaml', path.join(test.root, 'galley.yaml'));
    const { library, outer } = await test.reopen();
    expect(library.view().settings.site.title).toBeUndefined();
    expect(library.view().settingsProblems).toHaveLength(1);
    expect((await library.editSettings([{ kind: 'author', author: mara }])).ok).toBe(false);
    expect(await readText(outer, 'elsewhere.yaml')).toBe('site: { title: Theirs }\n');
    expect(await listFiles(test.root)).toEqual(['galley.yaml']);
  });
});
