import path from 'node:path';

import { runInForeground } from '../lib/child.mjs';
import { PROJECT_ROOT } from '../lib/folders.mjs';
import { SetupFailure } from '../lib/failure.mjs';
import { prepare } from '../lib/prepare.mjs';

/** Every step runs even when an earlier one failed: one run shows all there is to put right. */
const CHECKS = [
  { name: 'format', program: 'prettier/bin/prettier.cjs', args: ['--check', '.'] },
  { name: 'lint', program: 'eslint/bin/eslint.js', args: ['.', '--max-warnings=0'] },
  { name: 'types', program: 'typescript/bin/tsc', args: ['-b'] },
  // The same sources against the older Electron that set-up falls back to.
  {
    name: 'types with Electron 33',
    program: 'typescript/bin/tsc',
    args: ['-p', 'electron/main/tsconfig.electron-33.json'],
  },
  { name: 'unit tests', program: 'vitest/vitest.mjs', args: ['run'] },
  { name: 'unused code', program: 'knip/bin/knip.js', args: [] },
];

/**
 * `npm run check`: format, lint, types, unit tests, unused code.
 * @param {NodeJS.Process} world
 * @returns {Promise<number>} 0 when every step passed
 */
export async function main({ execPath }) {
  const { steps, env } = await prepare({ dependencies: true });
  const failed = (await canBuild(steps)) ? [] : ['build'];
  for (const { name, program, args } of CHECKS) {
    steps.step(`Checking ${name}`);
    const file = path.join(PROJECT_ROOT, 'node_modules', program);
    const code = await runInForeground(execPath, [file, ...args], { cwd: PROJECT_ROOT, env });
    if (code !== 0) failed.push(name);
  }
  if (failed.length === 0) steps.step('Every check passed');
  else steps.warn(`Failed: ${failed.join(', ')}`);
  return failed.length === 0 ? 0 : 1;
}

/** The unit tests run the built command line. A build that fails is shown like a failed check and stops no other. */
async function canBuild(steps) {
  try {
    await prepare({ build: ['cli'] });
    return true;
  } catch (error) {
    if (!(error instanceof SetupFailure)) throw error;
    steps.warn(error.message);
    return false;
  }
}
