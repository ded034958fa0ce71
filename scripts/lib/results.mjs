import { readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number }} Count */

/**
 * Counts what a test runner reported. A runner that failed without a failed test (a file that does not load, an
 * unhandled error, a crash before the report) counts as one failure, so that no failure is ever shown as `0 failed`.
 *
 * @param {string} file the runner's JSON report
 * @param {number} exitCode the runner's
 * @param {(report: any) => Count} read `readVitest` or `readPlaywright`
 * @returns {Count}
 */
export function countResults(file, exitCode, read) {
  let count = { passed: 0, failed: 0 };
  try {
    count = read(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // No report: the exit code below decides.
  }
  return exitCode !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

/** @param {any} report Vitest's json reporter (the shape of Jest's) @returns {Count} */
export function readVitest(report) {
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(isFailed),
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}

function isFailed(assertion) {
  return assertion.status === 'failed';
}

/** @param {any} report Playwright's json reporter @returns {Count} a flaky test counts as failed */
export function readPlaywright(report) {
  const { expected, unexpected, flaky } = report.stats;
  const failed = unexpected + flaky;
  return { passed: expected, failed: failed === 0 ? report.errors.length : failed };
}

/** @param {readonly Count[]} counts @returns {Count} */
export function sumCounts(counts) {
  return counts.reduce(
    (sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }),
    {
      passed: 0,
      failed: 0,
    },
  );
}

/** @param {Count} count @returns {string} the last line of `npm test` and `.ci/run` */
export function resultLine({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}
