import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ok, type Failure, type Result } from '../../core/base/result.ts';
import type { FileVersion } from '../../core/ipc/types.ts';
import { errorCode, nodeDisk, type Disk, type DiskFile, type DiskStat } from './disk.ts';
import { diskFailure, failureOf, type DiskCode } from './disk-failure.ts';
import { versionOf } from './file-version.ts';
import { newTempName } from './temp-names.ts';

/** What must be on disk for a save to go ahead. */
export type Expected =
  /** The file holds exactly this version; anything else, or no file, is a conflict. */
  | { readonly kind: 'version'; readonly version: FileVersion }
  /** There is no such file; one that is there is left alone (code `exists`). */
  | { readonly kind: 'absent' }
  /** Whatever is there may be replaced, for files that Galley alone writes and for exports. */
  | { readonly kind: 'any' };

export interface SaveFileRequest {
  /** Absolute. If it is a symlink, the file it leads to is what is replaced. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly expected: Expected;
}

export interface SavedFile {
  readonly version: FileVersion;
  /** Milliseconds since the epoch. */
  readonly modifiedAt: number;
  /** False when the new name may not survive a power cut: the file is right, but keep the journal. */
  readonly durable: boolean;
}

/** Milliseconds between the tries of a rename that another program blocks. */
const pauses = [10, 20, 40, 80, 160, 320];
const blocked = new Set(['EBUSY', 'EPERM', 'EACCES', 'ETXTBSY']);
const cannotLink = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EXDEV', 'EMLINK']);

async function writeAll(file: DiskFile, bytes: Uint8Array): Promise<void> {
  let offset = 0;
  while (offset < bytes.length) {
    const written = await file.write(bytes, offset);
    if (written <= 0) throw new Error('The disk took no more bytes.');
    offset += written;
  }
}

async function keepOwnerAndMode(file: DiskFile, old: DiskStat): Promise<void> {
  const created = await file.stat();
  if (created.uid !== old.uid || created.gid !== old.gid) {
    // Only the owner of a file may keep its group, only root its user: what cannot be kept is not an error.
    await file.chown(old.uid, old.gid).catch(() => undefined);
  }
  await file.chmod(old.mode & 0o7777);
}

/** Writes a whole temporary file and makes it durable; removes it again if any step fails. */
async function writeTemp(
  disk: Disk,
  temp: string,
  bytes: Uint8Array,
  old: DiskStat | undefined,
): Promise<number> {
  const file = await disk.openNew(temp, old === undefined ? 0o666 : 0o600);
  let open = true;
  try {
    await writeAll(file, bytes);
    if (old !== undefined) await keepOwnerAndMode(file, old);
    const stat = await file.stat();
    if (stat.size !== bytes.length) throw new Error(`${stat.size} of ${bytes.length} bytes were written.`);
    await file.sync();
    open = false;
    await file.close();
    return stat.mtimeMs;
  } catch (error) {
    if (open) await file.close().catch(() => undefined);
    await disk.unlink(temp).catch(() => undefined);
    throw error;
  }
}

async function statIfThere(disk: Disk, target: string): Promise<DiskStat | undefined> {
  try {
    return await disk.stat(target);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Whether the file still is the expected version, by size first and then by content. */
async function isStill(disk: Disk, target: string, version: FileVersion): Promise<boolean> {
  if ((await statIfThere(disk, target)) === undefined) return false;
  return versionOf(await disk.readFile(target)) === version;
}

async function renameOver(disk: Disk, temp: string, target: string): Promise<void> {
  for (const pause of pauses) {
    try {
      return await disk.rename(temp, target);
    } catch (error) {
      if (!blocked.has(errorCode(error))) throw error;
      await sleep(pause);
    }
  }
  await disk.rename(temp, target);
}

/** Gives the finished temporary file its name without ever replacing a file of that name. */
async function renameToNew(disk: Disk, temp: string, target: string): Promise<void> {
  try {
    await disk.link(temp, target);
  } catch (error) {
    if (!cannotLink.has(errorCode(error))) throw error;
    // No hard links here (FAT, some network drives): take the name with an empty file, then replace that.
    await (await disk.openNew(target, 0o666)).close();
    try {
      return await renameOver(disk, temp, target);
    } catch (failure) {
      await disk.unlink(target).catch(() => undefined);
      throw failure;
    }
  }
  await disk.unlink(temp).catch(() => undefined);
}

/** Where the bytes really go, and what is there now. */
async function findTarget(
  disk: Disk,
  { path: given, expected }: SaveFileRequest,
): Promise<{ readonly target: string; readonly old: DiskStat | undefined }> {
  if (expected.kind === 'absent') return { target: given, old: undefined };
  const target = await disk.realpath(given).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return given;
    throw error;
  });
  return { target, old: await statIfThere(disk, target) };
}

/** Why a file must not be replaced, as far as can be told before anything is written. */
async function refusal(
  disk: Disk,
  target: string,
  old: DiskStat | undefined,
  expected: Expected,
): Promise<DiskCode | undefined> {
  if (old !== undefined) {
    return disk.checkWritable(target).then(
      () => undefined,
      (error: unknown) => (errorCode(error) === 'ENOENT' ? 'conflict' : 'read-only'),
    );
  }
  if (expected.kind !== 'version') return undefined;
  // The file is gone: a conflict, unless its whole folder is (an unplugged drive).
  await disk.stat(path.dirname(target));
  return 'conflict';
}

async function putInPlace(
  disk: Disk,
  temp: string,
  target: string,
  expected: Expected,
): Promise<DiskCode | undefined> {
  if (expected.kind === 'absent') await renameToNew(disk, temp, target);
  else {
    if (expected.kind === 'version' && !(await isStill(disk, target, expected.version))) return 'conflict';
    await renameOver(disk, temp, target);
  }
  return undefined;
}

/**
 * The one way a file of the library is written. At every instant the file is exactly its old or exactly
 * its new bytes: a temporary file in the same folder is written, measured, synced and given the old
 * file's mode; then the target is read once more, and only if it is what was expected the temporary file
 * takes its name, and the folder is synced. Hard links to the old file keep the old bytes.
 */
export async function saveFile(
  request: SaveFileRequest,
  disk: Disk = nodeDisk,
): Promise<Result<SavedFile, Failure<DiskCode>>> {
  const { bytes, expected } = request;
  let temp: string | undefined;
  try {
    const { target, old } = await findTarget(disk, request);
    const folder = path.dirname(target);
    const early = await refusal(disk, target, old, expected);
    if (early !== undefined) return diskFailure(early);
    const name = path.join(folder, newTempName());
    const modifiedAt = await writeTemp(disk, name, bytes, old);
    temp = name;
    const late = await putInPlace(disk, temp, target, expected);
    if (late !== undefined) {
      await disk.unlink(temp).catch(() => undefined);
      return diskFailure(late);
    }
    temp = undefined;
    const durable = await disk.syncFolder(folder).then(
      () => true,
      () => false,
    );
    return ok({ version: versionOf(bytes), modifiedAt, durable });
  } catch (error) {
    if (temp !== undefined) await disk.unlink(temp).catch(() => undefined);
    return failureOf(error);
  }
}
