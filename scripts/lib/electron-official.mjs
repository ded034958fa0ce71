import { readFileSync, existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';

import { folderSize } from './folders.mjs';
import { megabytes } from './steps.mjs';

const STALL_MS = 45_000;

/**
 * The official Electron, if the electron package has fetched it completely: its installer writes `path.txt` last.
 * @param {string} root the project
 * @returns {{ dist: string, executable: string, version: string } | undefined}
 */
export function officialElectron(root) {
  const folder = path.join(root, 'node_modules/electron');
  try {
    const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    const dist = path.join(folder, 'dist');
    const unpacked = readFileSync(path.join(dist, 'version'), 'utf8').trim().replace(/^v/, '');
    const executable = path.join(dist, readFileSync(path.join(folder, 'path.txt'), 'utf8').trim());
    return unpacked === version && existsSync(executable) ? { dist, executable, version } : undefined;
  } catch {
    return undefined;
  }
}

/** @param {string} root @returns {string} the version that package.json of electron states */
export function officialVersion(root) {
  return JSON.parse(readFileSync(path.join(root, 'node_modules/electron/package.json'), 'utf8')).version;
}

/**
 * Runs the electron package's own installer (it verifies checksums and keeps its download in the usual cache).
 *
 * @param {{ root: string, cache: string, execPath: string, run: typeof import('./run.mjs').run, env: NodeJS.ProcessEnv,
 *   steps: ReturnType<typeof import('./steps.mjs').createSteps>, onStart?: (pid: number) => void, stallMs?: number }} world
 * @returns {Promise<{ ok: true } | { ok: false, output: string }>} a failure is expected where only the registry is reachable
 */
export async function installOfficial(world) {
  const { root, cache, execPath, run, steps, env, onStart, stallMs = STALL_MS } = world;
  const folder = path.join(root, 'node_modules/electron');
  const parent = path.join(cache, 'electron-official');
  await rm(parent, { recursive: true, force: true });
  await mkdir(parent, { recursive: true });
  // Its temporary folder is ours, so that the bytes can be counted, and so that a small /tmp in memory is not filled.
  const work = await mkdtemp(path.join(parent, 'part-'));
  steps.step(`Downloading Electron ${officialVersion(root)} (about 120 MB)`);
  try {
    const proxied = [env['HTTPS_PROXY'], env['https_proxy'], env['HTTP_PROXY'], env['http_proxy']].some(
      Boolean,
    );
    const result = await run(
      { command: execPath, args: [path.join(folder, 'install.js')] },
      {
        cwd: root,
        env: {
          ...env,
          TMPDIR: work,
          TEMP: work,
          ELECTRON_GET_NO_PROGRESS: '1',
          ...(proxied ? { ELECTRON_GET_USE_PROXY: 'true' } : {}),
        },
        onStart,
        stallMs,
        activity: () => folderSize(work) + folderSize(path.join(folder, 'dist')),
        onTick: (bytes) => steps.progress(`${megabytes(bytes)} so far`),
      },
    );
    if (result.code === 0 && officialElectron(root) !== undefined) return { ok: true };
    await rm(path.join(folder, 'dist'), { recursive: true, force: true });
    return {
      ok: false,
      output: result.stalled ? `ETIMEDOUT no data arrived\n${result.output}` : result.output,
    };
  } finally {
    await rm(parent, { recursive: true, force: true });
  }
}
