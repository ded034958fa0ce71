import { readFileSync, writeSync } from 'node:fs';
import { nodeDisk, type Disk, type DiskFile } from '../../../electron/library/disk.ts';
import { versionOf } from '../../../electron/library/file-version.ts';
import { saveFile } from '../../../electron/library/safe-save.ts';

/** Saves `text` over a file and dies at step number `step`: `before`, `half-way` (writes only) or `after`. */
const [file = '', text = '', step = '', moment = ''] = process.argv.slice(2);

let count = 0;
const names: string[] = [];

function die(): never {
  process.kill(process.pid, 'SIGKILL');
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

async function at<T>(name: string, run: () => Promise<T>, half?: () => Promise<unknown>): Promise<T> {
  const mine = count === Number(step);
  count += 1;
  names.push(name);
  if (mine && moment === 'before') die();
  if (mine && moment === 'half-way' && half !== undefined) {
    await half();
    die();
  }
  const result = await run();
  if (mine && moment === 'after') die();
  return result;
}

function mortalFile(real: DiskFile): DiskFile {
  return {
    write: (bytes, offset) =>
      at(
        'write',
        () => real.write(bytes, offset),
        () => real.write(bytes.subarray(0, offset + 3), offset),
      ),
    stat: () => at('stat of the new file', () => real.stat()),
    sync: () => at('sync', () => real.sync()),
    chmod: (mode) => at('chmod', () => real.chmod(mode)),
    chown: (uid, gid) => at('chown', () => real.chown(uid, gid)),
    close: () => at('close', () => real.close()),
  };
}

const mortal: Disk = {
  realpath: (path) => at('realpath', () => nodeDisk.realpath(path)),
  stat: (path) => at('stat', () => nodeDisk.stat(path)),
  checkWritable: (path) => at('checkWritable', () => nodeDisk.checkWritable(path)),
  readFile: (path) => at('readFile', () => nodeDisk.readFile(path)),
  openNew: (path, mode) => at('openNew', async () => mortalFile(await nodeDisk.openNew(path, mode))),
  rename: (from, to) => at('rename', () => nodeDisk.rename(from, to)),
  link: (from, to) => at('link', () => nodeDisk.link(from, to)),
  unlink: (path) => at('unlink', () => nodeDisk.unlink(path)),
  syncFolder: (path) => at('syncFolder', () => nodeDisk.syncFolder(path)),
};

const version = versionOf(readFileSync(file));
const bytes = Buffer.from(text, 'utf8');
const saved = await saveFile({ path: file, bytes, expected: { kind: 'version', version } }, mortal);
writeSync(1, JSON.stringify({ ok: saved.ok, names }));
