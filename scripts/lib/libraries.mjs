import { spawnSync } from 'node:child_process';

import { explainFailure, SetupFailure } from './failure.mjs';

/**
 * The shared libraries that Electron needs on Linux and a bare machine lacks, and the X server for machines without a
 * display. `t64` names come first: on newer Debian and Ubuntu the old names are virtual, and `apt-get install` refuses
 * a virtual package with several providers.
 */
const APT_LIBRARIES = [
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libnss3'],
  ['libasound2t64', 'libasound2'],
  ['libgbm1'],
  ['fonts-liberation'],
];
const APT_DISPLAY = [['xvfb']];

/** The same for the two other families of distributions; only ever shown, never run. */
const OTHER_MANAGERS = [
  {
    program: 'dnf',
    install: 'dnf install',
    libraries: 'gtk3 nss alsa-lib mesa-libgbm',
    display: 'xorg-x11-server-Xvfb',
  },
  {
    program: 'pacman',
    install: 'pacman -S',
    libraries: 'gtk3 nss alsa-lib mesa',
    display: 'xorg-server-xvfb',
  },
  {
    program: 'zypper',
    install: 'zypper install',
    libraries: 'gtk3 mozilla-nss alsa libgbm1',
    display: 'xorg-x11-server',
  },
];

/** @param {string} output what `ldd` printed @returns {string[]} names such as `libgtk-3.so.0` */
export function missingLibraries(output) {
  return output
    .split('\n')
    .filter((line) => line.includes('=> not found'))
    .map((line) => line.trim().split(/\s/)[0]);
}

/** Asks the dynamic linker; a machine without `ldd` (musl) answers with nothing missing and Electron itself will tell. */
function lddOf(executable) {
  return spawnSync('ldd', [executable], { encoding: 'utf8' }).stdout ?? '';
}

function hasProgram(name) {
  return spawnSync('sh', ['-c', `command -v ${name}`]).status === 0;
}

/** @param {string} name @returns {boolean} whether apt knows a real package of that name */
function aptKnows(name) {
  return /^Package: /m.test(spawnSync('apt-cache', ['show', name], { encoding: 'utf8' }).stdout ?? '');
}

/**
 * @typedef {{ executable: string, needsXvfb: boolean, platform: string, uid: number,
 *   steps: Pick<ReturnType<typeof import('./steps.mjs').createSteps>, 'step' | 'progress'>,
 *   run: typeof import('./run.mjs').run, env: NodeJS.ProcessEnv, ldd?: (executable: string) => string,
 *   has?: (program: string) => boolean, knows?: (name: string) => boolean }} LibrariesWorld `uid` 0 is root; the last
 *   three ask the machine unless a test answers for it
 */

/**
 * Makes sure that the executable's libraries, and Xvfb when there is no display, are there: installs them with apt as
 * root, else ends with the exact command.
 *
 * @param {LibrariesWorld} world
 * @throws {SetupFailure}
 */
export async function ensureLibraries(world) {
  const { executable, needsXvfb, platform, uid, ldd = lddOf, has = hasProgram } = world;
  if (platform !== 'linux') return;
  const missing = missingLibraries(ldd(executable));
  const lacksXvfb = needsXvfb && !has('Xvfb');
  if (missing.length === 0 && !lacksXvfb) return;
  const what = [...missing, ...(lacksXvfb ? ['Xvfb (there is no display)'] : [])];
  if (!has('apt-get') || uid !== 0) {
    throw new SetupFailure(
      'libraries-missing',
      `This machine lacks what Electron needs to open a window: ${what.join(', ')}.`,
      `Run this once, then the same command again:\n  ${commandFor(world, missing.length > 0, lacksXvfb)}`,
    );
  }
  await installWithApt(world, what, missing.length > 0, lacksXvfb);
  const still = missingLibraries(ldd(executable));
  if (still.length > 0 || (needsXvfb && !has('Xvfb'))) {
    throw new SetupFailure(
      'libraries-missing',
      `apt installed its packages, yet ${still.join(', ') || 'Xvfb'} is still missing.`,
      'Install the package that holds it with your package manager, then run the same command again.',
    );
  }
}

/** @param {LibrariesWorld} world */
async function installWithApt({ run, steps, env, knows }, what, libraries, display) {
  const [first, ...others] = what;
  const rest = others.length > 0 ? ` and ${others.length} more` : '';
  steps.step(`Installing what Electron needs with apt (missing: ${first}${rest})`);
  const options = {
    env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
    onTick: () => steps.progress('apt is at work'),
  };
  // Another apt may hold the lock (unattended upgrades at boot): wait for it instead of failing.
  const apt = (...args) =>
    run({ command: 'apt-get', args: ['-o', 'DPkg::Lock::Timeout=180', ...args] }, options);
  // A bare machine has no package lists; without them no name is known. A failure here shows itself in the install.
  const update = await apt('update');
  const install = () =>
    apt('install', '-y', '--no-install-recommends', ...aptNames(libraries, display, knows));
  let result = await install();
  if (result.code !== 0 && result.output.includes('dpkg --configure -a')) {
    // An earlier apt was interrupted; dpkg refuses everything else until its work is finished.
    await run({ command: 'dpkg', args: ['--configure', '-a'] }, options);
    result = await install();
  }
  if (result.code === 0) return;
  throw explainFailure(
    'apt could not install the libraries',
    `${update.code === 0 ? '' : update.output}\n${result.output}`,
  );
}

function aptNames(libraries, display, knows = aptKnows) {
  const choices = [...(libraries ? APT_LIBRARIES : []), ...(display ? APT_DISPLAY : [])];
  return choices.map((names) => names.find((name) => knows(name)) ?? names.at(-1));
}

/** @param {LibrariesWorld} world */
function commandFor({ uid, has = hasProgram, knows }, libraries, display) {
  const sudo = uid === 0 ? '' : 'sudo ';
  if (has('apt-get')) {
    const names = aptNames(libraries, display, knows).join(' ');
    return `${sudo}apt-get update && ${sudo}apt-get install -y --no-install-recommends ${names}`;
  }
  const other = OTHER_MANAGERS.find(({ program }) => has(program)) ?? OTHER_MANAGERS[0];
  const names = [libraries ? other.libraries : '', display ? other.display : ''].filter(
    (part) => part !== '',
  );
  return `${sudo}${other.install} ${names.join(' ')}`;
}
