import { mkdir, rename, rm, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { versionOf } from '../../../electron/library/file-version.ts';
import type { LibraryEvent } from '../../../electron/library/types.ts';
import { post, value } from './library-values.ts';
import { buildWorkers } from './build-script.ts';
import { openTestLibrary } from './open-test-library.ts';
import { readText, tempFolder, writeFiles } from './temp-folder.ts';

const versionOfText = (text: string): string => versionOf(Buffer.from(text, 'utf8'));
const patient = { timeout: 8000, interval: 20 };

function outside(events: readonly LibraryEvent[]) {
  return events.flatMap((event) => (event.kind === 'changed-outside' ? [[event.id, event.version]] : []));
}

function titles(library: { view: () => { posts: readonly { title: string }[] } }): readonly string[] {
  return library
    .view()
    .posts.map((each) => each.title)
    .sort();
}

describe('changes by other programs', () => {
  it('show in the list: new, changed, renamed and removed posts, and whole folders', async () => {
    const { library, root } = await openTestLibrary({ 'a.md': '# A\n', 'sub/b.md': '# B\n' });
    await writeFile(path.join(root, 'c.md'), '# C\n');
    await expect.poll(() => titles(library), patient).toEqual(['A', 'B', 'C']);
    await writeFile(path.join(root, 'a.md'), '# A again\n');
    await expect.poll(() => titles(library), patient).toEqual(['A again', 'B', 'C']);
    await rename(path.join(root, 'c.md'), path.join(root, 'd.md'));
    await expect
      .poll(
        () =>
          library
            .view()
            .posts.map((each) => each.id)
            .sort(),
        patient,
      )
      .toEqual(['a.md', 'd.md', 'sub/b.md']);
    await rm(path.join(root, 'sub'), { recursive: true });
    await expect.poll(() => titles(library), patient).toEqual(['A again', 'C']);
    await writeFiles(root, {
      'new/deep/e.md': '# E\n',
      'new/node_modules/x.md': '# X\n',
      '.git/y.md': '# Y\n',
    });
    await expect.poll(() => titles(library), patient).toEqual(['A again', 'C', 'E']);
  });

  it('are not missed right after opening', async () => {
    const test = await openTestLibrary({ 'a.md': '# A\n' });
    await test.library.close();
    for (let round = 0; round < 5; round += 1) {
      const { library, root } = await test.reopen();
      await writeFile(path.join(root, 'a.md'), `# Round ${round}\n`);
      await writeFile(path.join(root, `new-${round}.md`), `# New\n`);
      await expect.poll(() => titles(library), patient).toContain(`Round ${round}`);
      await expect.poll(() => library.view().posts.length, patient).toBe(round + 2);
      await library.close();
    }
  });

  it('are told of the open post, once for each version', async () => {
    const { library, root, events } = await openTestLibrary({ 'a.md': 'Hello\n', 'b.md': 'x' });
    value(await library.open(post('a.md')));
    await writeFile(path.join(root, 'b.md'), 'not open');
    await writeFile(path.join(root, 'a.md'), 'Theirs\n');
    await expect.poll(() => outside(events), patient).toEqual([['a.md', versionOfText('Theirs\n')]]);
    await writeFile(path.join(root, 'a.md'), 'Hello\n');
    await expect.poll(() => outside(events), patient).toHaveLength(2);
    expect(outside(events)[1]).toEqual(['a.md', versionOfText('Hello\n')]);
  });

  it('are told when the open post goes, and when it comes back', async () => {
    const { library, root, events } = await openTestLibrary({ 'a.md': 'Hello\n' });
    value(await library.open(post('a.md')));
    await unlink(path.join(root, 'a.md'));
    await expect.poll(() => outside(events), patient).toEqual([['a.md', undefined]]);
    expect(library.view().posts).toEqual([]);
    await writeFile(path.join(root, 'a.md'), 'Hello\n');
    await expect.poll(() => outside(events), patient).toHaveLength(2);
    expect(library.view().posts).toHaveLength(1);
  });

  it('that replace a file by deleting it first are one change', async () => {
    const { library, root, events } = await openTestLibrary({ 'a.md': 'Hello\n' });
    value(await library.open(post('a.md')));
    await unlink(path.join(root, 'a.md'));
    await sleep(150);
    await writeFile(path.join(root, 'a.md'), 'Theirs\n');
    await expect.poll(() => outside(events), patient).toEqual([['a.md', versionOfText('Theirs\n')]]);
  });

  it('do not include own saves, and touching a file is no change', async () => {
    const { library, root, events } = await openTestLibrary({ 'a.md': '0' });
    let base = value(await library.open(post('a.md'))).version;
    for (let number = 1; number <= 10; number += 1) {
      base = value(await library.save({ id: post('a.md'), text: String(number), base, seq: 0 })).version;
      await sleep(40);
    }
    await writeFile(path.join(root, 'a.md'), '10');
    await sleep(800);
    expect(outside(events)).toEqual([]);
    expect(await readText(root, 'a.md')).toBe('10');
  });

  it('of galley.yaml are read, also when it appears and when it breaks', async () => {
    const { library, root, events } = await openTestLibrary({ 'a.md': '' });
    await writeFile(path.join(root, 'galley.yaml'), 'site:\n  title: Field Notes\n');
    await expect.poll(() => library.view().settings.site.title, patient).toBe('Field Notes');
    expect(events).toContainEqual(
      expect.objectContaining({
        kind: 'changed',
        change: expect.objectContaining({ settingsProblems: [] }) as unknown,
      }),
    );
    await writeFile(path.join(root, 'galley.yaml'), 'site: [broken\n');
    await expect.poll(() => library.view().settingsProblems.length, patient).toBeGreaterThan(0);
    await rm(path.join(root, 'galley.yaml'));
    await expect.poll(() => library.view().settingsProblems.length, patient).toBe(0);
  });

  it('in great numbers are all taken in', async () => {
    const { library, root, events } = await openTestLibrary({ 'a.md': 'Hello\n' });
    value(await library.open(post('a.md')));
    await mkdir(path.join(root, 'many'));
    const writes = Array.from({ length: 300 }, (_, number) =>
      writeFile(path.join(root, 'many', `${number}.md`), `# Post ${number}\n`),
    );
    await Promise.all([...writes, writeFile(path.join(root, 'a.md'), 'Theirs\n')]);
    await expect.poll(() => library.view().posts.length, patient).toBe(301);
    await expect.poll(() => outside(events), patient).toEqual([['a.md', versionOfText('Theirs\n')]]);
  });

  it('that take the whole folder away leave a scan with nothing to read, and no fault behind', async () => {
    const { library, root } = await openTestLibrary({ 'a.md': 'Hello\n' });
    const faults: unknown[] = [];
    const note = (fault: unknown): void => void faults.push(fault);
    process.on('unhandledRejection', note);
    await rm(root, { recursive: true });
    await library.rescan();
    await sleep(20);
    process.off('unhandledRejection', note);
    expect(faults).toEqual([]);
  });

  it('of a lone file are told, and its neighbours are let alone', async () => {
    const { library, root, events } = await openTestLibrary(
      { 'a.md': 'Hello\n', 'b.md': '' },
      { only: post('a.md') },
    );
    value(await library.open(post('a.md')));
    await writeFile(path.join(root, 'b.md'), '# Changed\n');
    await writeFile(path.join(root, 'a.md'), 'Theirs\n');
    await expect.poll(() => outside(events), patient).toEqual([['a.md', versionOfText('Theirs\n')]]);
    expect(library.view().posts.map((each) => each.id)).toEqual(['a.md']);
  });

  it('show when a worker watches, as in the app', async () => {
    const workers = await buildWorkers();
    const { library, root, events } = await openTestLibrary({ 'a.md': 'Hello\n' }, { workers });
    value(await library.open(post('a.md')));
    await writeFile(path.join(root, 'b.md'), '# New\n');
    await writeFile(path.join(root, 'a.md'), '# Theirs\n');
    await expect.poll(() => titles(library), patient).toEqual(['New', 'Theirs']);
    expect(outside(events)).toEqual([['a.md', versionOfText('# Theirs\n')]]);
  });

  it('are looked for by hand when the watching worker breaks', async () => {
    const outer = await tempFolder();
    await writeFiles(outer, {
      'package.json': '{ "type": "module" }',
      'watch.worker.js': 'throw new Error("broken");',
    });
    const workers = pathToFileURL(`${outer}${path.sep}`);
    const { library, root, events } = await openTestLibrary({ 'a.md': 'Hello\n' }, { workers });
    value(await library.open(post('a.md')));
    await expect.poll(() => events.some((event) => event.kind === 'notice'), patient).toBe(true);
    await writeFile(path.join(root, 'a.md'), 'Theirs\n');
    await expect.poll(() => outside(events), patient).toHaveLength(1);
  });
});
