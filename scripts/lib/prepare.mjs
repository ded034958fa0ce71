import path from 'node:path';
import { createHash } from 'node:crypto';

import { ensureBuilt, isBuilt } from './build.mjs';
import { areDependenciesReady, ensureDependencies } from './dependencies.mjs';
import { needsVirtualDisplay, startVirtualDisplay } from './display.mjs';
import { ensureRuntime } from './electron-runtime.mjs';
import { cacheFolder, PROJECT_ROOT } from './folders.mjs';
import { electronFlags } from './launch-options.mjs';
import { ensureLibraries } from './libraries.mjs';
import { withLock } from './lock.mjs';
import { findNpm } from './npm.mjs';
import { run } from './run.mjs';
import { createSteps } from './steps.mjs';

/**
 * @typedef {{ dependencies?: boolean, runtime?: boolean, display?: boolean,
 *   build?: readonly import('./build.mjs').BuildTarget[] }} Needs what a command needs; everything needs the
 *   dependencies, so they come with each of the others
 * @typedef {{ env: NodeJS.ProcessEnv, runtime: import('./electron-runtime.mjs').Runtime | undefined, flags: string[],
 *   steps: ReturnType<typeof createSteps>, stop: () => void }} Prepared `env` is for child processes, `flags` for
 *   Electron, `stop` ends what set-up started
 */

/**
 * All set-up that a command needs, in order; what is already done costs a few file reads and prints nothing.
 * Every command of the project begins with this call, so each works first on a bare machine.
 *
 * @param {Needs} needs
 * @param {{ stream?: NodeJS.WriteStream, root?: string, env?: NodeJS.ProcessEnv }} options `stream` gets the step lines
 * @returns {Promise<Prepared>}
 * @throws {import('./failure.mjs').SetupFailure}
 */
export async function prepare(
  needs,
  { stream = process.stdout, root = PROJECT_ROOT, env = process.env } = {},
) {
  const { platform, arch, execPath } = process;
  const steps = createSteps(stream);
  const npm = findNpm({ env, execPath });
  const cache = cacheFolder({ env, platform });
  const world = {
    root,
    cache,
    env,
    platform,
    arch,
    execPath,
    npm,
    run,
    steps,
    uid: process.getuid?.() ?? -1,
  };
  await prepareProject(world, needs.build ?? []);
  if (needs.runtime !== true)
    return { env: { ...env }, runtime: undefined, flags: [], steps, stop: () => {} };
  const runtime = await ensureRuntime(world);
  const virtual = needs.display === true && needsVirtualDisplay({ platform, env });
  await ensureLibraries({ ...world, executable: runtime.executable, needsXvfb: virtual });
  const prepared = { ...env, GALLEY_ELECTRON_DIST: runtime.dist, ELECTRON_OVERRIDE_DIST_PATH: runtime.dist };
  let stop = () => {};
  if (virtual) {
    const server = await startVirtualDisplay({ env });
    steps.step(
      `There is no display: windows go to a virtual one (Xvfb ${server.display}) and cannot be seen`,
    );
    Object.assign(prepared, { DISPLAY: server.display, GALLEY_VIRTUAL_DISPLAY: server.display });
    stop = server.stop;
  }
  const flags = electronFlags({ platform, uid: world.uid, env: prepared });
  if (flags.includes('--no-sandbox')) {
    steps.warn(
      "Running as root, where Chromium's sandbox cannot be on (--no-sandbox); write real posts as an ordinary user",
    );
  }
  return { env: prepared, runtime, flags, steps, stop };
}

/** Dependencies and builds, under the project's lock, which is only taken when there is something to do. */
async function prepareProject(world, targets) {
  const { root, cache, steps } = world;
  const isReady = () => areDependenciesReady(root) && targets.every((target) => isBuilt(root, target));
  if (isReady()) return;
  const id = createHash('sha256').update(root).digest('hex').slice(0, 16);
  await withLock(
    path.join(cache, 'locks', `project-${id}.lock`),
    async (note) => {
      const noted = { ...world, onStart: (pid) => void note(pid) };
      await ensureDependencies(noted);
      await ensureBuilt({ ...noted, targets });
    },
    { onWait: (pid) => steps.step(`Waiting for another set-up of this folder (process ${pid})`) },
  );
}
