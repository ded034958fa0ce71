import { cp, readdir, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { postFolder, postStem } from '../../core/post/post-id.ts';
import { isTaken } from './moves.ts';
import { leadsInside } from './post-paths.ts';

/** The folder of a post's own images, relative to the library, POSIX slashes: `assets/<stem>` beside the post. */
export function assetFolder(id: string): string {
  const folder = postFolder(id);
  return `${folder === '' ? '' : `${folder}/`}assets/${postStem(id)}`;
}

/** Whether another post of the library has the same image folder (`a.md` and `a.markdown`). */
export function sharesAssets(id: string, all: Iterable<string>): boolean {
  const folder = assetFolder(id);
  for (const other of all) if (other !== id && assetFolder(other) === folder) return true;
  return false;
}

/** The absolute path of a post's image folder if it has one that lies in the library. */
export async function findAssets(root: string, id: string): Promise<string | undefined> {
  const folder = path.join(root, assetFolder(id));
  const there = await readdir(folder).then(
    () => true,
    () => false,
  );
  return there && (await leadsInside(root, folder)) ? folder : undefined;
}

/** Copies the images of one post for another; answers whether there were any and the place was free. */
export async function copyAssets(root: string, from: string, to: string): Promise<boolean> {
  const folder = await findAssets(root, from);
  const target = path.join(root, assetFolder(to));
  if (folder === undefined || (await isTaken(target))) return false;
  try {
    await cp(folder, target, { recursive: true, errorOnExist: true, force: false });
    return true;
  } catch {
    await rm(target, { recursive: true, force: true });
    return false;
  }
}

/** Removes a folder if it is empty; never fails. */
export async function removeIfEmpty(folder: string): Promise<void> {
  await rmdir(folder).catch(() => undefined);
}
