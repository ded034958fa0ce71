import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { afterAll } from 'vitest';

const project = fileURLToPath(new URL('../../..', import.meta.url));
const built = new Map<string, Promise<string>>();

afterAll(async () => {
  for (const folder of built.values()) await rm(await folder, { recursive: true, force: true });
  built.clear();
});

async function bundle(entries: readonly string[]): Promise<string> {
  const outDir = await realpath(await mkdtemp(path.join(os.tmpdir(), 'galley-script-')));
  await build({
    configFile: false,
    logLevel: 'error',
    root: project,
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        input: [...entries],
        output: { format: 'esm', entryFileNames: '[name].js' },
      },
    },
  });
  await writeFile(path.join(outDir, 'package.json'), '{ "type": "module" }');
  return outDir;
}

function bundled(entries: readonly string[]): Promise<string> {
  const key = entries.join(' ');
  const folder = built.get(key) ?? bundle(entries);
  built.set(key, folder);
  return folder;
}

/** Bundles a TypeScript file for plain Node; answers the script's path. */
export async function buildScript(entry: URL): Promise<string> {
  const file = fileURLToPath(entry);
  return path.join(await bundled([file]), path.basename(file).replace(/\.ts$/, '.js'));
}

/** Bundles the library's workers; answers their folder. */
export async function buildWorkers(): Promise<URL> {
  const names = ['scan.worker.ts', 'watch.worker.ts'];
  const folder = await bundled(names.map((name) => path.join(project, 'electron/library', name)));
  return pathToFileURL(`${folder}${path.sep}`);
}
