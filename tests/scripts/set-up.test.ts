import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

import { findNpm } from '../../scripts/lib/npm.mjs';
import { freshFolder, makeMiniProject, write, type MiniProject } from './mini-project.ts';

const BUILDS = ['build production', 'build main', 'build preload', 'build cli'];

async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function locks(project: MiniProject): readonly string[] {
  const folder = path.join(project.cache, 'locks');
  return existsSync(folder) ? readdirSync(folder) : [];
}

describe('set-up on a bare machine', () => {
  it('installs, builds, says each step, and leaves no lock', async () => {
    const project = makeMiniProject();
    const { code, stdout } = await project.run('build');
    expect(code).toBe(0);
    expect(stdout).toBe(
      '- Installing 3 packages from package-lock.json (npm ci)\n- Building the app\n- Building the command line\n- The build in out/ is up to date\n',
    );
    expect(project.calls()).toEqual(['npm ci', ...BUILDS]);
    expect(locks(project)).toEqual([]);
  });

  it('does nothing the second time', async () => {
    const project = makeMiniProject();
    await project.run('build');
    const before = project.calls();
    const { code, stdout, took } = await project.run('build', { npm: 'offline' });
    console.log(`a set-up with nothing to do took ${Math.round(took)} ms`);
    expect(code).toBe(0);
    expect(stdout).toBe('- The build in out/ is up to date\n');
    expect(project.calls()).toEqual(before);
  });

  it('installs again when the lockfile has changed, and builds again when a source has', async () => {
    const project = makeMiniProject();
    await project.run('build');
    write(path.join(project.root, 'core/a.ts'), 'export const a = 2;\n');
    await project.run('build');
    expect(project.calls().slice(5)).toEqual(BUILDS);
    const lockfile = path.join(project.root, 'package-lock.json');
    writeFileSync(lockfile, readFileSync(lockfile, 'utf8').replace('4.0.0', '4.0.1'));
    await project.run('build');
    expect(project.calls().slice(9)).toEqual(['npm ci', ...BUILDS]);
  });

  it('builds again when an output is gone', async () => {
    const project = makeMiniProject();
    await project.run('build');
    rmSync(path.join(project.root, 'out/cli/galley.js'));
    await project.run('build');
    expect(project.calls().slice(5)).toEqual(['build cli']);
  });

  it('keeps what `npm install` by hand has put there, if it fits the lockfile', async () => {
    const project = makeMiniProject();
    await project.run('build');
    const stamps = path.join(project.root, 'node_modules/.cache');
    rmSync(stamps, { recursive: true });
    await project.run('build');
    expect(project.calls().filter((call) => call === 'npm ci')).toHaveLength(1);
    rmSync(stamps, { recursive: true });
    rmSync(path.join(project.root, 'node_modules/vitest'), { recursive: true });
    await project.run('build');
    expect(project.calls().filter((call) => call === 'npm ci')).toHaveLength(2);
  });
});

describe('a set-up that cannot be done', () => {
  it.each([
    ['offline', 'the network could not be reached', 'Check the connection'],
    ['disk-full', 'the disk is full', 'Free some disk space'],
    ['damaged', 'a download arrived damaged', 'npm cache verify'],
  ] as const)(
    '%s: says what went wrong and what to do, and the next run works',
    async (npm, wrong, remedy) => {
      const project = makeMiniProject();
      const failed = await project.run('build', { npm });
      expect(failed.code).toBe(1);
      expect(failed.stderr).toContain(`The dependencies could not be installed: ${wrong}.`);
      expect(failed.stderr).toContain(remedy);
      expect(failed.stderr).not.toContain('    at ');
      expect(locks(project)).toEqual([]);
      expect((await project.run('build')).code).toBe(0);
      expect(project.calls()).toEqual(['npm ci', 'npm ci', ...BUILDS]);
    },
  );

  it('the real npm without a network: ends soon, with the same words', async () => {
    const project = makeMiniProject();
    const lockfile = path.join(project.root, 'package-lock.json');
    write(
      path.join(project.root, 'package.json'),
      '{ "name": "mini", "version": "1.0.0", "dependencies": { "left": "1.0.0" } }',
    );
    const packages = {
      '': { name: 'mini', version: '1.0.0', dependencies: { left: '1.0.0' } },
      'node_modules/left': {
        version: '1.0.0',
        resolved: 'http://127.0.0.1:9/left/-/left-1.0.0.tgz',
        integrity: 'sha512-AAAA',
      },
    };
    writeFileSync(
      lockfile,
      JSON.stringify({ name: 'mini', version: '1.0.0', lockfileVersion: 3, requires: true, packages }),
    );
    const env = {
      npm_execpath: '',
      npm_config_registry: 'http://127.0.0.1:9/',
      npm_config_cache: freshFolder('npm'),
    };
    const failed = await project.run('build', { env });
    expect(failed.stderr).toContain(
      'The dependencies could not be installed: the network could not be reached.',
    );
    expect(failed.code).toBe(1);
  }, 60_000);

  it('a source that does not build: the compiler speaks, and the next run builds', async () => {
    const project = makeMiniProject();
    const failed = await project.run('build', { env: { BUILD_FAILS: '1' } });
    expect(failed.code).toBe(1);
    expect(failed.stderr).toContain('core/a.ts:1 is not a program');
    expect((await project.run('build')).code).toBe(0);
  });

  it('a lockfile that is gone', async () => {
    const project = makeMiniProject();
    rmSync(path.join(project.root, 'package-lock.json'));
    const failed = await project.run('build');
    expect(failed.code).toBe(1);
    expect(failed.stderr).toContain('git checkout package-lock.json');
    expect(project.calls()).toEqual([]);
  });

  it('a cache folder that cannot be made', async () => {
    const project = makeMiniProject();
    write(path.join(project.root, 'a-file'), '');
    const failed = await project.run('build', {
      env: { GALLEY_CACHE: path.join(project.root, 'a-file/cache') },
    });
    expect(failed.code).toBe(1);
    expect(failed.stderr).toMatch(/^\nx The lock .* could not be made/);
    expect(failed.stderr).not.toContain('    at ');
  });
});

describe('set-ups in each other’s way', () => {
  it('two at once: one works, the other waits and finds it done', async () => {
    const project = makeMiniProject();
    const [first, second] = await Promise.all([
      project.run('build', { npm: 'slow' }),
      project.run('build', { npm: 'slow' }),
    ]);
    expect([first.code, second.code]).toEqual([0, 0]);
    expect(project.calls()).toEqual(['npm ci', ...BUILDS]);
    expect(first.stdout + second.stdout).toMatch(
      /- Waiting for another set-up of this folder \(process \d+\)/,
    );
  });

  it('killed in the middle: the next run starts afresh and works', async () => {
    const project = makeMiniProject();
    const { killAll, finished } = project.start('build', { npm: 'hangs' });
    await until(() => project.calls().includes('npm hangs'));
    killAll();
    await finished;
    const { code } = await project.run('build');
    expect(code).toBe(0);
    expect(project.calls().filter((call) => call === 'npm ci')).toHaveLength(2);
    expect(locks(project)).toEqual([]);
  });

  it('killed while its npm lives on: the next run waits for that npm', async () => {
    const project = makeMiniProject();
    const { child } = project.start('build', { npm: 'hangs', env: { HANG_MS: '2500' } });
    await until(() => project.calls().includes('npm hangs'));
    // The lock names npm a moment after npm has started.
    await new Promise((resolve) => setTimeout(resolve, 200));
    child.kill('SIGKILL');
    const { code, took, stdout } = await project.run('build');
    expect(code).toBe(0);
    expect(stdout).toContain('- Waiting for another set-up');
    expect(took).toBeGreaterThan(1500);
  });

  it('asked to end: npm is ended too', async () => {
    const project = makeMiniProject();
    const { child, finished } = project.start('build', { npm: 'hangs' });
    await until(() => project.calls().includes('npm hangs'));
    child.kill('SIGTERM');
    expect((await finished).code).toBe(143);
    expect((await project.run('build')).code).toBe(0);
  });
});

describe('the npm to call', () => {
  it('is the one that runs, called by this very Node', () => {
    const file = path.join(freshFolder('npm'), 'npm-cli.js');
    write(file, '');
    expect(findNpm({ env: { npm_execpath: file }, execPath: '/opt/node' })).toEqual({
      command: '/opt/node',
      args: [file],
    });
  });

  it('is never another package manager', () => {
    const exists = (file: string) =>
      file === '/opt/yarn.js' || file === '/opt/node/lib/node_modules/npm/bin/npm-cli.js';
    const world = { env: { npm_execpath: '/opt/yarn.js' }, execPath: '/opt/node/bin/node', exists };
    expect(findNpm(world)).toEqual({
      command: '/opt/node/bin/node',
      args: ['/opt/node/lib/node_modules/npm/bin/npm-cli.js'],
    });
  });

  it('is looked for on the PATH when it is nowhere beside Node', () => {
    expect(findNpm({ env: {}, execPath: '/opt/node', exists: () => false })).toEqual({
      command: 'npm',
      args: [],
    });
  });
});
