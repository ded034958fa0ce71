import { randomBytes } from 'node:crypto';
import { access, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { err, ok, type Result } from '../../core/base/result.ts';
import type { Token, TrashedPost } from '../../core/ipc/types.ts';
import { postFileName } from '../../core/post/post-id.ts';
import type { PostId } from '../../core/post/types.ts';
import { diskFailure, failureOf } from './disk-failure.ts';
import { freeId } from './free-id.ts';
import { isTaken, moveFile, moveFolder } from './moves.ts';
import { assetFolder, findAssets, removeIfEmpty, sharesAssets } from './post-assets.ts';
import { leadsInside } from './post-paths.ts';
import { saveFile } from './safe-save.ts';
import { readEntries, readEntry, trashedImages, writeRecord, type TrashRecord } from './trash-record.ts';

export interface TrashOptions {
  readonly root: string;
  readonly now: () => number;
  readonly trashToSystem: (path: string) => Promise<void>;
}

/** The library's `.trash`: one folder for each deleted post or kept text, with its record and its images. */
export interface Trash {
  /** Moves a post there, with its images unless one of the posts `all` shares them. */
  readonly put: (
    id: PostId,
    title: string,
    all: Iterable<string>,
  ) => Promise<Result<{ readonly entry: Token }>>;
  /** Keeps a text that lost a conflict; the bytes of a whole file. */
  readonly keep: (id: PostId, title: string, bytes: Uint8Array) => Promise<Result<{ readonly entry: Token }>>;
  /** Newest first. */
  readonly list: () => Promise<readonly TrashedPost[]>;
  /** Moves a post back to its place, or to a free one beside it if that is taken. */
  readonly restore: (entry: Token) => Promise<Result<{ readonly id: PostId; readonly previous: PostId }>>;
  /** Hands every entry to the system's trash; answers how many there were. */
  readonly empty: () => Promise<Result<{ readonly moved: number }>>;
}

const folderName = '.trash';

/** A sortable name that no other entry has: UTC time and a random part. */
function newToken(nowMs: number): Token {
  const time = new Date(nowMs).toISOString().replace(/\D/g, '').slice(0, 14);
  return `${time}-${randomBytes(4).toString('hex')}`;
}

/** Makes a new entry with its record. A `.trash` that is a link out of the library is refused. */
async function makeEntry(
  options: TrashOptions,
  record: Omit<TrashRecord, 'format' | 'deletedAt'>,
): Promise<Result<{ readonly entry: Token; readonly folder: string }>> {
  const trash = path.join(options.root, folderName);
  if (!(await leadsInside(options.root, trash))) return diskFailure('read-only');
  await access(options.root);
  await mkdir(trash, { recursive: true });
  const deletedAt = options.now();
  const entry = newToken(deletedAt);
  const folder = path.join(trash, entry);
  await mkdir(folder);
  const written = await writeRecord(folder, { format: 1, deletedAt, ...record });
  if (written.ok) return ok({ entry, folder });
  await rm(folder, { recursive: true, force: true });
  return written;
}

async function put(
  options: TrashOptions,
  id: PostId,
  title: string,
  all: Iterable<string>,
): Promise<Result<{ readonly entry: Token }>> {
  const { root } = options;
  const file = path.join(root, id);
  if (!(await isTaken(file))) {
    return err('gone', 'The file of this post is not there any more.', 'Look at the list of posts.');
  }
  const name = postFileName(id);
  const made = await makeEntry(options, { id, title, reason: 'deleted', file: name });
  if (!made.ok) return made;
  const { entry, folder } = made.value;
  try {
    await moveFile(file, path.join(folder, name));
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
  const images = sharesAssets(id, all) ? undefined : await findAssets(root, id);
  if (images !== undefined) {
    // Images that cannot be moved stay where they were, and are still there after a restore.
    await moveFolder(images, path.join(folder, trashedImages)).catch(() => undefined);
    await removeIfEmpty(path.dirname(images));
  }
  return ok({ entry });
}

async function keep(
  options: TrashOptions,
  id: PostId,
  title: string,
  bytes: Uint8Array,
): Promise<Result<{ readonly entry: Token }>> {
  const name = postFileName(id);
  const made = await makeEntry(options, { id, title, reason: 'conflict', file: name });
  if (!made.ok) return made;
  const { entry, folder } = made.value;
  const saved = await saveFile({ path: path.join(folder, name), bytes, expected: { kind: 'absent' } });
  if (saved.ok) return ok({ entry });
  await rm(folder, { recursive: true, force: true });
  return saved;
}

async function restore(
  { root }: TrashOptions,
  token: Token,
): Promise<Result<{ readonly id: PostId; readonly previous: PostId }>> {
  const entry = await readEntry(path.join(root, folderName), token);
  if (entry === undefined) {
    return err('gone', 'That post is not in the trash any more.', 'Look at the list of posts.');
  }
  const previous = entry.post.id;
  const id = await freeId(root, previous, entry.hasImages);
  const file = path.join(root, id);
  const images = path.join(root, assetFolder(id));
  if (!(await leadsInside(root, file)) || !(await leadsInside(root, images))) return diskFailure('read-only');
  await mkdir(path.dirname(file), { recursive: true });
  if (entry.hasImages) {
    await mkdir(path.dirname(images), { recursive: true });
    await moveFolder(path.join(entry.folder, trashedImages), images);
  }
  await moveFile(entry.file, file);
  await rm(entry.folder, { recursive: true, force: true });
  await removeIfEmpty(path.join(root, folderName));
  return ok({ id, previous });
}

async function empty({ root, trashToSystem }: TrashOptions): Promise<Result<{ readonly moved: number }>> {
  const entries = await readEntries(path.join(root, folderName));
  let moved = 0;
  for (const { folder } of entries) {
    try {
      await trashToSystem(folder);
      moved += 1;
    } catch {
      return err(
        'trash-failed',
        `The system’s trash did not take everything: ${moved} of ${entries.length} posts were moved to it.`,
        'Delete the rest by hand: it is in the folder .trash of the library.',
      );
    }
  }
  await removeIfEmpty(path.join(root, folderName));
  return ok({ moved });
}

async function attempt<T>(task: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await task();
  } catch (error) {
    return failureOf(error);
  }
}

/** The trash of the library at `options.root`; nothing is made on disk before it is needed. */
export function createTrash(options: TrashOptions): Trash {
  return {
    put: (id, title, all) => attempt(() => put(options, id, title, all)),
    keep: (id, title, bytes) => attempt(() => keep(options, id, title, bytes)),
    list: async () => (await readEntries(path.join(options.root, folderName))).map(({ post }) => post),
    restore: (entry) => attempt(() => restore(options, entry)),
    empty: () => attempt(() => empty(options)),
  };
}
