import { constants } from 'node:fs';
import * as fs from 'node:fs/promises';

/** What a save needs to know of a file. Times in milliseconds since the epoch, sizes in bytes. */
export interface DiskStat {
  readonly size: number;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly mtimeMs: number;
}

/** An open file, as far as saving uses it. */
export interface DiskFile {
  /** Writes from `offset` of `bytes` on; answers how many bytes were taken, possibly fewer than given. */
  readonly write: (bytes: Uint8Array, offset: number) => Promise<number>;
  readonly stat: () => Promise<DiskStat>;
  readonly sync: () => Promise<void>;
  readonly chmod: (mode: number) => Promise<void>;
  readonly chown: (uid: number, gid: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * The file-system functions under a save: a parameter, so that each can be made to fail or to be
 * the last thing a process does. All reject with Node's `ErrnoException`.
 */
export interface Disk {
  readonly realpath: (path: string) => Promise<string>;
  readonly stat: (path: string) => Promise<DiskStat>;
  /** Rejects unless this process may write the file. */
  readonly checkWritable: (path: string) => Promise<void>;
  readonly readFile: (path: string) => Promise<Uint8Array>;
  /** Creates a file that must not exist yet. */
  readonly openNew: (path: string, mode: number) => Promise<DiskFile>;
  readonly rename: (from: string, to: string) => Promise<void>;
  /** A second name for a file; rejects with EEXIST rather than replace anything. */
  readonly link: (from: string, to: string) => Promise<void>;
  readonly unlink: (path: string) => Promise<void>;
  /** Makes the names in a folder survive a power cut; does nothing where folders cannot be synced. */
  readonly syncFolder: (path: string) => Promise<void>;
}

const cannotSyncFolders = new Set(['EACCES', 'EBADF', 'EINVAL', 'EISDIR', 'ENOSYS', 'ENOTSUP', 'EPERM']);

/** The `code` of a file-system error, or `''` for anything else. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

async function openNew(path: string, mode: number): Promise<DiskFile> {
  const file = await fs.open(path, 'wx', mode);
  return {
    write: async (bytes, offset) => (await file.write(bytes, offset, bytes.length - offset)).bytesWritten,
    stat: () => file.stat(),
    sync: () => file.sync(),
    chmod: (bits) => file.chmod(bits),
    chown: (uid, gid) => file.chown(uid, gid),
    close: () => file.close(),
  };
}

async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await fs.open(path, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  } catch (error) {
    if (!cannotSyncFolders.has(errorCode(error))) throw error;
  }
}

/** The real file system. */
export const nodeDisk: Disk = {
  realpath: (path) => fs.realpath(path),
  stat: (path) => fs.stat(path),
  checkWritable: (path) => fs.access(path, constants.W_OK),
  readFile: (path) => fs.readFile(path),
  openNew,
  rename: (from, to) => fs.rename(from, to),
  link: (from, to) => fs.link(from, to),
  unlink: (path) => fs.unlink(path),
  syncFolder,
};
