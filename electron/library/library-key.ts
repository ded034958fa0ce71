import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { saveFile } from './safe-save.ts';

const metaName = 'library.json';

const metaSchema = v.object({
  format: v.literal(1),
  root: v.string(),
  dev: v.string(),
  ino: v.string(),
  born: v.number(),
});

type Meta = v.InferOutput<typeof metaSchema>;

/** A short name for a path or id: 128 bits of its SHA-256 in hex. */
export function keyOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 32);
}

async function describe(root: string): Promise<Meta> {
  const { dev, ino, birthtimeMs } = await stat(root, { bigint: true });
  return { format: 1, root, dev: String(dev), ino: String(ino), born: Number(birthtimeMs) };
}

async function readMeta(folder: string): Promise<Meta | undefined> {
  try {
    const parsed = v.safeParse(metaSchema, JSON.parse(await readFile(path.join(folder, metaName), 'utf8')));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

async function isFolder(folder: string): Promise<boolean> {
  return stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** The journals of the same folder under its former path, if it was moved since. */
async function findMoved(journals: string, now: Meta): Promise<string | undefined> {
  const names = await readdir(journals).catch(() => []);
  for (const name of names) {
    const folder = path.join(journals, name);
    const meta = await readMeta(folder);
    if (meta?.dev === now.dev && meta.ino === now.ino && meta.born === now.born) return folder;
  }
  return undefined;
}

/**
 * The folder that holds the journals of the library at `root` (absolute, without symlinks), beneath the
 * app's data folder. It is named by the path; a library that was moved on its disk brings its own along.
 * Rejects with a file-system error when it cannot be made.
 */
export async function journalFolder(dataFolder: string, root: string): Promise<string> {
  const journals = path.join(dataFolder, 'journals');
  const folder = path.join(journals, keyOf(root));
  const now = await describe(root);
  if (!(await isFolder(folder))) {
    const moved = await findMoved(journals, now);
    if (moved === undefined) await mkdir(folder, { recursive: true, mode: 0o700 });
    else await rename(moved, folder);
  }
  const bytes = Buffer.from(`${JSON.stringify(now)}\n`, 'utf8');
  await saveFile({ path: path.join(folder, metaName), bytes, expected: { kind: 'any' } });
  return folder;
}
