import path from 'node:path';

import { runInForeground } from '../lib/child.mjs';
import { PROJECT_ROOT } from '../lib/folders.mjs';
import { SetupFailure } from '../lib/failure.mjs';
import { prepare } from '../lib/prepare.mjs';

/**
 * `npm start [-- folder | post.md]`: sets up and opens the app.
 * @param {NodeJS.Process} world
 * @returns {Promise<number>} the app's exit code
 */
export async function main({ argv, env, cwd, platform }) {
  const prepared = await prepare({ runtime: true, display: true, build: ['app'] });
  const { flags, steps, stop, env: childEnv } = prepared;
  const { executable, version, dist } = /** @type {import('../lib/electron-runtime.mjs').Runtime} */ (
    prepared.runtime
  );
  // npm runs scripts in the project's folder; INIT_CWD is where the person typed the command.
  const here = env['INIT_CWD'] ?? cwd();
  const args = argv
    .slice(2)
    .map((argument) => (argument.startsWith('-') ? argument : path.resolve(here, argument)));
  let complaints = '';
  try {
    steps.step(`Opening Galley (Electron ${version})`);
    const code = await runInForeground(executable, [PROJECT_ROOT, ...flags, ...args], {
      env: withoutNodeMode(childEnv),
      onStderr: (text) => (complaints = (complaints + text).slice(-8000)),
    });
    if (code !== 0) explainCrash(complaints, dist, platform);
    return code;
  } finally {
    stop();
  }
}

/** Some editors' terminals set ELECTRON_RUN_AS_NODE (they are Electron apps); with it no window would ever open. */
function withoutNodeMode(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => name !== 'ELECTRON_RUN_AS_NODE'));
}

function explainCrash(complaints, dist, platform) {
  // Ubuntu 24.04 and containers forbid the user namespaces that the sandbox is made of.
  if (platform === 'linux' && /No usable sandbox|SUID sandbox helper binary/.test(complaints)) {
    const helper = path.join(dist, 'chrome-sandbox');
    throw new SetupFailure(
      'no-sandbox',
      "This system does not allow ordinary programs to make Chromium's sandbox.",
      `Allow it for this copy of Electron, then run the same command again:\n  sudo chown root ${helper} && sudo chmod 4755 ${helper}`,
    );
  }
  if (/Missing X server or \$DISPLAY|cannot open display|platform failed to initialize/i.test(complaints)) {
    throw new SetupFailure(
      'no-display',
      'The display named by DISPLAY (or WAYLAND_DISPLAY) does not answer.',
      'Correct that variable, or unset it to run on a virtual display, then run the same command again.',
    );
  }
}
