import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { err, ok } from '../../core/base/result.ts';
import type { Failure, Result } from '../../core/base/result.ts';
import { saveFile } from '../library/safe-save.ts';
import type { DiskCode } from '../library/disk-failure.ts';

/** Files that only their own editors write: a page never takes their place. */
const postName = /\.(?:md|markdown)$/i;
const settingsName = /^galley\.ya?ml$/i;

/** The words of a failed save, for a page: no post is at stake, and there is no second text. */
const words: Readonly<Record<DiskCode, readonly [message: string, remedy: string]>> = {
  conflict: ['The page was changed while it was being written, so it was left as it is.', 'Try again.'],
  exists: ['There is already a file of that name, and it was left as it is.', 'Choose another name.'],
  'read-only': [
    'The page could not be written: the file or its folder may not be written to.',
    'Choose another folder, or allow writing to this one.',
  ],
  'no-space': [
    'The page could not be written: the disk is full.',
    'Free some space, or choose another disk.',
  ],
  busy: [
    'The page could not be written: another program is using the file.',
    'Close it there, or choose another name.',
  ],
  gone: [
    'The page could not be written: its folder does not exist.',
    'Make the folder first, or choose another one.',
  ],
  io: ['The page could not be written: the disk reported an error.', 'Choose another folder or disk.'],
};

/**
 * Writes a page whole or not at all; a page that is there already is replaced.
 * @param target absolute path of the page
 * @returns the number of bytes written; refuses to replace a post, the library's settings or a folder
 */
export async function writePage(target: string, html: string): Promise<Result<number>> {
  const refused = await refusal(target);
  if (refused !== undefined) return { ok: false, failure: refused };
  const bytes = new TextEncoder().encode(html);
  const saved = await saveFile({ path: target, bytes, expected: { kind: 'any' } });
  if (saved.ok) return ok(bytes.length);
  const [message, remedy] = words[saved.failure.code];
  return err(saved.failure.code, message, remedy);
}

async function refusal(target: string): Promise<Failure | undefined> {
  // A symlink is replaced where it leads to, so that name counts as well.
  const real = await realpath(target).catch(() => target);
  for (const name of [path.basename(target), path.basename(real)]) {
    if (postName.test(name)) {
      return {
        code: 'target-is-post',
        message: 'A page never takes the place of a Markdown file, so nothing was written.',
        remedy: 'Choose a name that ends in .html.',
      };
    }
    if (settingsName.test(name)) {
      return {
        code: 'target-is-settings',
        message: 'A page never takes the place of galley.yaml, so nothing was written.',
        remedy: 'Choose a name that ends in .html.',
      };
    }
  }
  const there = await stat(real).catch(() => undefined);
  if (there === undefined || there.isFile()) return undefined;
  return {
    code: 'target-not-file',
    message: there.isDirectory()
      ? 'There is a folder of that name, so the page was not written.'
      : 'There is something of that name that is not a file, so the page was not written.',
    remedy: 'Choose another name.',
  };
}
