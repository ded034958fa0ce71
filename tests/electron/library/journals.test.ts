import { describe, expect, it } from 'vitest';
import type { TextEdit } from '../../../core/base/text-edit.ts';
import { base, filed, id, open, typed, typeThree } from './journal-helpers.ts';
import { post } from './library-values.ts';
import { listFiles, tempFolder } from './temp-folder.ts';

describe('a journal', () => {
  it('gives back what was typed, and where the writer was', async () => {
    const folder = await tempFolder();
    await typeThree(folder);
    const { journals } = open(folder);
    expect(await journals.list()).toEqual([id]);
    expect(await journals.begin(id, base)).toEqual({
      text: 'Hello there, world\n',
      bom: false,
      base: base.version,
      position: { anchor: 12, head: 12, scrollTop: 42 },
      at: 1003,
      conflict: false,
    });
  });

  it('keeps it through as many restarts as it takes, and counts entries from 1 again', async () => {
    const folder = await tempFolder();
    await typeThree(folder);
    for (let restart = 0; restart < 3; restart += 1) {
      const { journals } = open(folder);
      const found = await journals.begin(id, base);
      const text = found?.text ?? '';
      expect(text).toBe(`Hello there, world${'!'.repeat(restart)}\n`);
      expect(await journals.append(typed(1, text.length - 1, '!'), () => base)).toMatchObject({ ok: true });
      await journals.close();
    }
  });

  it('keeps line ends that no edit touched', async () => {
    const folder = await tempFolder();
    const mixed = filed('one\r\ntwo\nthree\r\nfour\rfive\r\n', true);
    const first = open(folder);
    await first.journals.begin(id, mixed);
    await first.journals.append(typed(1, 7, ' and a half\nmore'), () => mixed);
    await first.journals.close();
    const found = await open(folder).journals.begin(id, mixed);
    expect(found).toMatchObject({
      text: 'one\r\ntwo and a half\r\nmore\nthree\r\nfour\rfive\r\n',
      bom: true,
    });
  });

  it('keeps every UTF-16 unit, lone surrogates included', async () => {
    const folder = await tempFolder();
    const first = open(folder);
    await first.journals.begin(id, base);
    await first.journals.append(typed(1, 0, '𝒳\ud800 \u2028"\\\n'), () => base);
    await first.journals.close();
    expect((await open(folder).journals.begin(id, base))?.text).toBe('𝒳\ud800 \u2028"\\\nHello\n');
  });

  it('is removed when the file holds everything, and begun anew by what is typed then', async () => {
    const folder = await tempFolder();
    const { journals } = open(folder);
    await journals.begin(id, base);
    await journals.append(typed(1, 5, ' there'), () => base);
    const next = filed('Hello there\n');
    await journals.saving(id, next.version, 1);
    await journals.saved(id, next, 1);
    expect(await listFiles(folder)).toEqual([]);
    await journals.append(typed(2, 11, '!'), () => next);
    await journals.close();
    expect(await open(folder).journals.begin(id, next)).toMatchObject({
      text: 'Hello there!\n',
      conflict: false,
    });
  });

  it('keeps what was typed while the file was being saved', async () => {
    const folder = await tempFolder();
    const { journals } = open(folder);
    await journals.begin(id, base);
    await journals.append(typed(1, 5, ' there'), () => base);
    const next = filed('Hello there\n');
    await journals.saving(id, next.version, 1);
    await journals.append(typed(2, 11, '!'), () => base);
    await journals.saved(id, next, 1);
    await journals.append(typed(3, 12, '?'), () => next);
    await journals.close();
    expect(await open(folder).journals.begin(id, next)).toMatchObject({
      text: 'Hello there!?\n',
      conflict: false,
    });
  });

  it('passes over an entry that it has, and refuses one that leaves a gap', async () => {
    const folder = await tempFolder();
    const { journals } = open(folder);
    await journals.begin(id, base);
    await journals.append(typed(1, 5, '!'), () => base);
    expect(await journals.append(typed(1, 5, '!'), () => base)).toMatchObject({ ok: true });
    expect(await journals.append(typed(3, 5, '?'), () => base)).toMatchObject({
      ok: false,
      failure: { code: 'journal-failed', message: /./, remedy: /./ },
    });
    await journals.close();
    expect((await open(folder).journals.begin(id, base))?.text).toBe('Hello!\n');
  });

  it('refuses another entry under the number of one that it has', async () => {
    const folder = await tempFolder();
    const { journals } = open(folder);
    await journals.begin(id, base);
    await journals.append(typed(1, 5, '!'), () => base);
    expect(await journals.append(typed(1, 5, '?'), () => base)).toMatchObject({ ok: false });
  });

  it('is forgotten when it is dropped', async () => {
    const folder = await tempFolder();
    await typeThree(folder);
    const { journals } = open(folder);
    await journals.begin(id, base);
    expect(await journals.drop(id)).toEqual({ ok: true, value: undefined });
    expect(await listFiles(folder)).toEqual([]);
    expect(await open(folder).journals.begin(id, base)).toBeUndefined();
  });

  it('knows two posts apart', async () => {
    const folder = await tempFolder();
    await typeThree(folder);
    expect(await open(folder).journals.begin(post('notes/two.md'), base)).toBeUndefined();
    expect(await open(folder).journals.begin(id, base)).toBeDefined();
  });
});

describe('recovery', () => {
  /** What is on disk when the process dies between the last entry and the end of the save. */
  async function dieWhileSaving(): Promise<string> {
    const folder = await tempFolder();
    const { journals } = open(folder);
    await journals.begin(id, base);
    await journals.append(typed(1, 5, ' there'), () => base);
    await journals.saving(id, filed('Hello there\n').version, 1);
    await journals.append(typed(2, 11, '!'), () => base);
    await journals.close();
    return folder;
  }

  it.each([
    ['before the file was replaced', 'Hello\n', false],
    ['after the file was replaced', 'Hello there\n', false],
    ['and another program wrote the file', 'Goodbye\n', true],
  ])('after a crash %s', async (_name, onDisk, conflict) => {
    const folder = await dieWhileSaving();
    const found = await open(folder).journals.begin(id, filed(onDisk));
    expect(found).toMatchObject({ text: 'Hello there!\n', conflict });
    const again = await open(folder).journals.begin(id, filed(onDisk));
    expect(again).toMatchObject({ text: 'Hello there!\n', conflict });
  });

  it('has nothing to say when the file holds the same text', async () => {
    const folder = await dieWhileSaving();
    expect(await open(folder).journals.begin(id, filed('Hello there!\n'))).toBeUndefined();
    expect(await listFiles(folder)).toEqual([]);
  });

  it('remembers an undo back to the text before the last save', async () => {
    const folder = await tempFolder();
    const { journals } = open(folder);
    await journals.begin(id, base);
    await journals.append(typed(1, 5, '!'), () => base);
    const next = filed('Hello!\n');
    await journals.saving(id, next.version, 1);
    const undo: TextEdit = { from: 5, to: 6, insert: '' };
    await journals.append({ id, seq: 2, batches: [[undo]], position: undefined }, () => base);
    await journals.close();
    expect(await open(folder).journals.begin(id, next)).toMatchObject({ text: 'Hello\n', conflict: false });
  });

  it('offers nothing when nothing but the cursor moved', async () => {
    const folder = await tempFolder();
    const { journals } = open(folder);
    await journals.begin(id, base);
    await journals.append({ ...typed(1, 0, ''), batches: [] }, () => base);
    await journals.close();
    expect(await open(folder).journals.begin(id, filed('Changed meanwhile\n'))).toBeUndefined();
  });
});
