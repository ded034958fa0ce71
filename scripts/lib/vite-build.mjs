import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { build } from 'vite';

import { PROJECT_ROOT } from './folders.mjs';

/** Runs the Vite builds of one target: `node scripts/lib/vite-build.mjs app|cli`. */

const ELECTRON = 'electron/vite.config.ts';
const BUILDS = {
  app: [
    { configFile: 'renderer/vite.config.ts', mode: 'production' },
    { configFile: ELECTRON, mode: 'main' },
    { configFile: ELECTRON, mode: 'preload' },
  ],
  cli: [{ configFile: ELECTRON, mode: 'cli' }],
};

try {
  for (const { configFile, mode } of BUILDS[process.argv[2]]) {
    await build({ configFile: path.join(PROJECT_ROOT, configFile), mode, logLevel: 'warn' });
  }
} catch (error) {
  // The message points at the source; the stack would only show the inside of Vite.
  console.error(stripVTControlCharacters(error.message));
  process.exitCode = 1;
}
