import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { ok, type Result } from '../../core/base/result.ts';
import type { Token, TrashedPost } from '../../core/ipc/types.ts';
import { toPostId } from '../../core/post/post-id.ts';
import { saveFile } from './safe-save.ts';

const recordName = 'record.json';

/** The name of the folder with a trashed post's images, within its entry. */
export const trashedImages = 'images';

const tokenPattern = /^[A-Za-z0-9_-]{1,64}$/;

const recordSchema = v.object({
  format: v.literal(1),
  id: v.string(),
  title: v.string(),
  /** Milliseconds since the epoch. */
  deletedAt: v.number(),
  reason: v.picklist(['deleted', 'conflict']),
  /** The name of the post's file within the entry. */
  file: v.pipe(v.string(), v.regex(/^[^/\\]+$/)),
});

/** What an entry of the trash says of itself. */
export type TrashRecord = v.InferOutput<typeof recordSchema>;

/** An entry that holds a post: its record and the absolute path of its folder. */
export interface TrashEntry {
  readonly post: TrashedPost;
  readonly folder: string;
  readonly file: string;
  readonly hasImages: boolean;
}

/** Writes the record of a new entry into its folder. */
export async function writeRecord(folder: string, record: TrashRecord): Promise<Result<void>> {
  const bytes = Buffer.from(`${JSON.stringify(record, null, 2)}\n`, 'utf8');
  const saved = await saveFile({ path: path.join(folder, recordName), bytes, expected: { kind: 'absent' } });
  return saved.ok ? ok(undefined) : saved;
}

/** Reads one entry; undefined for anything that is not a whole entry of ours. */
export async function readEntry(trash: string, entry: Token): Promise<TrashEntry | undefined> {
  if (!tokenPattern.test(entry)) return undefined;
  const folder = path.join(trash, entry);
  try {
    const parsed = v.safeParse(
      recordSchema,
      JSON.parse(await readFile(path.join(folder, recordName), 'utf8')),
    );
    if (!parsed.success) return undefined;
    const { title, deletedAt, reason, file } = parsed.output;
    const id = toPostId(parsed.output.id);
    const names = await readdir(folder);
    if (id === undefined || !names.includes(file)) return undefined;
    return {
      post: { entry, id, title, deletedAt, reason },
      folder,
      file: path.join(folder, file),
      hasImages: names.includes(trashedImages),
    };
  } catch {
    return undefined;
  }
}

/** Every entry that holds a post, newest first. Files that others put into `.trash` are not ours to list. */
export async function readEntries(trash: string): Promise<readonly TrashEntry[]> {
  const names = await readdir(trash).catch(() => []);
  const entries: TrashEntry[] = [];
  for (const name of names) {
    const entry = await readEntry(trash, name);
    if (entry !== undefined) entries.push(entry);
  }
  return entries.sort((a, b) => b.post.deletedAt - a.post.deletedAt);
}
