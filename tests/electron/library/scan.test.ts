import { mkdir, rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import { openLibrary } from '../../../electron/library/open-library.ts';
import { readLibraryOnce } from '../../../electron/library/read-library.ts';
import { findLibraryRoot } from '../../../electron/library/find-library-root.ts';
import { startScan } from '../../../electron/library/scan.ts';
import type { ScanMessage } from '../../../electron/library/scan-job.ts';
import { buildWorkers } from './build-script.ts';
import { post, value } from './library-values.ts';
import { openTestLibrary, ready } from './open-test-library.ts';
import { listFiles, tempFolder, writeFiles } from './temp-folder.ts';

const files = {
  'galley.yaml': 'site: { title: Field Notes }\n',
  'a.md': '---\ntitle: First\ndraft: true\n---\nwords in it\n',
  'deep/b.md': '# Second\n\nmore words\n',
  'broken.md': '---\ntitle: [never closed\n---\nstill a post\n',
};

describe('opening a library', () => {
  it('lists every post with what is known of it', async () => {
    const { library } = await openTestLibrary(files);
    const view = library.view();
    expect(view).toMatchObject({
      token: 'token',
      name: 'library',
      displayPath: '~/library',
      kind: 'folder',
      dialect: 'galley',
      settings: { site: { title: 'Field Notes' } },
      settingsProblems: [],
      unreadable: [],
      trashed: 0,
      state: 'ready',
    });
    const posts = [...view.posts].sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(posts).toMatchObject([
      { id: 'a.md', title: 'First', status: 'draft', words: 3 },
      { id: 'broken.md', problem: /./ },
      { id: 'deep/b.md', title: 'Second' },
    ]);
  });

  it('answers when the names are known, and tells the rest by events', async () => {
    const outer = await tempFolder();
    const many: Record<string, string> = {};
    for (let number = 0; number < 450; number += 1) many[`post-${number}.md`] = `# Post ${number}\n\nwords\n`;
    await writeFiles(path.join(outer, 'library'), many);
    const library = value(
      await openLibrary({
        root: path.join(outer, 'library'),
        token: 't',
        displayPath: '',
        dataFolder: path.join(outer, 'data'),
        trashToSystem: () => Promise.resolve(),
        now: () => ({ ms: Date.now(), offsetMinutes: 0 }),
      }),
    );
    expect(library.view().state).toBe('scanning');
    const seen = new Map(library.view().posts.map((each) => [each.id, each]));
    const progress: number[] = [];
    library.subscribe((event) => {
      if (event.kind === 'changed') for (const each of event.change.upserted) seen.set(each.id, each);
      if (event.kind === 'progress') progress.push(event.read);
      if (event.kind === 'progress') expect(event.found).toBe(450);
    });
    await ready(library);
    expect(seen.size).toBe(450);
    expect(library.view().posts).toHaveLength(450);
    expect(progress.at(-1)).toBe(450);
    await library.close();
  });

  it('opens a lone file and nothing beside it', async () => {
    const { library } = await openTestLibrary(files, { only: post('a.md') });
    expect(library.view()).toMatchObject({ kind: 'single-file', name: 'a.md', posts: [{ id: 'a.md' }] });
    expect(await library.open(post('broken.md'))).toMatchObject({
      ok: false,
      failure: { code: 'outside-library' },
    });
    expect(await library.create('More')).toMatchObject({ ok: false, failure: { code: 'single-file' } });
    value(await library.rename(post('a.md'), 'c.md'));
    expect(library.view()).toMatchObject({ name: 'c.md', posts: [{ id: 'c.md' }] });
    expect((await library.open(post('c.md'))).ok).toBe(true);
  });

  it('says when there is no such folder', async () => {
    const folder = path.join(await tempFolder(), 'nowhere');
    const result = await openLibrary({
      root: folder,
      token: 't',
      displayPath: '',
      dataFolder: path.join(folder, '..', 'data'),
      trashToSystem: () => Promise.resolve(),
      now: () => ({ ms: 0, offsetMinutes: 0 }),
    });
    expect(result).toMatchObject({ ok: false, failure: { code: 'no-folder', remedy: /./ } });
  });

  it('clears away what a crash left of a save', async () => {
    const outer = await tempFolder();
    const stale = path.join(outer, 'library', 'sub', '.galley-0123456789ab.tmp');
    await writeFiles(path.join(outer, 'library'), { 'sub/a.md': '', 'sub/.galley-0123456789ab.tmp': 'half' });
    await utimes(stale, 1, 1);
    const library = value(
      await openLibrary({
        root: path.join(outer, 'library'),
        token: 't',
        displayPath: '',
        dataFolder: path.join(outer, 'data'),
        trashToSystem: () => Promise.resolve(),
        now: () => ({ ms: Date.now(), offsetMinutes: 0 }),
      }),
    );
    await expect.poll(() => listFiles(path.join(outer, 'library'))).toEqual(['sub/a.md']);
    await library.close();
  });

  it('finds what is new after a rescan, and what is gone', async () => {
    const { library, root } = await openTestLibrary(files);
    await rm(path.join(root, 'a.md'));
    await writeFiles(root, { 'new.md': '# New\n', 'deep/b.md': '# Changed\n' });
    await library.rescan();
    const titles = library.view().posts.map((each) => each.title);
    expect(titles.sort()).toEqual(['Changed', 'New', 'broken']);
  });
});

describe('the scan worker', () => {
  it('tells the same as a scan without it', async () => {
    const root = await tempFolder();
    await writeFiles(root, files);
    const workers = await buildWorkers();
    const told = { worker: [] as ScanMessage[], thread: [] as ScanMessage[] };
    const job = { root, only: undefined };
    await startScan(job, (message) => told.worker.push(message), workers).done;
    await startScan(job, (message) => told.thread.push(message)).done;
    expect(told.worker).toEqual(told.thread);
    expect(told.worker.at(-1)).toEqual({ kind: 'done' });
  });

  it('rejects when the folder cannot be read, and can be stopped', async () => {
    const workers = await buildWorkers();
    const root = path.join(await tempFolder(), 'nowhere');
    await expect(startScan({ root, only: undefined }, () => undefined, workers).done).rejects.toThrow();
    const stopped = startScan({ root: await tempFolder(), only: undefined }, () => expect.fail(), workers);
    stopped.stop();
    await stopped.done;
  });

  it('leaves this thread free while it reads a thousand posts', async () => {
    const root = await tempFolder();
    await mkdir(path.join(root, 'posts'));
    const words = 'Some words of a longer post. '.repeat(200);
    for (let number = 0; number < 1000; number += 1) {
      await writeFile(
        path.join(root, 'posts', `${number}.md`),
        `---\ntitle: Post ${number}\n---\n${words}\n`,
      );
    }
    const workers = await buildWorkers();
    let longest = 0;
    let last = performance.now();
    const beat = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    let read = 0;
    await startScan(
      { root, only: undefined },
      (message) => {
        if (message.kind === 'read') read += message.posts.length;
      },
      workers,
    ).done;
    clearInterval(beat);
    expect(read).toBe(1000);
    // Generous, as the machine may be busy with other tests: reading on this thread takes far longer.
    expect(longest).toBeLessThan(250);
  });
});

describe('reading a library once', () => {
  it('answers everything that a page needs', async () => {
    const root = await tempFolder();
    await writeFiles(root, files);
    const { dialect, settings, posts, problems } = await readLibraryOnce(root);
    expect(dialect).toBe('galley');
    expect(settings.site.title).toBe('Field Notes');
    expect(problems).toEqual([]);
    expect(posts.map((each) => each.id).sort()).toEqual(['a.md', 'broken.md', 'deep/b.md']);
  });

  it('finds the library that a file lies in', async () => {
    const root = await tempFolder();
    await writeFiles(root, {
      ...files,
      'inner/galley.yaml': '',
      'inner/c.md': '',
      'folder/galley.yaml/d.md': '',
    });
    expect(await findLibraryRoot(path.join(root, 'deep/b.md'))).toBe(root);
    expect(await findLibraryRoot(path.join(root, 'inner/c.md'))).toBe(path.join(root, 'inner'));
    expect(await findLibraryRoot(path.join(root, 'inner'))).toBe(path.join(root, 'inner'));
    expect(await findLibraryRoot(path.join(root, 'folder/galley.yaml/d.md'))).toBe(root);
    expect(await findLibraryRoot(path.join(root, 'no/such/file.md'))).toBeUndefined();
    expect(await findLibraryRoot(path.join(await tempFolder(), 'x.md'))).toBeUndefined();
  });
});
