import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * How to call npm. Inside `npm start` the running npm names itself in `npm_execpath`; calling that very file with this
 * very Node works where no `npm` is on the PATH, and on Windows, where `npm` is a `.cmd` that cannot be spawned without a
 * shell. Outside npm (`node scripts/start.mjs`) npm is looked for beside Node, then on the PATH.
 *
 * @param {{ env: NodeJS.ProcessEnv, execPath: string, exists?: (file: string) => boolean }} world
 * @returns {{ command: string, args: string[] }} to be followed by npm's own arguments
 */
export function findNpm({ env, execPath, exists = existsSync }) {
  const running = env['npm_execpath'];
  // Other package managers set npm_execpath as well; they would not read package-lock.json.
  if (running !== undefined && /npm-cli\.(c|m)?js$/.test(running) && exists(running)) {
    return { command: execPath, args: [running] };
  }
  const folder = path.dirname(execPath);
  const beside = [
    path.join(folder, 'node_modules/npm/bin/npm-cli.js'),
    path.join(folder, '../lib/node_modules/npm/bin/npm-cli.js'),
    path.join(folder, '../share/nodejs/npm/bin/npm-cli.js'),
  ].find((file) => exists(file));
  return beside === undefined ? { command: 'npm', args: [] } : { command: execPath, args: [beside] };
}

/**
 * Settings for every npm call: without a network npm's own defaults retry for over a minute before they give up.
 * `--loglevel=error` keeps warnings about the person's own settings out of failure messages.
 */
export const NPM_NETWORK_FLAGS = [
  '--fetch-retries=2',
  '--fetch-retry-mintimeout=1000',
  '--fetch-retry-maxtimeout=5000',
  '--loglevel=error',
  '--no-audit',
  '--no-fund',
];
