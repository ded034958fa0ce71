import { chmod, mkdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../../core/ipc/types.ts';
import { versionOf } from '../../../electron/library/file-version.ts';
import { listFiles, readText } from './temp-folder.ts';
import { post, value } from './library-values.ts';
import { openTestLibrary, type TestLibrary } from './open-test-library.ts';

const id = post('one.md');
const versionOfText = (text: string): string => versionOf(Buffer.from(text, 'utf8'));

/** Types `insert` at `from` of the open post. */
function typed(seq: number, from: number, insert: string): JournalEntry {
  return { id, seq, batches: [[{ from, to: from, insert }]], position: undefined };
}

async function journals({ data }: TestLibrary): Promise<readonly string[]> {
  return (await listFiles(data)).filter((name) => name.endsWith('.journal'));
}

describe('opening and saving a post', () => {
  it('reads it raw and writes what it is given', async () => {
    const { library, root } = await openTestLibrary({ 'one.md': '---\ntitle: One\n---\nHello\n' });
    const opened = value(await library.open(id));
    expect(opened).toEqual({
      id,
      text: '---\ntitle: One\n---\nHello\n',
      version: versionOfText('---\ntitle: One\n---\nHello\n'),
      readOnly: undefined,
      recovered: undefined,
    });
    const text = '---\ntitle: Two\n---\nHello there\n';
    const saved = value(await library.save({ id, text, base: opened.version, seq: 0 }));
    expect(saved.version).toBe(versionOfText(text));
    expect(saved.summary).toMatchObject({ id, title: 'Two', words: 2 });
    expect(saved.summary.modifiedAt).toBe((await stat(path.join(root, 'one.md'))).mtimeMs);
    expect(library.view().posts).toEqual([saved.summary]);
    expect(await readText(root, 'one.md')).toBe(text);
  });

  it.each([
    ['CRLF', 'one\r\ntwo\r\n'],
    ['mixed line ends', 'one\r\ntwo\nthree\rfour'],
    ['no final newline', 'one'],
    ['nothing at all', ''],
  ])('keeps %s', async (_name, text) => {
    const { library, root } = await openTestLibrary({ 'one.md': text });
    const opened = value(await library.open(id));
    expect(opened.text).toBe(text);
    value(await library.save({ id, text: `${text}!`, base: opened.version, seq: 0 }));
    expect(await readText(root, 'one.md')).toBe(`${text}!`);
  });

  it('says so when the folder of the library is gone, and saves once it is back', async () => {
    const { library, root } = await openTestLibrary({ 'one.md': 'Hello\n' });
    const opened = value(await library.open(id));
    await rename(root, `${root}-elsewhere`);
    const save = { id, text: 'Goodbye\n', base: opened.version, seq: 0 };
    expect(await library.save(save)).toMatchObject({ ok: false, failure: { code: 'library-gone' } });
    await rename(`${root}-elsewhere`, root);
    value(await library.save(save));
    expect(await readText(root, 'one.md')).toBe('Goodbye\n');
  });

  it('keeps a byte order mark that the window never sees', async () => {
    const { library, root } = await openTestLibrary({ 'one.md': '\ufeffHello\r\n' });
    const opened = value(await library.open(id));
    expect(opened.text).toBe('Hello\r\n');
    value(await library.save({ id, text: 'Goodbye\r\n', base: opened.version, seq: 0 }));
    expect(await readText(root, 'one.md')).toBe('\ufeffGoodbye\r\n');
  });

  it('keeps mode and symlink', async () => {
    const { library, root } = await openTestLibrary({ 'real/post.md': 'Hello\n' });
    await chmod(path.join(root, 'real/post.md'), 0o640);
    await symlink('real/post.md', path.join(root, 'one.md'));
    const opened = value(await library.open(id));
    value(await library.save({ id, text: 'Goodbye\n', base: opened.version, seq: 0 }));
    expect(await readText(root, 'real/post.md')).toBe('Goodbye\n');
    expect((await stat(path.join(root, 'real/post.md'))).mode & 0o777).toBe(0o640);
    expect(await listFiles(root)).toEqual(['one.md', 'real/post.md']);
  });

  it('saves in the order of the calls', async () => {
    const { library, root } = await openTestLibrary({ 'one.md': '0' });
    let base = value(await library.open(id)).version;
    const results = [];
    for (let number = 1; number <= 20; number += 1) {
      results.push(library.save({ id, text: String(number), base, seq: 0 }));
      base = versionOfText(String(number));
    }
    for (const result of await Promise.all(results)) expect(result.ok).toBe(true);
    expect(await readText(root, 'one.md')).toBe('20');
  });

  it('does not touch the file when the text is that of the file', async () => {
    const { library, root } = await openTestLibrary({ 'one.md': 'Hello\n' });
    const opened = value(await library.open(id));
    const before = await stat(path.join(root, 'one.md'));
    const saved = value(await library.save({ id, text: 'Hello\n', base: opened.version, seq: 0 }));
    expect(saved.version).toBe(opened.version);
    expect((await stat(path.join(root, 'one.md'))).ino).toBe(before.ino);
  });

  it('takes a repeated save for what it is', async () => {
    const { library } = await openTestLibrary({ 'one.md': 'Hello\n' });
    const opened = value(await library.open(id));
    const request = { id, text: 'Hello there\n', base: opened.version, seq: 0 };
    const first = value(await library.save(request));
    expect(value(await library.save(request)).version).toBe(first.version);
  });

  it.each(['../elsewhere.md', '/etc/passwd.md', '.trash/x/one.md', '.git/one.md', 'a/../../elsewhere.md'])(
    'refuses %s',
    async (path_) => {
      const { library, outer } = await openTestLibrary({ 'one.md': '', '../elsewhere.md': 'not yours' });
      const away = path_ as typeof id;
      const results = [
        await library.open(away),
        await library.save({ id: away, text: 'x', base: versionOfText('not yours'), seq: 0 }),
        await library.rename(away, 'b.md'),
        await library.duplicate(away),
        await library.trash(away),
        await library.readConflict(away),
        await library.keepMine({ id: away, text: 'x', theirs: undefined, seq: 0 }),
        await library.takeTheirs(away, 'x'),
        await library.appendJournal({ ...typed(1, 0, 'x'), id: away }),
        await library.dropJournal(away),
        await library.importImage(away, path.join(outer, 'elsewhere.md')),
      ];
      for (const result of results)
        expect(result).toMatchObject({ ok: false, failure: { code: 'outside-library' } });
      expect(await readText(outer, 'elsewhere.md')).toBe('not yours');
    },
  );

  it('refuses a post that is a link out of the library', async () => {
    const { library, root, outer } = await openTestLibrary({ '../elsewhere.md': 'not yours' });
    await symlink('../elsewhere.md', path.join(root, 'one.md'));
    expect(await library.open(id)).toMatchObject({ ok: false, failure: { code: 'outside-library' } });
    const save = await library.save({ id, text: 'x', base: versionOfText('not yours'), seq: 0 });
    expect(save).toMatchObject({ ok: false, failure: { code: 'outside-library' } });
    expect(await readText(outer, 'elsewhere.md')).toBe('not yours');
  });
});

describe('files that cannot be changed here', () => {
  const latin = Buffer.from([0x63, 0x61, 0x66, 0xe9]);
  it.each([
    ['not-utf-8', latin, 'caf\ufffd'],
    ['utf-16', Buffer.from('\ufeffHello', 'utf16le'), 'Hello'],
    ['nul-bytes', Buffer.from('He\0llo and more'), 'He\ufffdllo and more'],
  ])('%s is shown, and never written back', async (code, bytes, text) => {
    const { library, root } = await openTestLibrary({ 'one.md': bytes });
    const opened = value(await library.open(id));
    expect(opened).toMatchObject({ text, readOnly: { code, message: /./, remedy: /./ } });
    const save = await library.save({ id, text: `${text}!`, base: opened.version, seq: 0 });
    expect(save).toMatchObject({ ok: false, failure: { code: 'read-only' } });
    expect(await readFile(path.join(root, 'one.md'))).toEqual(bytes);
    expect(library.view().posts).toMatchObject([{ id, title: 'one', problem: /./ }]);
  });

  it('says that a file is gone', async () => {
    const { library, root } = await openTestLibrary({ 'one.md': 'x' });
    await rm(path.join(root, 'one.md'));
    expect(await library.open(id)).toMatchObject({ ok: false, failure: { code: 'gone' } });
    expect(library.view().posts).toEqual([]);
  });

  it('says that there is a folder in its place', async () => {
    const { library, root } = await openTestLibrary({});
    await mkdir(path.join(root, 'one.md'));
    expect(await library.open(id)).toMatchObject({ ok: false, failure: { code: 'not-a-file' } });
  });
});

describe('the journal of an open post', () => {
  it('brings unsaved words back after a crash', async () => {
    const test = await openTestLibrary({ 'one.md': '\ufeffHello\r\n' });
    value(await test.library.open(id));
    value(await test.library.appendJournal(typed(1, 5, ' there')));
    const { library, root } = await test.reopen('crashed');
    const opened = value(await library.open(id));
    expect(opened.text).toBe('Hello\r\n');
    expect(opened.recovered).toMatchObject({ text: 'Hello there\r\n', conflict: false });
    const request = { id, text: 'Hello there\r\n', base: opened.version, seq: 0 };
    value(await library.save(request));
    expect(await readText(root, 'one.md')).toBe('\ufeffHello there\r\n');
    expect(await journals(test)).toEqual([]);
  });

  it('brings them back to a window that was reloaded', async () => {
    const { library } = await openTestLibrary({ 'one.md': 'Hello\n' });
    const first = value(await library.open(id));
    value(await library.appendJournal(typed(1, 5, '!')));
    value(await library.save({ id, text: 'Hello!\n', base: first.version, seq: 1 }));
    value(await library.appendJournal(typed(2, 6, '?')));
    const again = value(await library.open(id));
    expect(again).toMatchObject({ text: 'Hello!\n', recovered: { text: 'Hello!?\n', conflict: false } });
    value(await library.appendJournal(typed(1, 7, '…')));
    expect(value(await library.open(id)).recovered?.text).toBe('Hello!?…\n');
  });

  it('is gone after a save and there is nothing to recover', async () => {
    const test = await openTestLibrary({ 'one.md': 'Hello\n' });
    const opened = value(await test.library.open(id));
    value(await test.library.appendJournal(typed(1, 5, '!')));
    expect(await journals(test)).toHaveLength(1);
    value(await test.library.save({ id, text: 'Hello!\n', base: opened.version, seq: 1 }));
    expect(await journals(test)).toEqual([]);
    const { library } = await test.reopen('crashed');
    expect(value(await library.open(id)).recovered).toBeUndefined();
  });

  it('is given up on purpose', async () => {
    const test = await openTestLibrary({ 'one.md': 'Hello\n' });
    value(await test.library.open(id));
    value(await test.library.appendJournal(typed(1, 5, '!')));
    value(await test.library.dropJournal(id));
    expect(value(await test.library.open(id)).recovered).toBeUndefined();
  });

  it('refuses words for a post that is not open', async () => {
    const { library } = await openTestLibrary({ 'one.md': 'Hello\n' });
    expect(await library.appendJournal(typed(1, 5, '!'))).toMatchObject({
      ok: false,
      failure: { code: 'journal-failed' },
    });
  });

  it('tells when it cannot be written, and the file still can', async () => {
    const test = await openTestLibrary({ 'one.md': 'Hello\n' });
    const opened = value(await test.library.open(id));
    await rm(test.data, { recursive: true, force: true });
    await writeFile(test.data, 'a file in the place of the folder');
    expect(await test.library.appendJournal(typed(1, 5, '!'))).toMatchObject({
      ok: false,
      failure: { code: 'journal-failed', message: /./, remedy: /./ },
    });
    value(await test.library.save({ id, text: 'Hello!\n', base: opened.version, seq: 1 }));
    expect(await readText(test.root, 'one.md')).toBe('Hello!\n');
  });

  it('of a post whose file went away ends in the trash', async () => {
    const test = await openTestLibrary({ 'one.md': '\ufeffHello\r\n' });
    value(await test.library.open(id));
    value(await test.library.appendJournal(typed(1, 5, ' there')));
    await rm(path.join(test.root, 'one.md'));
    const { library, root, events } = await test.reopen('crashed');
    await expect.poll(() => events.some((event) => event.kind === 'notice')).toBe(true);
    const [entry] = value(await library.listTrash());
    expect(entry).toMatchObject({ id, reason: 'conflict' });
    value(await library.restore(entry?.entry ?? ''));
    expect(await readText(root, 'one.md')).toBe('\ufeffHello there\r\n');
  });
});

describe('giving the journal up', () => {
  it('does not take words along that come after it', async () => {
    const { library, reopen } = await openTestLibrary({ 'one.md': 'Hello\n' });
    value(await library.open(id));
    for (let round = 0; round < 20; round += 1) {
      const results = await Promise.all([
        library.appendJournal(typed(2 * round + 1, 5, ' gone')),
        library.dropJournal(id),
        library.appendJournal(typed(2 * round + 2, 5, `${round}`)),
        ...(round < 19 ? [library.dropJournal(id)] : []),
      ]);
      for (const result of results) value(result);
    }
    const after = await reopen('crashed');
    expect(value(await after.library.open(id)).recovered?.text).toBe('Hello19\n');
  });

  it('ends a conflict with a file that says the same', async () => {
    const { library, root, reopen } = await openTestLibrary({ 'one.md': 'Hello\n' });
    value(await library.open(id));
    value(await library.appendJournal(typed(1, 5, ' there')));
    await writeFile(path.join(root, 'one.md'), 'Hello there\n');
    const theirs = value(await library.readConflict(id));
    value(await library.dropJournal(id));
    value(await library.appendJournal(typed(2, 11, '!')));
    const after = await reopen('crashed');
    const opened = value(await after.library.open(id));
    expect(opened.version).toBe(theirs.version);
    expect(opened.recovered).toMatchObject({ text: 'Hello there!\n', conflict: false });
  });
});

describe('a conflict', () => {
  async function conflict() {
    const test = await openTestLibrary({ 'one.md': 'Hello\n' });
    const opened = value(await test.library.open(id));
    value(await test.library.appendJournal(typed(1, 5, ' from me')));
    await writeFile(path.join(test.root, 'one.md'), 'Hello from them\n');
    const request = { id, text: 'Hello from me\n', base: opened.version, seq: 1 };
    return { ...test, opened, request };
  }

  it('leaves the file, keeps the journal and shows both', async () => {
    const { library, root, request, reopen } = await conflict();
    expect(await library.save(request)).toMatchObject({ ok: false, failure: { code: 'conflict' } });
    expect(await readText(root, 'one.md')).toBe('Hello from them\n');
    value(await library.appendJournal(typed(2, 13, '!')));
    expect(value(await library.readConflict(id))).toMatchObject({
      text: 'Hello from them\n',
      version: versionOfText('Hello from them\n'),
      modifiedAt: expect.any(Number) as number,
    });
    const after = await reopen('crashed');
    const opened = value(await after.library.open(id));
    expect(opened).toMatchObject({
      text: 'Hello from them\n',
      recovered: { text: 'Hello from me!\n', conflict: true },
    });
    const save = await after.library.save({ id, text: 'Hello from me!\n', base: opened.version, seq: 0 });
    expect(save).toMatchObject({ ok: false, failure: { code: 'conflict' } });
    expect(await readText(root, 'one.md')).toBe('Hello from them\n');
    expect(value(await after.library.open(id)).recovered?.conflict).toBe(true);
  });

  it('ends with mine, and theirs is in the trash', async () => {
    const { library, root, request } = await conflict();
    const theirs = versionOfText('Hello from them\n');
    const saved = value(await library.keepMine({ id, text: request.text, theirs, seq: 1 }));
    expect(saved.version).toBe(versionOfText('Hello from me\n'));
    expect(await readText(root, 'one.md')).toBe('Hello from me\n');
    const [entry] = value(await library.listTrash());
    expect(entry).toMatchObject({ id, reason: 'conflict' });
    expect(await readText(root, '.trash', entry?.entry ?? '', 'one.md')).toBe('Hello from them\n');
    expect(value(await library.open(id)).recovered).toBeUndefined();
    value(await library.save({ id, text: 'And on\n', base: saved.version, seq: 1 }));
  });

  it('does not end with mine when theirs changed once more', async () => {
    const { library, root, request } = await conflict();
    const theirs = versionOfText('Hello from them\n');
    await writeFile(path.join(root, 'one.md'), 'Hello again\n');
    const result = await library.keepMine({ id, text: request.text, theirs, seq: 1 });
    expect(result).toMatchObject({ ok: false, failure: { code: 'conflict' } });
    expect(await readText(root, 'one.md')).toBe('Hello again\n');
  });

  it('ends with theirs, and mine is in the trash', async () => {
    const { library, root } = await conflict();
    const opened = value(await library.takeTheirs(id, 'Hello from me\n'));
    expect(opened).toMatchObject({ text: 'Hello from them\n', recovered: undefined });
    const [entry] = value(await library.listTrash());
    expect(await readText(root, '.trash', entry?.entry ?? '', 'one.md')).toBe('Hello from me\n');
    value(await library.appendJournal(typed(1, 5, ',')));
    value(await library.save({ id, text: 'Hello, from them\n', base: opened.version, seq: 1 }));
  });

  it('with a file that is gone can bring it back, or let it go', async () => {
    const { library, root, request } = await conflict();
    await rm(path.join(root, 'one.md'));
    expect(await library.save(request)).toMatchObject({ ok: false, failure: { code: 'conflict' } });
    expect(value(await library.readConflict(id))).toEqual({
      text: undefined,
      version: undefined,
      modifiedAt: undefined,
    });
    value(await library.keepMine({ id, text: request.text, theirs: undefined, seq: 1 }));
    expect(await readText(root, 'one.md')).toBe('Hello from me\n');
    await rm(path.join(root, 'one.md'));
    expect(await library.takeTheirs(id, 'mine')).toMatchObject({ ok: false, failure: { code: 'gone' } });
    expect(value(await library.listTrash())).toMatchObject([{ reason: 'conflict' }]);
  });

  it('never makes a library anew where its drive was', async () => {
    const { library, root, outer, request } = await conflict();
    await rename(root, path.join(outer, 'unplugged'));
    const result = await library.keepMine({ id, text: request.text, theirs: undefined, seq: 1 });
    expect(result).toMatchObject({ ok: false });
    await expect(stat(root)).rejects.toThrow();
    await rename(path.join(outer, 'unplugged'), root);
    expect(value(await library.open(id)).recovered?.text).toBe('Hello from me\n');
  });
});
