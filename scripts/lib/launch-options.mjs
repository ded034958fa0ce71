import { findRuntime } from './electron-runtime.mjs';
import { cacheFolder, PROJECT_ROOT } from './folders.mjs';

/**
 * Flags for Electron on this machine. Chromium refuses to run as root with its sandbox on; for every other user the
 * sandbox stays on, whatever happens.
 *
 * @param {{ platform: string, uid: number, env: NodeJS.ProcessEnv }} world
 * @returns {string[]}
 */
export function electronFlags({ platform, uid, env }) {
  if (platform !== 'linux') return [];
  return [
    ...(uid === 0 ? ['--no-sandbox'] : []),
    // The virtual display has no GPU; without the flag Chromium starts, loses and restarts a GPU process first.
    ...(env['GALLEY_VIRTUAL_DISPLAY'] ? ['--disable-gpu'] : []),
    // A Wayland session without XWayland: older Electrons look for X unless told otherwise.
    ...(env['WAYLAND_DISPLAY'] && !env['DISPLAY'] ? ['--ozone-platform-hint=auto'] : []),
  ];
}

/**
 * What Playwright's `_electron.launch` needs to run the app in the very runtime that `npm start` uses.
 *
 * `colorScheme: null` leaves the app's own theme alone; Playwright otherwise pretends that the system is light.
 * `chromiumSandbox` must be passed on: Playwright otherwise adds `--no-sandbox` on Linux for every user.
 *
 * @param {readonly string[]} args the app's own arguments, e.g. a folder
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ executablePath: string, args: string[], env: Record<string, string>, cwd: string, chromiumSandbox: boolean,
 *   colorScheme: null }}
 * @throws {Error} when set-up has not run yet
 */
export function launchOptions(args = [], env = process.env) {
  const { platform, arch } = process;
  const runtime = findRuntime({
    root: PROJECT_ROOT,
    cache: cacheFolder({ env, platform }),
    env,
    platform,
    arch,
  });
  if (runtime === undefined)
    throw new Error('There is no Electron yet. Run the journeys with: npm test -- e2e');
  const flags = electronFlags({ platform, uid: process.getuid?.() ?? -1, env });
  return {
    executablePath: runtime.executable,
    args: [PROJECT_ROOT, ...flags, ...args],
    env: Object.fromEntries(Object.entries(env).map(([name, value]) => [name, value ?? ''])),
    cwd: PROJECT_ROOT,
    chromiumSandbox: !flags.includes('--no-sandbox'),
    colorScheme: null,
  };
}
