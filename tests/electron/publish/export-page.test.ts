import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exportInWorker } from '../../../electron/publish/export-client.ts';
import { exportPage } from '../../../electron/publish/export-page.ts';
import { runGalley } from '../../helpers/galley-process.ts';
import { copyLibrary, removeFolder, tempFolder } from '../../helpers/temp-folder.ts';

let folder: string;

beforeEach(() => {
  folder = tempFolder();
});

afterEach(() => removeFolder(folder));

function request(root: string, id: string, page = 'page.html', alone = false) {
  return { root, id, target: path.join(folder, page), alone };
}

describe('exportPage', () => {
  test('writes one file that holds its style and its images and fetches nothing', async () => {
    const library = copyLibrary('sample', path.join(folder, 'library'));
    const report = await exportPage(request(library, 'how-a-tide-table-is-made.md'));
    const html = readFileSync(path.join(folder, 'page.html'), 'utf8');
    expect(report).toEqual({ ok: true, value: { bytes: Buffer.byteLength(html), leftOut: [] } });
    expect(html.match(/<img\b[^>]*\bsrc="data:image\/png;base64,/g)?.length).toBeGreaterThanOrEqual(3);
    expect(html).not.toMatch(
      /<(?:script(?! type="application\/ld\+json")|link rel="stylesheet|iframe|object)/,
    );
    expect(html).not.toMatch(/<(?:img|source|video|audio)\b[^>]*\s(?:src|srcset)="(?!data:)/);
    expect(html).not.toMatch(/@import|url\((?!["']?data:)/);
    expect(html).not.toContain(folder);
  });

  test('names what was left out', async () => {
    const library = path.join(folder, 'library');
    mkdirSync(library);
    writeFileSync(path.join(library, 'a.md'), '![x](gone.png)\n\n![y](https://far.example/y.png)\n');
    const report = await exportPage(request(library, 'a.md'));
    expect(report).toMatchObject({
      ok: true,
      value: { leftOut: [{ url: 'gone.png' }, { url: 'https://far.example/y.png' }] },
    });
  });

  test.each([
    ['../outside.md', 'outside-library'],
    ['gone.md', 'gone'],
    ['latin.md', 'not-utf-8'],
  ])('of %s writes nothing: %s', async (id, code) => {
    const library = path.join(folder, 'library');
    mkdirSync(library);
    writeFileSync(path.join(folder, 'outside.md'), 'secret');
    writeFileSync(path.join(library, 'latin.md'), Buffer.from([0x63, 0x61, 0x66, 0xe9, 0x0a]));
    expect(await exportPage(request(library, id))).toMatchObject({ ok: false, failure: { code } });
    expect(existsSync(path.join(folder, 'page.html'))).toBe(false);
  });

  test('of a library that is gone writes nothing', async () => {
    const report = await exportPage(request(path.join(folder, 'gone'), 'a.md'));
    expect(report).toMatchObject({ ok: false, failure: { code: 'unreadable' } });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('of a post alone looks at no other posts', async () => {
    const library = copyLibrary('weekly', path.join(folder, 'library'));
    await exportPage(request(library, 'meetings-that-end-early.md', 'alone.html', true));
    await exportPage(request(library, 'meetings-that-end-early.md', 'whole.html'));
    const title = 'An invitation is a contract';
    expect(readFileSync(path.join(folder, 'alone.html'), 'utf8')).not.toContain(title);
    expect(readFileSync(path.join(folder, 'whole.html'), 'utf8')).toContain(title);
  });
});

describe('exportInWorker', () => {
  const built = pathToFileURL(path.resolve('out/main/export.worker.js'));

  test('writes the same bytes as the command line', async () => {
    const library = copyLibrary('sample', path.join(folder, 'library'));
    const id = 'how-a-tide-table-is-made.md';
    const report = await exportInWorker(request(library, id), built);
    const html = readFileSync(path.join(folder, 'page.html'), 'utf8');
    expect(report).toEqual({ ok: true, value: { bytes: Buffer.byteLength(html), leftOut: [] } });
    const byCommand = await runGalley(['export', id, '-o', '-'], library);
    expect(byCommand.stdout).toBe(html);
    expect(html).toContain('prefers-color-scheme: dark');
  });

  test('writes on its own thread where no worker was built', async () => {
    const library = copyLibrary('sample', path.join(folder, 'library'));
    const nowhere = pathToFileURL(path.join(folder, 'gone.js'));
    const report = await exportInWorker(request(library, 'welcome.md'), nowhere);
    expect(report).toMatchObject({ ok: true, value: { leftOut: [] } });
    expect(readFileSync(path.join(folder, 'page.html'), 'utf8')).toContain('Begin by changing this sentence');
  });

  test('passes failures on', async () => {
    expect(await exportInWorker(request(folder, 'gone.md'), built)).toMatchObject({
      failure: { code: 'gone' },
    });
  });

  test.each([
    ['throws', 'throw new Error("no more memory");', 'no more memory'],
    ['ends without a word', 'process.exit(3);', 'exit code 3'],
  ])('is a failure in words when the worker %s', async (_how, script, words) => {
    const worker = path.join(folder, 'worker.mjs');
    writeFileSync(worker, script);
    const result = await exportInWorker(request(folder, 'a.md'), pathToFileURL(worker));
    expect(result).toMatchObject({ failure: { code: 'export-died' } });
    expect(JSON.stringify(result)).toContain(words);
  });
});
