import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

import { explainFailure, SetupFailure } from './failure.mjs';
import { NPM_NETWORK_FLAGS } from './npm.mjs';
import { hashOf, readStamp, removeStamp, writeStamp } from './stamp.mjs';

const STALL_MS = 180_000;
const STAMP = 'node_modules/.cache/galley/dependencies';
/** npm's own record of what lies in node_modules; written by npm as its last act. */
const HIDDEN_LOCKFILE = 'node_modules/.package-lock.json';

/** The platform counts: a node_modules copied from another system lacks this system's binaries. */
function wantedStamp(root) {
  return hashOf(root, ['package-lock.json'], [process.platform, process.arch]);
}

/**
 * @param {string} root the project
 * @returns {boolean} whether node_modules is what package-lock.json says; one small file is hashed
 */
export function areDependenciesReady(root) {
  return readStamp(path.join(root, STAMP)) === wantedStamp(root);
}

/**
 * Installs the dependencies from the lockfile, unless node_modules already fits it (someone ran `npm install` by hand).
 * The caller holds the lock.
 *
 * @param {{ root: string, npm: { command: string, args: string[] }, run: typeof import('./run.mjs').run,
 *   steps: ReturnType<typeof import('./steps.mjs').createSteps>, env: NodeJS.ProcessEnv,
 *   onStart?: (pid: number) => void }} world
 * @throws {SetupFailure}
 */
export async function ensureDependencies({ root, npm, run, steps, env, onStart }) {
  if (areDependenciesReady(root)) return;
  const stamp = path.join(root, STAMP);
  const packages = lockedPackages(path.join(root, 'package-lock.json'));
  if (packages === undefined) {
    throw new SetupFailure(
      'lockfile',
      'package-lock.json is missing or cannot be read.',
      'Get it back with `git checkout package-lock.json`, then run the same command again.',
    );
  }
  if (!fitsLockfile(root, packages)) {
    // Optional packages are mostly binaries for other platforms, of which npm takes one.
    const names = Object.keys(packages).filter((name) => packages[name].optional !== true);
    steps.step(`Installing ${names.length} packages from package-lock.json (npm ci)`);
    removeStamp(stamp);
    // An interrupted `npm ci` can leave npm's record beside half of the packages; fitsLockfile() must not believe it.
    rmSync(path.join(root, HIDDEN_LOCKFILE), { force: true });
    const count = () => names.filter((name) => existsSync(path.join(root, name, 'package.json'))).length;
    const result = await run(
      {
        command: npm.command,
        // No install scripts: none is needed, and a clone should not run other people's code before it is asked to.
        // Dev dependencies are named because NODE_ENV=production would leave them out.
        args: [
          ...npm.args,
          'ci',
          '--ignore-scripts',
          '--include=dev',
          '--include=optional',
          ...NPM_NETWORK_FLAGS,
        ],
      },
      {
        cwd: root,
        env,
        onStart,
        stallMs: STALL_MS,
        activity: count,
        onTick: (done) => steps.progress(`${done} of ${names.length} packages`),
      },
    );
    if (result.code !== 0) {
      const output = result.stalled ? `ETIMEDOUT ${result.output}` : result.output;
      throw explainFailure('The dependencies could not be installed', output);
    }
  }
  await writeStamp(stamp, wantedStamp(root));
}

/** @returns {Record<string, { version?: string, optional?: boolean }> | undefined} by folder, e.g. `node_modules/vite` */
function lockedPackages(file) {
  try {
    const { packages } = JSON.parse(readFileSync(file, 'utf8'));
    return Object.fromEntries(Object.entries(packages).filter(([name]) => name !== ''));
  } catch {
    return undefined;
  }
}

/** Whether every package is there in its locked version; optional ones of other platforms may be absent. */
function fitsLockfile(root, packages) {
  const installed = lockedPackages(path.join(root, HIDDEN_LOCKFILE));
  if (installed === undefined) return false;
  return Object.entries(packages).every(([name, wanted]) => {
    const found = installed[name];
    if (found === undefined) return wanted.optional === true;
    return found.version === wanted.version && existsSync(path.join(root, name, 'package.json'));
  });
}
