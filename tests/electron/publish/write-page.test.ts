import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writePage } from '../../../electron/publish/write-page.ts';
import { removeFolder, tempFolder } from '../../helpers/temp-folder.ts';

let folder: string;

beforeEach(() => {
  folder = tempFolder();
});

afterEach(() => removeFolder(folder));

const html = '<!doctype html>\n<p>Zoë – 漢字</p>\n';

async function code(name: string): Promise<string> {
  const result = await writePage(path.join(folder, name), html);
  return result.ok ? 'written' : result.failure.code;
}

describe('writePage', () => {
  test('writes UTF-8 and answers with the number of bytes', async () => {
    const target = path.join(folder, 'page.html');
    expect(await writePage(target, html)).toEqual({ ok: true, value: Buffer.byteLength(html) });
    expect(readFileSync(target, 'utf8')).toBe(html);
    expect(readdirSync(folder)).toEqual(['page.html']);
  });

  test('replaces a page and keeps its mode', async () => {
    const target = path.join(folder, 'page.html');
    writeFileSync(target, 'a page that was longer than the new one'.repeat(10), { mode: 0o600 });
    expect(await code('page.html')).toBe('written');
    expect(readFileSync(target, 'utf8')).toBe(html);
    expect(statSync(target).mode & 0o777).toBe(0o600);
  });

  test('replaces the file that a link leads to, and keeps the link', async () => {
    writeFileSync(path.join(folder, 'real.html'), 'old');
    symlinkSync('real.html', path.join(folder, 'link.html'));
    expect(await code('link.html')).toBe('written');
    expect(readFileSync(path.join(folder, 'real.html'), 'utf8')).toBe(html);
  });

  test.each(['post.md', 'POST.MD', 'post.markdown'])(
    'never takes the place of %s, there or not',
    async (name) => {
      expect(await code(name)).toBe('target-is-post');
      expect(existsSync(path.join(folder, name))).toBe(false);
    },
  );

  test('never takes the place of a post by way of a link', async () => {
    writeFileSync(path.join(folder, 'post.md'), 'mine');
    symlinkSync('post.md', path.join(folder, 'page.html'));
    expect(await code('page.html')).toBe('target-is-post');
    expect(readFileSync(path.join(folder, 'post.md'), 'utf8')).toBe('mine');
  });

  test('never takes the place of the settings of a library', async () => {
    expect(await code('galley.yaml')).toBe('target-is-settings');
  });

  test('leaves folders and missing folders alone', async () => {
    mkdirSync(path.join(folder, 'page.html'));
    expect(await code('page.html')).toBe('target-not-file');
    expect(await code('nowhere/page.html')).toBe('gone');
    expect(readdirSync(folder)).toEqual(['page.html']);
  });

  test('speaks of the page, not of a post, when it fails', async () => {
    const result = await writePage(path.join(folder, 'nowhere/page.html'), html);
    expect(result).toMatchObject({
      failure: {
        message: 'The page could not be written: its folder does not exist.',
        remedy: 'Make the folder first, or choose another one.',
      },
    });
  });
});
