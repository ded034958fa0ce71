import { existsSync } from 'node:fs';
import path from 'node:path';

import { SetupFailure, explainFailure } from './failure.mjs';
import { hashOf, readStamp, removeStamp, writeStamp } from './stamp.mjs';

const SHARED_SOURCES = [
  'core',
  'assets',
  'electron/library',
  'electron/publish',
  'electron/vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
  'scripts/lib/vite-build.mjs',
];

/** What can be built: the sources it depends on, the Vite builds it consists of, and what must exist afterwards. */
const TARGETS = {
  app: {
    sources: [...SHARED_SOURCES, 'electron/main', 'electron/preload', 'renderer'],
    outputs: [
      'out/main/main.js',
      'out/preload/preload.cjs',
      'out/renderer/index.html',
      'out/renderer/preview.html',
    ],
  },
  cli: {
    sources: [...SHARED_SOURCES, 'electron/cli'],
    outputs: ['out/cli/galley.js'],
  },
};

/** @typedef {keyof typeof TARGETS} BuildTarget */

/** @param {string} root @param {BuildTarget} target */
function stampOf(root, target) {
  return path.join(root, 'out', `.${target}-stamp`);
}

/**
 * Whether the outputs are there and were made from the sources as they are now (by content, not by time).
 * @param {string} root
 * @param {BuildTarget} target
 */
export function isBuilt(root, target) {
  const { sources, outputs } = TARGETS[target];
  return (
    outputs.every((file) => existsSync(path.join(root, file))) &&
    readStamp(stampOf(root, target)) === hashOf(root, sources)
  );
}

/**
 * Builds what is out of date, in a process of its own (so that Vite's output can be kept off the caller's stdout).
 * The caller holds the lock.
 *
 * @param {{ root: string, targets: readonly BuildTarget[], execPath: string, run: typeof import('./run.mjs').run,
 *   steps: ReturnType<typeof import('./steps.mjs').createSteps>, env: NodeJS.ProcessEnv,
 *   onStart?: (pid: number) => void }} world
 * @throws {SetupFailure} `build-failed` with the compiler's own words
 */
export async function ensureBuilt({ root, targets, execPath, run, steps, env, onStart }) {
  for (const target of targets.filter((name) => !isBuilt(root, name))) {
    const hash = hashOf(root, TARGETS[target].sources);
    const stamp = stampOf(root, target);
    steps.step(`Building ${target === 'app' ? 'the app' : 'the command line'}`);
    removeStamp(stamp);
    const result = await run(
      { command: execPath, args: [path.join(root, 'scripts/lib/vite-build.mjs'), target] },
      { cwd: root, env, onStart },
    );
    if (result.code !== 0) throw buildFailure(target, result.output);
    // The hash from before the build: a source saved meanwhile makes the next run build again.
    await writeStamp(stamp, hash);
  }
}

function buildFailure(target, output) {
  if (/\bENOSPC\b/.test(output)) return explainFailure(`The build of ${target} failed`, output);
  return new SetupFailure(
    'build-failed',
    `The build (${target}) failed:\n${output.trim()}`,
    'Correct the source that the lines above name, then run the same command again.',
  );
}
