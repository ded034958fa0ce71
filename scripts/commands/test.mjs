import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';

import { runInForeground } from '../lib/child.mjs';
import { PROJECT_ROOT } from '../lib/folders.mjs';
import { prepare } from '../lib/prepare.mjs';
import { countResults, readPlaywright, readVitest, resultLine, sumCounts } from '../lib/results.mjs';

const REPORTS = path.join(PROJECT_ROOT, 'node_modules/.cache/galley/reports');

/**
 * `npm test [-- unit | e2e] [filters]`: sets up, runs the unit tests and the journeys in the real window, and ends with
 * one line `N passed, N failed`. Filters are handed to the runners.
 * @param {NodeJS.Process} world
 * @returns {Promise<number>} 0 when at least one test ran and none failed
 */
export async function main({ argv, execPath, stdout }) {
  const [first, ...rest] = argv.slice(2);
  const only = first === 'unit' || first === 'e2e' ? first : undefined;
  const filters = only === undefined ? argv.slice(2) : rest;
  const withWindow = only !== 'unit';
  const prepared = await prepare({
    runtime: withWindow,
    display: withWindow,
    // The unit tests run the built command line.
    build: withWindow ? ['app', 'cli'] : ['cli'],
  });
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });
  try {
    const world = { execPath, env: prepared.env, filters };
    const counts = [];
    if (only !== 'e2e') counts.push(await runUnitTests(world));
    if (only !== 'unit') counts.push(await runJourneys(world));
    const count = sumCounts(counts);
    const nothingRan = count.passed + count.failed === 0;
    if (nothingRan) prepared.steps.warn('No test ran');
    stdout.write(`\n${resultLine(count)}\n`);
    return nothingRan || count.failed > 0 ? 1 : 0;
  } finally {
    prepared.stop();
  }
}

async function runUnitTests({ execPath, env, filters }) {
  const report = path.join(REPORTS, 'unit.json');
  const code = await runInForeground(
    execPath,
    [
      path.join(PROJECT_ROOT, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...(filters.length > 0 ? ['--passWithNoTests', ...filters] : []),
    ],
    { cwd: PROJECT_ROOT, env },
  );
  return countResults(report, code, readVitest);
}

async function runJourneys({ execPath, env, filters }) {
  const report = path.join(REPORTS, 'journeys.json');
  const code = await runInForeground(
    execPath,
    [
      path.join(PROJECT_ROOT, 'node_modules/@playwright/test/cli.js'),
      'test',
      '--reporter=list,json',
      ...(filters.length > 0 ? ['--pass-with-no-tests', ...filters] : []),
    ],
    { cwd: PROJECT_ROOT, env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report } },
  );
  return countResults(report, code, readPlaywright);
}
