import { randomBytes } from 'node:crypto';
import { lstat, unlink } from 'node:fs/promises';

const pattern = /^\.galley-[0-9a-f]{12}\.tmp$/;

/** A save takes seconds; a temporary file older than this (in milliseconds) was left by a crash. */
const staleAfter = 60_000;

/** A hidden, random name for a file that is about to become another one. */
export function newTempName(): string {
  return `.galley-${randomBytes(6).toString('hex')}.tmp`;
}

/** Whether a file name is one that `newTempName` gives. */
export function isTempName(name: string): boolean {
  return pattern.test(name);
}

/** Removes those of the given temporary files (absolute paths) that a crash left behind; never fails. */
export async function removeStaleTemps(paths: readonly string[], nowMs: number): Promise<void> {
  for (const path of paths) {
    try {
      const stat = await lstat(path);
      if (stat.isFile() && nowMs - stat.mtimeMs > staleAfter) await unlink(path);
    } catch {
      // It went away by itself, or may not be removed: either way it is in nobody's way.
    }
  }
}
