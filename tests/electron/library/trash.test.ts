import { mkdir, readFile, rename, symlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createTrash } from '../../../electron/library/trash.ts';
import { post } from './library-values.ts';
import { listFiles, readText, tempFolder, writeFiles } from './temp-folder.ts';

async function library(files: Readonly<Record<string, string>>) {
  const outer = await tempFolder();
  const root = path.join(outer, 'library');
  await writeFiles(root, files);
  const bin = path.join(outer, 'bin');
  await mkdir(bin);
  const trash = createTrash({
    root,
    now: () => Date.UTC(2026, 10, 22, 12, 0, 0),
    trashToSystem: (folder) => rename(folder, path.join(bin, path.basename(folder))),
  });
  return { outer, root, bin, trash };
}

async function put(trash: ReturnType<typeof createTrash>, id: string, all: readonly string[] = [id]) {
  const result = await trash.put(post(id), 'A title', all);
  if (!result.ok) throw new Error(result.failure.message);
  return result.value.entry;
}

describe('the trash', () => {
  it('takes a post with its images and gives both back', async () => {
    const { root, trash } = await library({
      'sub/a.md': 'words\r\n',
      'sub/assets/a/1.png': 'picture',
      'sub/assets/b/2.png': 'another',
    });
    const entry = await put(trash, 'sub/a.md');
    expect(entry).toMatch(/^20261122120000-[0-9a-f]{8}$/);
    expect(await listFiles(root)).toEqual([
      `.trash/${entry}/a.md`,
      `.trash/${entry}/images/1.png`,
      `.trash/${entry}/record.json`,
      'sub/assets/b/2.png',
    ]);
    expect(await trash.list()).toEqual([
      { entry, id: 'sub/a.md', title: 'A title', deletedAt: Date.UTC(2026, 10, 22, 12), reason: 'deleted' },
    ]);
    expect(await trash.restore(entry)).toEqual({ ok: true, value: { id: 'sub/a.md', previous: 'sub/a.md' } });
    expect(await listFiles(root)).toEqual(['sub/a.md', 'sub/assets/a/1.png', 'sub/assets/b/2.png']);
    expect(await readText(root, 'sub/a.md')).toBe('words\r\n');
  });

  it('gives a post another name when its own is taken, and replaces nothing', async () => {
    const { root, trash } = await library({ 'a.md': 'first', 'assets/a/1.png': 'picture' });
    const entry = await put(trash, 'a.md');
    await writeFiles(root, { 'a.md': 'second', 'a-2.md': 'third', 'assets/a-3/x.png': 'not ours' });
    expect(await trash.restore(entry)).toMatchObject({ ok: true, value: { id: 'a-4.md' } });
    expect(await readText(root, 'a.md')).toBe('second');
    expect(await readText(root, 'a-4.md')).toBe('first');
    expect(await readText(root, 'assets/a-4/1.png')).toBe('picture');
  });

  it('brings a folder back that is gone', async () => {
    const { root, trash } = await library({ 'deep/er/a.md': 'words' });
    const entry = await put(trash, 'deep/er/a.md');
    await rename(path.join(root, 'deep'), path.join(root, 'else'));
    await trash.restore(entry);
    expect(await readText(root, 'deep/er/a.md')).toBe('words');
  });

  it('leaves images that another post shares', async () => {
    const { root, trash } = await library({ 'a.md': '', 'a.markdown': '', 'assets/a/1.png': 'picture' });
    await put(trash, 'a.md', ['a.md', 'a.markdown']);
    expect(await readText(root, 'assets/a/1.png')).toBe('picture');
  });

  it('keeps the text that lost a conflict, byte for byte', async () => {
    const { root, trash } = await library({ 'a.md': 'theirs' });
    const bytes = Buffer.from('\ufeffmine\r\nand more', 'utf8');
    const kept = await trash.keep(post('a.md'), 'A title', bytes);
    const entry = kept.ok ? kept.value.entry : '';
    expect(await trash.list()).toMatchObject([{ entry, reason: 'conflict', id: 'a.md' }]);
    expect(await trash.restore(entry)).toMatchObject({ ok: true, value: { id: 'a-2.md' } });
    expect(await readFile(path.join(root, 'a-2.md'))).toEqual(bytes);
    expect(await readText(root, 'a.md')).toBe('theirs');
  });

  it('is emptied into the system’s trash, and leaves what others put there', async () => {
    const { root, bin, trash } = await library({
      'a.md': 'one',
      'b.md': 'two',
      '.trash/old.md': 'of another app',
    });
    const entries = [await put(trash, 'a.md'), await put(trash, 'b.md')].sort();
    expect(await trash.empty()).toEqual({ ok: true, value: { moved: 2 } });
    expect(await listFiles(root)).toEqual(['.trash/old.md']);
    expect((await listFiles(bin)).map((file) => file.split('/')[0])).toEqual(
      entries.flatMap((entry) => [entry, entry]),
    );
    expect(await trash.list()).toEqual([]);
  });

  it('says so when the system’s trash refuses', async () => {
    const { root } = await library({ 'a.md': 'one' });
    const trash = createTrash({ root, now: Date.now, trashToSystem: () => Promise.reject(new Error('no')) });
    await put(trash, 'a.md');
    expect(await trash.empty()).toMatchObject({ ok: false, failure: { code: 'trash-failed', remedy: /./ } });
    expect(await trash.list()).toHaveLength(1);
  });

  it('passes over entries that are damaged, unfinished or forged', async () => {
    const record = (id: string, file: string): string =>
      JSON.stringify({ format: 1, id, title: 't', deletedAt: 1, reason: 'deleted', file });
    const { trash } = await library({
      '.trash/torn/record.json': '{"format":1,"id":"a.m',
      '.trash/unfinished/record.json': record('a.md', 'a.md'),
      '.trash/up/record.json': record('../../a.md', 'a.md'),
      '.trash/up/a.md': 'x',
      '.trash/away/record.json': record('a.md', '../../galley.yaml'),
      'galley.yaml': 'site: {}\n',
    });
    expect(await trash.list()).toEqual([]);
    for (const entry of ['torn', 'unfinished', 'up', 'away', '..', '../..', 'missing']) {
      expect(await trash.restore(entry)).toMatchObject({ ok: false, failure: { code: 'gone' } });
    }
  });

  it('is not followed out of the library', async () => {
    const { outer, root, trash } = await library({ 'a.md': 'words' });
    await mkdir(path.join(outer, 'out'));
    await symlink('../out', path.join(root, '.trash'));
    expect(await trash.put(post('a.md'), 'A title', [])).toMatchObject({ ok: false });
    expect(await readText(root, 'a.md')).toBe('words');
    expect(await listFiles(path.join(outer, 'out'))).toEqual([]);
  });

  it('does not lose a post that is not there', async () => {
    const { root, trash } = await library({ 'b.md': '' });
    expect(await trash.put(post('a.md'), 'A title', [])).toMatchObject({
      ok: false,
      failure: { code: 'gone' },
    });
    expect(await listFiles(root)).toEqual(['b.md']);
  });
});
