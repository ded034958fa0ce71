import { chmod, lstat, mkdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeDisk, type Disk, type DiskFile } from '../../../electron/library/disk.ts';
import { versionOf } from '../../../electron/library/file-version.ts';
import { saveFile, type Expected } from '../../../electron/library/safe-save.ts';
import { isTempName, newTempName, removeStaleTemps } from '../../../electron/library/temp-names.ts';
import { listFiles, readText, tempFolder, writeFiles } from './temp-folder.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const version = (text: string): Expected => ({ kind: 'version', version: versionOf(bytes(text)) });

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

async function post(text = 'old words\n'): Promise<{ root: string; file: string }> {
  const root = await tempFolder();
  const file = path.join(root, 'post.md');
  await writeFile(file, text);
  return { root, file };
}

async function failWith(disk: Partial<Disk>, expected: Expected = version('old words\n')) {
  const { root, file } = await post();
  const result = await saveFile(
    { path: file, bytes: bytes('new words\n'), expected },
    { ...nodeDisk, ...disk },
  );
  return { code: result.ok ? 'ok' : result.failure.code, result, root, file };
}

/** A disk whose new files behave otherwise than they should. */
function withFile(change: (file: DiskFile) => Partial<DiskFile>): Partial<Disk> {
  return {
    openNew: async (name, mode) => {
      const file = await nodeDisk.openNew(name, mode);
      return { ...file, ...change(file) };
    },
  };
}

describe('saving', () => {
  it('replaces the expected version and tells the new one', async () => {
    const { root, file } = await post();
    const result = await saveFile({
      path: file,
      bytes: bytes('new words\n'),
      expected: version('old words\n'),
    });
    const modifiedAt = (await stat(file)).mtimeMs;
    expect(result).toEqual({
      ok: true,
      value: { version: versionOf(bytes('new words\n')), modifiedAt, durable: true },
    });
    expect(await readText(file)).toBe('new words\n');
    expect(await listFiles(root)).toEqual(['post.md']);
  });

  it('keeps the mode of the old file, also an unusual one', async () => {
    for (const mode of [0o600, 0o644, 0o664, 0o755]) {
      const { file } = await post();
      await chmod(file, mode);
      await saveFile({ path: file, bytes: bytes('new'), expected: version('old words\n') });
      expect((await stat(file)).mode & 0o7777).toBe(mode);
    }
  });

  it.skipIf(process.getuid?.() !== 0)('keeps the owner where it may', async () => {
    const { file } = await post();
    const { chown } = await import('node:fs/promises');
    await chown(file, 4321, 8765);
    await saveFile({ path: file, bytes: bytes('new'), expected: version('old words\n') });
    const { uid, gid } = await stat(file);
    expect({ uid, gid }).toEqual({ uid: 4321, gid: 8765 });
  });

  it('replaces what a symlink leads to, and leaves the symlink', async () => {
    const { root, file } = await post();
    const link = path.join(root, 'sub', 'link.md');
    await mkdir(path.dirname(link));
    await symlink('../post.md', link);
    const result = await saveFile({ path: link, bytes: bytes('new'), expected: version('old words\n') });
    expect(result.ok).toBe(true);
    expect((await lstat(link)).isSymbolicLink()).toBe(true);
    expect(await readText(file)).toBe('new');
    expect(await listFiles(root)).toEqual(['post.md', 'sub/link.md']);
  });

  it('writes everything although the disk takes a few bytes at a time', async () => {
    const text = 'seven words that come in little pieces\n'.repeat(50);
    const { root, file } = await post();
    const pieces = withFile((real) => ({
      write: (all, offset) => real.write(all.subarray(0, Math.min(all.length, offset + 7)), offset),
    }));
    const disk = { ...nodeDisk, ...pieces };
    const result = await saveFile({ path: file, bytes: bytes(text), expected: { kind: 'any' } }, disk);
    expect(result.ok).toBe(true);
    expect(await readText(root, 'post.md')).toBe(text);
  });
});

describe('a file that is not what was read', () => {
  it('is a conflict and stays', async () => {
    const { root, file } = await post('their words\n');
    const result = await saveFile({ path: file, bytes: bytes('mine'), expected: version('old words\n') });
    expect(result).toMatchObject({ ok: false, failure: { code: 'conflict' } });
    expect(await readText(file)).toBe('their words\n');
    expect(await listFiles(root)).toEqual(['post.md']);
  });

  it('is noticed even when it changed while the new one was being written', async () => {
    const theirs = 'old wordz\n';
    const { root, file } = await post();
    const disk: Disk = {
      ...nodeDisk,
      ...withFile((real) => ({
        sync: async () => {
          await real.sync();
          await writeFile(file, theirs);
        },
      })),
    };
    const request = { path: file, bytes: bytes('mine'), expected: version('old words\n') };
    expect(await saveFile(request, disk)).toMatchObject({ ok: false, failure: { code: 'conflict' } });
    expect(await readText(file)).toBe(theirs);
    expect(await listFiles(root)).toEqual(['post.md']);
  });

  it('is a conflict when it is gone, and is not made again', async () => {
    const root = await tempFolder();
    const file = path.join(root, 'post.md');
    const result = await saveFile({ path: file, bytes: bytes('mine'), expected: version('old') });
    expect(result).toMatchObject({ ok: false, failure: { code: 'conflict' } });
    expect(await listFiles(root)).toEqual([]);
  });

  it('is gone with its folder', async () => {
    const file = path.join(await tempFolder(), 'unplugged', 'post.md');
    const result = await saveFile({ path: file, bytes: bytes('mine'), expected: version('old') });
    expect(result).toMatchObject({ ok: false, failure: { code: 'gone' } });
  });
});

describe('making a file', () => {
  it('makes it whole', async () => {
    const root = await tempFolder();
    const request = {
      path: path.join(root, 'new.md'),
      bytes: bytes('hello'),
      expected: { kind: 'absent' },
    } as const;
    expect((await saveFile(request)).ok).toBe(true);
    expect(await readText(root, 'new.md')).toBe('hello');
    expect(await listFiles(root)).toEqual(['new.md']);
  });

  it('never replaces a file that appeared', async () => {
    const { code, file, root } = await failWith({}, { kind: 'absent' });
    expect(code).toBe('exists');
    expect(await readText(file)).toBe('old words\n');
    expect(await listFiles(root)).toEqual(['post.md']);
  });

  it('does so too where there are no hard links', async () => {
    const link = () => Promise.reject(systemError('EPERM'));
    const { code, file } = await failWith({ link }, { kind: 'absent' });
    expect(code).toBe('exists');
    expect(await readText(file)).toBe('old words\n');
    const root = await tempFolder();
    const request = {
      path: path.join(root, 'new.md'),
      bytes: bytes('hello'),
      expected: { kind: 'absent' },
    } as const;
    expect((await saveFile(request, { ...nodeDisk, link })).ok).toBe(true);
    expect(await readText(root, 'new.md')).toBe('hello');
    expect(await listFiles(root)).toEqual(['new.md']);
  });
});

describe('a disk that fails', () => {
  const eio = () => Promise.reject(systemError('EIO'));
  const full = () => Promise.reject(systemError('ENOSPC'));
  const cases: readonly [name: string, disk: Partial<Disk>, code: string][] = [
    ['no room to make the file', { openNew: full }, 'no-space'],
    ['no room at the first byte', withFile(() => ({ write: full })), 'no-space'],
    [
      'no room after some bytes',
      withFile((real) => ({ write: (all, at) => (at > 0 ? full() : real.write(all.subarray(0, 3), 0)) })),
      'no-space',
    ],
    ['a write that takes nothing', withFile(() => ({ write: () => Promise.resolve(0) })), 'io'],
    [
      'a write that lies about its length',
      withFile((real) => ({ write: (all, at) => real.write(all.subarray(0, 3), at).then(() => all.length) })),
      'io',
    ],
    [
      'quota exceeded at closing',
      withFile((real) => ({
        close: async () => (await real.close(), await Promise.reject(systemError('EDQUOT'))),
      })),
      'no-space',
    ],
    ['an error at sync', withFile(() => ({ sync: eio })), 'io'],
    ['an error at reading the target again', { readFile: eio }, 'io'],
    ['an error at rename', { rename: eio }, 'io'],
    ['no permission to rename', { rename: () => Promise.reject(systemError('EPERM')) }, 'read-only'],
    ['a target in use', { rename: () => Promise.reject(systemError('EBUSY')) }, 'busy'],
    ['a read-only file system', { openNew: () => Promise.reject(systemError('EROFS')) }, 'read-only'],
  ];
  it.each(cases)('%s: the old file stays, no other is left', async (_name, disk, expected) => {
    const { code, result, root, file } = await failWith(disk);
    expect(code).toBe(expected);
    expect(result).toMatchObject({ ok: false, failure: { message: /./, remedy: /./ } });
    expect(await readText(file)).toBe('old words\n');
    expect(await listFiles(root)).toEqual(['post.md']);
  });

  it('is tried again while another program holds the file', async () => {
    let tries = 0;
    const { code, file } = await failWith({
      rename: async (from, to) => {
        tries += 1;
        if (tries < 4) throw systemError(tries % 2 === 0 ? 'EBUSY' : 'EPERM');
        await nodeDisk.rename(from, to);
      },
    });
    expect(code).toBe('ok');
    expect(tries).toBe(4);
    expect(await readText(file)).toBe('new words\n');
  });

  it('says that the new file may not outlive a power cut when only the folder could not be synced', async () => {
    const { result, file } = await failWith({ syncFolder: eio });
    expect(result).toMatchObject({ ok: true, value: { durable: false } });
    expect(await readText(file)).toBe('new words\n');
  });
});

describe('temporary files', () => {
  it('are hidden, in the folder of the target, and not posts', async () => {
    const names: string[] = [];
    await failWith({
      openNew: (name, mode) => {
        names.push(name);
        return nodeDisk.openNew(name, mode);
      },
    });
    expect(names).toHaveLength(1);
    expect(isTempName(path.basename(names[0] ?? ''))).toBe(true);
    expect(path.basename(names[0] ?? '')).toMatch(/^\.galley-[0-9a-f]{12}\.tmp$/);
  });

  it('are removed when a crash left them, not while they are young', async () => {
    const root = await tempFolder();
    const file = path.join(root, newTempName());
    await writeFiles(root, { [path.basename(file)]: 'half a po' });
    await removeStaleTemps([file], Date.now());
    expect(await readFile(file, 'utf8')).toBe('half a po');
    await removeStaleTemps([file, path.join(root, 'not-there.tmp')], Date.now() + 120_000);
    expect(await listFiles(root)).toEqual([]);
  });
});
