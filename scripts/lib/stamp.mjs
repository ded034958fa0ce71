import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * A stamp is a small file saying from what something was made. It is removed before the making starts and written after
 * it has ended, so an interrupted making is always seen.
 */

/** @param {string} file @returns {string | undefined} the stamp's value */
export function readStamp(file) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}

/** @param {string} file */
export function removeStamp(file) {
  rmSync(file, { force: true });
}

/** @param {string} file @param {string} value */
export async function writeStamp(file, value) {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(`${file}.new`, `${value}\n`);
  await rename(`${file}.new`, file);
}

/**
 * A hash over names and contents, not times: `git checkout` and `git clone` change times without changing anything.
 * @param {string} root absolute path
 * @param {readonly string[]} names files and folders below root; those that do not exist are left out
 * @param {readonly string[]} extra further values that count, e.g. the platform
 * @returns {string} hexadecimal
 */
export function hashOf(root, names, extra = []) {
  const hash = createHash('sha256');
  for (const value of extra) hash.update(`${value}\0`);
  for (const file of names.flatMap((name) => filesUnder(root, name))) {
    const content = readFileSync(path.join(root, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

function filesUnder(root, name) {
  const full = path.join(root, name);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [name];
  return readdirSync(full)
    .filter((entry) => entry !== 'node_modules' && entry !== '.DS_Store')
    .sort()
    .flatMap((entry) => filesUnder(root, `${name}/${entry}`));
}
