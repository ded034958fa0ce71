import { existsSync, readdirSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the project (the folder that holds package.json). */
export const PROJECT_ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

/**
 * The per-user folder for what set-up downloads: shared by all checkouts, safe to delete. `GALLEY_CACHE` overrides it.
 * @param {{ env: NodeJS.ProcessEnv, platform: string, home?: string }} world
 * @returns {string} absolute path
 */
export function cacheFolder({ env, platform, home = os.homedir() }) {
  if (env['GALLEY_CACHE']) return path.resolve(env['GALLEY_CACHE']);
  if (platform === 'win32')
    return path.join(env['LOCALAPPDATA'] ?? path.join(home, 'AppData/Local'), 'galley/cache');
  if (platform === 'darwin') return path.join(home, 'Library/Caches/galley');
  // The XDG base directory specification: a relative XDG_CACHE_HOME is to be ignored.
  const xdg = env['XDG_CACHE_HOME'];
  return path.join(xdg !== undefined && path.isAbsolute(xdg) ? xdg : path.join(home, '.cache'), 'galley');
}

/**
 * Bytes of all files under a folder, 0 when there is none. Files that vanish meanwhile count as 0.
 * @param {string} folder
 * @returns {number}
 */
export function folderSize(folder) {
  if (!existsSync(folder)) return 0;
  try {
    return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
      const full = path.join(folder, entry.name);
      return sum + (entry.isDirectory() ? folderSize(full) : fileSize(full));
    }, 0);
  } catch {
    return 0;
  }
}

function fileSize(file) {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
