import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyId, renamedId } from '../../../electron/library/post-name.ts';
import { pngImage } from './image-samples.ts';
import { post, value } from './library-values.ts';
import { openTestLibrary } from './open-test-library.ts';
import { listFiles, readText, writeFiles } from './temp-folder.ts';

describe('names', () => {
  it.each([
    ['one.md', 'A new Title!', 'a-new-title.md'],
    ['sub/one.markdown', 'Grüße', 'sub/grusse.markdown'],
    ['2026-11-14-one.md', 'Another', '2026-11-14-another.md'],
    ['2026-11-14-one.md', '2027-01-02 Another', '2027-01-02-another.md'],
    ['one.md', 'My Notes.md', 'My Notes.md'],
    ['one.md', '  Große Reise.MD ', 'Große Reise.MD'],
    ['one.md', 'a/b:c?.md', 'a-b-c-.md'],
    ['one.md', '../../up.md', '-..-up.md'],
    ['one.md', '.hidden.md', 'hidden.md'],
    ['one.md', 'dots...md', 'dots.md'],
  ])('%s called %j becomes %s', (id, name, next) => {
    expect(renamedId(post(id), name)).toBe(next);
  });

  it.each(['', '   ', '.md', '...md', 'con.md', 'LPT1.md', `${'x'.repeat(201)}.md`, `${'é'.repeat(101)}.md`])(
    '%j is refused',
    (name) => {
      expect(renamedId(post('one.md'), name)).toBeUndefined();
    },
  );

  it('names a copy', () => {
    expect(copyId(post('sub/a.b.Markdown'))).toBe('sub/a.b-copy.Markdown');
  });
});

describe('a new post', () => {
  it('is a draft with title, date and author, opened and listed', async () => {
    const { library, root, events } = await openTestLibrary({
      'galley.yaml': 'authors:\n  - id: mara\n    name: Mara\nauthor: mara\n',
    });
    const { id } = value(await library.create('A quiet Year'));
    expect(id).toBe('a-quiet-year.md');
    const text = await readText(root, id);
    expect(text).toContain('title: A quiet Year');
    expect(text).toContain('2026-11-22T09:30:00+01:00');
    expect(text).toContain('mara');
    expect(library.view().posts).toMatchObject([
      { id, title: 'A quiet Year', status: 'draft', authors: ['mara'] },
    ]);
    expect(events).toContainEqual({
      kind: 'changed',
      change: { upserted: library.view().posts, removed: [] },
    });
    expect(value(await library.open(id)).text).toBe(text);
  });

  it('goes where the dialect wants it', async () => {
    const { library, root } = await openTestLibrary({ '_posts/2026-01-01-a.md': 'x', '_config.yml': '' });
    expect(library.view().dialect).toBe('jekyll');
    expect(value(await library.create('Hello')).id).toBe('_posts/2026-11-22-hello.md');
    expect(value(await library.create('Hello')).id).toBe('_posts/2026-11-22-hello-2.md');
    expect(await listFiles(root)).toHaveLength(4);
  });

  it('never replaces a file, however many are made at once', async () => {
    const { library, root } = await openTestLibrary({ 'hello.md': 'mine' });
    const made = await Promise.all(Array.from({ length: 8 }, () => library.create('Hello')));
    expect(new Set(made.map((each) => value(each).id)).size).toBe(8);
    expect(await readText(root, 'hello.md')).toBe('mine');
    expect((await listFiles(root)).length).toBe(9);
  });
});

describe('renaming', () => {
  const library = {
    'sub/old.md': '---\ncover: assets/old/a.png\n---\n![a](assets/old/a.png)\r\n`assets/old/a.png`\n',
    'sub/assets/old/a.png': pngImage(2, 2),
    'sub/assets/other/b.png': pngImage(2, 2),
  };

  it('moves the post with its images and its links', async () => {
    const test = await openTestLibrary(library);
    const { id } = value(await test.library.rename(post('sub/old.md'), 'New Name'));
    expect(id).toBe('sub/new-name.md');
    expect(await listFiles(test.root)).toEqual([
      'sub/assets/new-name/a.png',
      'sub/assets/other/b.png',
      'sub/new-name.md',
    ]);
    expect(await readText(test.root, id)).toBe(
      '---\ncover: assets/new-name/a.png\n---\n![a](assets/new-name/a.png)\r\n`assets/old/a.png`\n',
    );
    expect(test.library.view().posts.map((each) => each.id)).toEqual([id]);
    expect(test.events).toContainEqual({
      kind: 'changed',
      change: { upserted: test.library.view().posts, removed: ['sub/old.md'] },
    });
  });

  it('takes unsaved words along', async () => {
    const test = await openTestLibrary(library);
    const opened = value(await test.library.open(post('sub/old.md')));
    const entry = { id: post('sub/old.md'), seq: 1, position: undefined };
    const at = opened.text.replaceAll('\r', '').length;
    value(
      await test.library.appendJournal({
        ...entry,
        batches: [[{ from: at, to: at, insert: '![b](assets/old/b.png)' }]],
      }),
    );
    value(await test.library.rename(post('sub/old.md'), 'new.md'));
    const again = await test.reopen();
    const { text, recovered } = value(await again.library.open(post('sub/new.md')));
    expect(recovered).toMatchObject({ text: `${text}![b](assets/new/b.png)`, conflict: false });
    expect(value(await again.library.listTrash())).toEqual([]);
  });

  it('never replaces another post', async () => {
    const test = await openTestLibrary({ 'a.md': 'first', 'b.md': 'second' });
    expect(await test.library.rename(post('a.md'), 'b')).toMatchObject({
      ok: false,
      failure: { code: 'exists' },
    });
    expect(await test.library.rename(post('a.md'), 'con.md')).toMatchObject({
      ok: false,
      failure: { code: 'bad-name' },
    });
    expect(await readText(test.root, 'a.md')).toBe('first');
    expect(await readText(test.root, 'b.md')).toBe('second');
  });

  it('changes the case of a name', async () => {
    const test = await openTestLibrary({ 'post.md': 'words' });
    expect(value(await test.library.rename(post('post.md'), 'Post.md')).id).toBe('Post.md');
    expect(await listFiles(test.root)).toEqual(['Post.md']);
    expect(test.library.view().posts.map((each) => each.id)).toEqual(['Post.md']);
    expect(value(await test.library.rename(post('Post.md'), 'Post.md')).id).toBe('Post.md');
  });

  it('leaves images where they are when their new place is taken or another post shares them', async () => {
    const test = await openTestLibrary({
      ...library,
      'sub/assets/new/c.png': 'not ours',
      'shared.md': '![](assets/shared/a.png)',
      'shared.markdown': '![](assets/shared/a.png)',
      'assets/shared/a.png': 'x',
    });
    value(await test.library.rename(post('sub/old.md'), 'new.md'));
    expect(await readText(test.root, 'sub/new.md')).toBe(library['sub/old.md']);
    value(await test.library.rename(post('shared.md'), 'alone.md'));
    expect(await readText(test.root, 'alone.md')).toBe('![](assets/shared/a.png)');
    expect(await readText(test.root, 'assets/shared/a.png')).toBe('x');
  });

  it('says that a file is gone', async () => {
    const test = await openTestLibrary({});
    expect(await test.library.rename(post('a.md'), 'b')).toMatchObject({
      ok: false,
      failure: { code: 'gone' },
    });
  });
});

describe('duplicating', () => {
  it('copies the bytes, the images and the links to them', async () => {
    const { library, root } = await openTestLibrary({
      'a.md': '\ufeff---\r\ntitle: One # a comment\r\n---\r\n![](assets/a/1.png)\r\n',
      'assets/a/1.png': 'picture',
    });
    const { id } = value(await library.duplicate(post('a.md')));
    expect(id).toBe('a-copy.md');
    expect(await readText(root, id)).toBe(
      '\ufeff---\r\ntitle: One (copy) # a comment\r\n---\r\n![](assets/a-copy/1.png)\r\n',
    );
    expect(await readText(root, 'assets/a-copy/1.png')).toBe('picture');
    expect(value(await library.duplicate(post('a.md'))).id).toBe('a-copy-2.md');
    expect(library.view().posts).toHaveLength(3);
  });

  it('copies a post whose front matter cannot be read as it is', async () => {
    const text = '---\ntitle: [broken\n---\nwords\n';
    const { library, root } = await openTestLibrary({ 'a.md': text });
    expect(await readText(root, value(await library.duplicate(post('a.md'))).id)).toBe(text);
  });
});

describe('trash and restore', () => {
  it('takes a post out of the list and puts it back', async () => {
    const { library, root } = await openTestLibrary({
      'a.md': '---\ntitle: One\n---\n',
      'assets/a/1.png': 'x',
    });
    const { entry } = value(await library.trash(post('a.md')));
    expect(library.view()).toMatchObject({ posts: [], trashed: 1 });
    expect(value(await library.listTrash())).toMatchObject([{ entry, id: 'a.md', title: 'One' }]);
    expect(value(await library.restore(entry)).id).toBe('a.md');
    expect(library.view()).toMatchObject({ posts: [{ id: 'a.md' }], trashed: 0 });
    expect(await listFiles(root)).toEqual(['a.md', 'assets/a/1.png']);
  });

  it('changes the links of a post that comes back under another name', async () => {
    const { library, root } = await openTestLibrary({ 'a.md': '![](assets/a/1.png)', 'assets/a/1.png': 'x' });
    const { entry } = value(await library.trash(post('a.md')));
    await writeFiles(root, { 'a.md': 'another' });
    expect(value(await library.restore(entry)).id).toBe('a-2.md');
    expect(await readText(root, 'a-2.md')).toBe('![](assets/a-2/1.png)');
    expect(await readText(root, 'assets/a-2/1.png')).toBe('x');
  });

  it('keeps unsaved words beside the file', async () => {
    const { library, root } = await openTestLibrary({ 'a.md': 'Hello\n' });
    value(await library.open(post('a.md')));
    const batches = [[{ from: 5, to: 5, insert: '!' }]];
    value(await library.appendJournal({ id: post('a.md'), seq: 1, batches, position: undefined }));
    await writeFile(path.join(root, 'a.md'), 'Hello from them\n');
    value(await library.trash(post('a.md')));
    const entries = value(await library.listTrash());
    const texts = await Promise.all(entries.map(({ entry }) => readText(root, '.trash', entry, 'a.md')));
    expect(texts.sort()).toEqual(['Hello from them\n', 'Hello!\n']);
    expect(library.view().trashed).toBe(2);
  });

  it('is emptied into the system’s trash', async () => {
    const { library, bin, root } = await openTestLibrary({ 'a.md': 'Hello\n' });
    value(await library.trash(post('a.md')));
    expect(value(await library.emptyTrash())).toEqual({ moved: 1 });
    expect(await listFiles(root)).toEqual([]);
    expect(await listFiles(bin)).toHaveLength(2);
    expect(library.view().trashed).toBe(0);
  });
});
