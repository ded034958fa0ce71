import path from 'node:path';

import { runInForeground } from '../lib/child.mjs';
import { PROJECT_ROOT } from '../lib/folders.mjs';
import { prepare } from '../lib/prepare.mjs';

/**
 * `npm run galley -- export POST.md -o page.html`: the command line, which needs neither Electron nor a display.
 * Standard output is the command's own; set-up speaks on standard error.
 * @param {NodeJS.Process} world
 * @returns {Promise<number>} the command's exit code
 */
export async function main({ argv, env, cwd, execPath, stderr }) {
  const { env: childEnv } = await prepare({ build: ['cli'] }, { stream: stderr });
  // npm runs scripts in the project's folder; the paths on the command line are meant from where the person stands.
  return runInForeground(execPath, [path.join(PROJECT_ROOT, 'out/cli/galley.js'), ...argv.slice(2)], {
    cwd: env['INIT_CWD'] ?? cwd(),
    env: childEnv,
  });
}
