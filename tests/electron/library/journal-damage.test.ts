import { mkdir, readFile, rename, stat, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { encodeRecord, parseJournal } from '../../../electron/library/journal-format.ts';
import { nodeJournalDisk, type JournalDisk } from '../../../electron/library/journal-writer.ts';
import { journalFolder } from '../../../electron/library/library-key.ts';
import { base, id, journalFile, open, typed, typeThree } from './journal-helpers.ts';
import { post } from './library-values.ts';
import { listFiles, tempFolder } from './temp-folder.ts';

describe('a journal that was cut or damaged', () => {
  it('gives back every whole entry, wherever its end was torn off', async () => {
    const whole = await tempFolder();
    await typeThree(whole);
    const bytes = await readFile(await journalFile(whole));
    const name = path.basename(await journalFile(whole));
    const ends = [...bytes.keys()].filter((index) => bytes[index] === 0x0a).map((index) => index + 1);
    const texts = ['Hello\n', 'Hello there\n', 'Hello there,\n', 'Hello there, world\n'];
    const folder = await tempFolder();
    for (let length = 0; length <= bytes.length; length += 1) {
      await writeFile(path.join(folder, name), bytes.subarray(0, length));
      const { journals, notices } = open(folder);
      const found = await journals.begin(id, base);
      const records = ends.filter((end) => end <= length).length;
      const expected = records < 2 ? undefined : texts[records - 1];
      expect(found?.text, `cut at ${length}`).toBe(expected);
      expect(notices).toEqual([]);
      expect((await listFiles(folder)).filter((file) => file.endsWith('.bad'))).toEqual([]);
      await journals.close();
    }
  });

  it('never throws, whichever byte is wrong, and keeps what it could not read', async () => {
    const whole = await tempFolder();
    await typeThree(whole);
    const bytes = await readFile(await journalFile(whole));
    const name = path.basename(await journalFile(whole));
    for (let index = 0; index < bytes.length; index += 5) {
      const folder = await tempFolder();
      const bad = Buffer.from(bytes);
      bad[index] = (bad[index] ?? 0) ^ 0x15;
      await writeFile(path.join(folder, name), bad);
      const { journals, notices } = open(folder);
      const found = await journals.begin(id, base);
      expect([undefined, 'Hello there\n', 'Hello there,\n']).toContain(found?.text);
      const kept = (await listFiles(folder)).filter((file) => file.endsWith('.bad'));
      const atTheEnd = parseJournal(bad).kind === 'journal' && kept.length === 0;
      expect(atTheEnd || (kept.length === 1 && notices.length === 1), `byte ${index}`).toBe(true);
      if (kept[0] !== undefined) expect(await readFile(path.join(folder, kept[0]))).toEqual(bad);
      await journals.close();
    }
  });

  it('keeps several damaged ones side by side', async () => {
    const folder = await tempFolder();
    await typeThree(folder);
    const file = await journalFile(folder);
    for (const text of ['first\n', 'second\n']) {
      await writeFile(file, text);
      await open(folder).journals.begin(id, base);
    }
    expect((await listFiles(folder)).map((name) => name.replace(/^[0-9a-f]+/, ''))).toEqual([
      '.journal.2.bad',
      '.journal.bad',
    ]);
  });

  it('recovers up to an entry that does not fit the text', async () => {
    const folder = await tempFolder();
    await typeThree(folder);
    const file = await journalFile(folder);
    const forged = encodeRecord({
      kind: 'entry',
      seq: 4,
      at: 1,
      batches: [[{ from: 900, to: 901, insert: 'x' }]],
    });
    await writeFile(file, Buffer.concat([await readFile(file), forged]));
    const { journals, notices } = open(folder);
    expect((await journals.begin(id, base))?.text).toBe('Hello there, world\n');
    expect(notices).toHaveLength(1);
  });

  it('is not taken for the journal of another post', async () => {
    const folder = await tempFolder();
    await typeThree(folder);
    const other = open(folder);
    await other.journals.begin(post('b.md'), base);
    await other.journals.append({ ...typed(1, 0, 'x'), id: post('b.md') }, () => base);
    await other.journals.close();
    const names = (await listFiles(folder)).filter((name) => name.endsWith('.journal'));
    const [one = '', two = ''] = names;
    await rename(path.join(folder, one), path.join(folder, two));
    const { journals, notices } = open(folder);
    const found = [await journals.begin(id, base), await journals.begin(post('b.md'), base)];
    expect(found.filter((each) => each !== undefined).length).toBeLessThanOrEqual(1);
    expect(notices).toHaveLength(found.every((each) => each === undefined) ? 1 : 0);
  });
});

describe('a disk that fails under the journal', () => {
  const full = (): never => {
    throw Object.assign(new Error('full'), { code: 'ENOSPC' });
  };

  it('says so, and takes the entry again when there is room', async () => {
    const folder = await tempFolder();
    let room = true;
    const disk: JournalDisk = {
      ...nodeJournalDisk,
      openEnd: async (file) => {
        const real = await nodeJournalDisk.openEnd(file);
        // A full disk takes a part of the record and then nothing.
        const append = (bytes: Uint8Array, at: number): Promise<number> =>
          room ? real.append(bytes, at) : at === 0 ? real.append(bytes.subarray(0, 9), 0) : full();
        return { ...real, append };
      },
    };
    const { journals } = open(folder, disk);
    await journals.begin(id, base);
    await journals.append(typed(1, 5, ' there'), () => base);
    const before = (await stat(await journalFile(folder))).size;
    room = false;
    const refused = await journals.append(typed(2, 11, ','), () => base);
    expect(refused).toMatchObject({ ok: false, failure: { code: 'journal-failed', message: /ENOSPC/ } });
    expect((await stat(await journalFile(folder))).size).toBe(before);
    room = true;
    expect(await journals.append(typed(2, 11, ','), () => base)).toMatchObject({ ok: true });
    await journals.close();
    expect((await open(folder).journals.begin(id, base))?.text).toBe('Hello there,\n');
  });

  it('rewrites the journal when a half-written record could not be cut off', async () => {
    const folder = await tempFolder();
    let broken = false;
    const disk: JournalDisk = {
      ...nodeJournalDisk,
      openEnd: async (file) => {
        const real = await nodeJournalDisk.openEnd(file);
        if (!broken) return real;
        const append = async (bytes: Uint8Array, at: number): Promise<number> =>
          at === 0 ? real.append(bytes.subarray(0, 9), 0) : full();
        return { ...real, append, truncate: () => Promise.resolve().then(full) };
      },
    };
    broken = true;
    const { journals } = open(folder, disk);
    await journals.begin(id, base);
    await journals.append(typed(1, 5, ' there'), () => base);
    expect(await journals.append(typed(2, 11, ','), () => base)).toMatchObject({ ok: false });
    broken = false;
    expect(await journals.append(typed(2, 11, ','), () => base)).toMatchObject({ ok: true });
    await journals.append(typed(3, 12, '!'), () => base);
    await journals.close();
    expect((await open(folder).journals.begin(id, base))?.text).toBe('Hello there,!\n');
  });

  it('says so when there is no folder to write to', async () => {
    const outer = await tempFolder();
    await writeFile(path.join(outer, 'file'), '');
    const { journals } = open(path.join(outer, 'file', 'journals'));
    expect(await journals.begin(id, base)).toBeUndefined();
    expect(await journals.append(typed(1, 5, '!'), () => base)).toMatchObject({
      ok: false,
      failure: { code: 'journal-failed' },
    });
  });

  it('leaves the old journal when a recovered one cannot be rewritten', async () => {
    const folder = await tempFolder();
    await typeThree(folder);
    const disk: JournalDisk = { ...nodeJournalDisk, openNew: () => Promise.resolve().then(full) };
    const { journals } = open(folder, disk);
    expect((await journals.begin(id, base))?.text).toBe('Hello there, world\n');
    expect(await journals.append(typed(1, 0, 'x'), () => base)).toMatchObject({ ok: false });
    await journals.close();
    expect((await open(folder).journals.begin(id, base))?.text).toBe('Hello there, world\n');
  });
});

describe('the folder of a library’s journals', () => {
  it('is the same for the same path and another for another', async () => {
    const data = await tempFolder();
    const root = await tempFolder();
    const first = await journalFolder(data, root);
    expect(await journalFolder(data, root)).toBe(first);
    expect(await journalFolder(data, await tempFolder())).not.toBe(first);
  });

  it('goes with a library that is moved on its disk', async () => {
    const data = await tempFolder();
    const outer = await tempFolder();
    await mkdir(path.join(outer, 'before'));
    const first = await journalFolder(data, path.join(outer, 'before'));
    await typeThree(first);
    await rename(path.join(outer, 'before'), path.join(outer, 'after'));
    const second = await journalFolder(data, path.join(outer, 'after'));
    expect(second).not.toBe(first);
    expect((await open(second).journals.begin(id, base))?.text).toBe('Hello there, world\n');
  });

  it('outlives a damaged description', async () => {
    const data = await tempFolder();
    const root = await tempFolder();
    const folder = await journalFolder(data, root);
    await truncate(path.join(folder, 'library.json'), 10);
    expect(await journalFolder(data, root)).toBe(folder);
  });
});
