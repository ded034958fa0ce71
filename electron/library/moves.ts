import { constants } from 'node:fs';
import * as fs from 'node:fs/promises';
import path from 'node:path';
import { errorCode, nodeDisk } from './disk.ts';

const cannotLink = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK']);

/** Whether anything is there, a dangling symlink included. */
export async function isTaken(file: string): Promise<boolean> {
  try {
    await fs.lstat(file);
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return false;
    throw error;
  }
}

function taken(file: string): Error {
  return Object.assign(new Error(`${path.basename(file)} is already there.`), { code: 'EEXIST' });
}

/** Whether two paths are spellings of one file, as on disks that do not tell case apart. */
async function isSame(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([fs.lstat(one), fs.lstat(other)]);
  return a.dev === b.dev && a.ino === b.ino && a.nlink === 1;
}

async function renameToFree(from: string, to: string): Promise<void> {
  if ((await isTaken(to)) && !(await isSame(from, to))) throw taken(to);
  await fs.rename(from, to);
}

async function copyThenRemove(from: string, to: string): Promise<void> {
  await fs.copyFile(from, to, constants.COPYFILE_EXCL);
  const copy = await fs.open(to, 'r+');
  try {
    await copy.sync();
  } finally {
    await copy.close();
  }
  await fs.unlink(from);
}

/** Gives the file its second name; where that cannot be, moves it (answers false: nothing is left to do). */
async function link(from: string, to: string): Promise<boolean> {
  try {
    await fs.link(from, to);
    return true;
  } catch (error) {
    const code = errorCode(error);
    if (code === 'EXDEV') await copyThenRemove(from, to);
    else if (cannotLink.has(code)) await renameToFree(from, to);
    else throw error;
    return false;
  }
}

async function syncFolders(from: string, to: string): Promise<void> {
  await nodeDisk.syncFolder(path.dirname(to));
  if (path.dirname(from) !== path.dirname(to)) await nodeDisk.syncFolder(path.dirname(from));
}

/**
 * Gives a file another path and never replaces a file there (rejects with EEXIST). At every instant the
 * file is whole under one of the two paths, or both.
 */
export async function moveFile(from: string, to: string): Promise<void> {
  const stat = await fs.lstat(from);
  const onlyCase = from !== to && from.toLowerCase() === to.toLowerCase();
  if (onlyCase || stat.isSymbolicLink()) await renameToFree(from, to);
  else if (await link(from, to)) await fs.unlink(from);
  await syncFolders(from, to);
}

/** Gives a folder another path and never replaces or fills one that is there (rejects with EEXIST). */
export async function moveFolder(from: string, to: string): Promise<void> {
  try {
    await renameToFree(from, to);
  } catch (error) {
    if (errorCode(error) !== 'EXDEV') throw error;
    await fs.cp(from, to, { recursive: true, errorOnExist: true, force: false });
    await fs.rm(from, { recursive: true });
  }
  await syncFolders(from, to);
}
