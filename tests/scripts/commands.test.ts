import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';

import { freshFolder, makeMiniProject, write, writeProgram, type MiniProject } from './mini-project.ts';

function lastLine(text: string): string | undefined {
  return text.trimEnd().split('\n').at(-1);
}

/** What the two runners write down. */
function unitReport(passed: number, failed: number): string {
  return JSON.stringify({ numPassedTests: passed, numFailedTests: failed, testResults: [] });
}

function journeyReport(
  expected: number,
  unexpected: number,
  flaky = 0,
  errors: readonly string[] = [],
): string {
  return JSON.stringify({ stats: { expected, unexpected, flaky, skipped: 0 }, errors });
}

/** A stand-in for Electron: it says how it was called. `ldd` finds nothing missing in a script. */
function electron(body = 'echo "electron $*"'): string {
  const dist = freshFolder('dist');
  writeProgram(path.join(dist, 'electron'), `#!/bin/sh\n${body}\n`);
  write(path.join(dist, 'version'), '99.0.0');
  return dist;
}

describe('npm run galley', () => {
  it('keeps standard output for the command, runs where the person stands, hands on the exit code', async () => {
    const project = makeMiniProject();
    const here = freshFolder('here');
    const options = { args: ['export', 'a post.md', '-o', 'page.html'], env: { INIT_CWD: here } };
    const first = await project.run('galley', options);
    expect(JSON.parse(first.stdout)).toEqual({ cwd: here, args: ['export', 'a post.md', '-o', 'page.html'] });
    expect(first.stderr).toContain('- Building the command line\n');
    expect(first.code).toBe(3);
    expect(project.calls()).toEqual(['npm ci', 'build cli']);
    const second = await project.run('galley', options);
    expect(second.stderr).toBe('');
    expect(JSON.parse(second.stdout)).toEqual(JSON.parse(first.stdout));
  });
});

describe.runIf(process.platform === 'linux')('npm start', () => {
  it('opens the app with its folder first, then the flags, then the paths as seen by the person', async () => {
    const project = makeMiniProject();
    const env = { GALLEY_ELECTRON_DIST: electron(), DISPLAY: ':5', INIT_CWD: '/some/where' };
    const { code, stdout } = await project.run('start', { args: ['posts', '--lang=de'], env });
    const flags = process.getuid?.() === 0 ? ' --no-sandbox' : '';
    expect(lastLine(stdout)).toBe(`electron ${project.root}${flags} /some/where/posts --lang=de`);
    expect(stdout).toContain('- Opening Galley (Electron 99.0.0)');
    expect(stdout.includes('! Running as root')).toBe(flags !== '');
    expect(code).toBe(0);
  });

  it('never starts Electron as a plain Node', async () => {
    const project = makeMiniProject();
    const dist = electron('echo "as node: [$ELECTRON_RUN_AS_NODE]"');
    const env = { GALLEY_ELECTRON_DIST: dist, DISPLAY: ':5', ELECTRON_RUN_AS_NODE: '1' };
    expect(lastLine((await project.run('start', { env })).stdout)).toBe('as node: []');
  });

  it.each([
    ['FATAL: No usable sandbox! Update your kernel', 'sudo chmod 4755'],
    ['ERROR: Missing X server or $DISPLAY', 'unset it to run on a virtual display'],
  ])('explains a window that could not open: %s', async (words, remedy) => {
    const project = makeMiniProject();
    const dist = electron(`echo '${words}' >&2; exit 133`);
    const { code, stderr } = await project.run('start', {
      env: { GALLEY_ELECTRON_DIST: dist, DISPLAY: ':5' },
    });
    expect(code).toBe(1);
    expect(stderr).toContain(words);
    expect(stderr).toContain(remedy);
  });

  it('hands on the exit code of the app', async () => {
    const project = makeMiniProject();
    const { code } = await project.run('start', {
      env: { GALLEY_ELECTRON_DIST: electron('exit 7'), DISPLAY: ':5' },
    });
    expect(code).toBe(7);
  });
});

describe.runIf(process.platform === 'linux')('npm test', () => {
  let project: MiniProject;
  let base: Record<string, string>;
  beforeAll(() => {
    project = makeMiniProject();
    base = { GALLEY_ELECTRON_DIST: electron(), DISPLAY: ':5' };
  });
  const runTests = (env: Record<string, string>, args: readonly string[] = []) =>
    project.run('test', { args, env: { ...base, ...env } });

  it('ends with the sum of both runners', async () => {
    const { code, stdout } = await runTests({
      UNIT_REPORT: unitReport(40, 0),
      JOURNEY_REPORT: journeyReport(2, 0),
    });
    expect(lastLine(stdout)).toBe('42 passed, 0 failed');
    expect(code).toBe(0);
  });

  it.each([
    ['a failed unit test', { UNIT_REPORT: unitReport(40, 1), UNIT_CODE: '1' }, '42 passed, 1 failed'],
    ['a failed journey', { JOURNEY_REPORT: journeyReport(1, 1), JOURNEY_CODE: '1' }, '41 passed, 1 failed'],
    ['a flaky journey', { JOURNEY_REPORT: journeyReport(1, 0, 1) }, '41 passed, 1 failed'],
    [
      'a journey file that does not load',
      { JOURNEY_REPORT: journeyReport(0, 0, 0, ['x']), JOURNEY_CODE: '1' },
      '40 passed, 1 failed',
    ],
    ['a runner that crashes before its report', { UNIT_REPORT: '', UNIT_CODE: '134' }, '2 passed, 1 failed'],
    ['a runner that fails without a failed test', { UNIT_CODE: '1' }, '42 passed, 1 failed'],
  ])('fails on %s', async (_what, env, line) => {
    const all = { UNIT_REPORT: unitReport(40, 0), JOURNEY_REPORT: journeyReport(2, 0), ...env };
    const { code, stdout } = await runTests(all);
    expect(lastLine(stdout)).toBe(line);
    expect(code).toBe(1);
  });

  it('counts a unit test file that does not load', async () => {
    const broken = {
      numPassedTests: 3,
      numFailedTests: 0,
      testResults: [{ status: 'failed', assertionResults: [] }],
    };
    const { stdout } = await runTests({ UNIT_REPORT: JSON.stringify(broken), UNIT_CODE: '1' }, ['unit']);
    expect(lastLine(stdout)).toBe('3 passed, 1 failed');
  });

  it('fails when no test ran', async () => {
    const { code, stdout } = await runTests({
      UNIT_REPORT: unitReport(0, 0),
      JOURNEY_REPORT: journeyReport(0, 0),
    });
    expect(stdout).toContain('! No test ran');
    expect(lastLine(stdout)).toBe('0 passed, 0 failed');
    expect(code).toBe(1);
  });

  it('runs one part alone, and the unit tests without an Electron', async () => {
    const reports = { UNIT_REPORT: unitReport(4, 0), JOURNEY_REPORT: journeyReport(2, 0) };
    expect(lastLine((await runTests(reports, ['e2e'])).stdout)).toBe('2 passed, 0 failed');
    const { stdout } = await runTests({ ...reports, GALLEY_ELECTRON_DIST: '/nowhere' }, ['unit', 'slug']);
    expect(lastLine(stdout)).toBe('4 passed, 0 failed');
  });

  it('says what to do when set-up fails', async () => {
    const { code, stderr } = await runTests({ GALLEY_ELECTRON_DIST: '/nowhere' });
    expect(code).toBe(1);
    expect(stderr).toContain('There is no Electron in /nowhere');
  });
});

describe('.ci/run', () => {
  const script = path.resolve(import.meta.dirname, '../../.ci/run');

  /** Runs the script with an npm whose `run check` and `test` behave as told. */
  function ci(check: string, test: string) {
    const folder = freshFolder('ci');
    mkdirSync(path.join(folder, '.ci'));
    copyFileSync(script, path.join(folder, '.ci/run'));
    writeProgram(
      path.join(folder, 'bin/npm'),
      `#!/bin/sh\nif [ "$1" = test ]; then ${test}; else ${check}; fi\n`,
    );
    const env = { ...process.env, PATH: `${folder}/bin:${process.env['PATH']}` };
    const { status, stdout } = spawnSync('bash', [path.join(folder, '.ci/run')], { env, encoding: 'utf8' });
    return { status, last: lastLine(stdout) };
  }

  it.each([
    ['all is well', 'true', 'echo 12 passed, 0 failed', 0, '12 passed, 0 failed'],
    [
      'a test failed',
      'true',
      'echo 11 passed, 1 failed; echo npm error >&2; exit 1',
      1,
      '11 passed, 1 failed',
    ],
    ['the check failed', 'exit 1', 'echo 12 passed, 0 failed', 1, '12 passed, 1 failed'],
    ['both failed', 'exit 1', 'echo 10 passed, 2 failed; exit 1', 1, '10 passed, 3 failed'],
    ['set-up failed', 'true', 'echo no network >&2; exit 1', 1, '0 passed, 1 failed'],
    ['no test ran', 'true', 'echo 0 passed, 0 failed; exit 1', 1, '0 passed, 1 failed'],
  ])('%s', (_what, check, test, status, last) => {
    expect(ci(check, test)).toEqual({ status, last });
  });
});

describe('npm run check', () => {
  /** The programs of the check, each saying that it ran; `failing` are those that end with an error. */
  async function check(failing: readonly string[], env: Record<string, string> = {}) {
    const project = makeMiniProject();
    await project.run('build');
    const programs = [
      'prettier/bin/prettier.cjs',
      'eslint/bin/eslint.js',
      'typescript/bin/tsc',
      'knip/bin/knip.js',
      'vitest/vitest.mjs',
    ];
    for (const program of programs) {
      const code = failing.includes(program) ? 1 : 0;
      const file = path.join(project.root, 'node_modules', program);
      write(file, `console.log('ran', ${JSON.stringify(program)}); process.exitCode = ${code};`);
    }
    write(path.join(project.root, 'core/a.ts'), 'export const a = 3;\n');
    return project.run('check', { env });
  }

  it('runs every program and is content when all are', async () => {
    const { code, stdout } = await check([]);
    expect(stdout.match(/^ran /gm)).toHaveLength(6);
    expect(lastLine(stdout)).toBe('- Every check passed');
    expect(code).toBe(0);
  });

  it('runs the rest after a failure and names what failed', async () => {
    const { code, stdout } = await check(['eslint/bin/eslint.js', 'knip/bin/knip.js'], { BUILD_FAILS: '1' });
    expect(stdout.match(/^ran /gm)).toHaveLength(6);
    expect(stdout).toContain('core/a.ts:1 is not a program');
    expect(lastLine(stdout)).toBe('! Failed: build, lint, unused code');
    expect(code).toBe(1);
  });
});
