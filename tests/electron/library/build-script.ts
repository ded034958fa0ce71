import { mkdtemp, realpath, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll } from 'vitest';

const project = fileURLToPath(new URL('../../..', import.meta.url));
const built = new Map<string, Promise<string>>();

afterAll(async () => {
  for (const script of built.values()) await rm(path.dirname(await script), { recursive: true, force: true });
  built.clear();
});

async function bundle(entry: string): Promise<string> {
  const outDir = await realpath(await mkdtemp(path.join(os.tmpdir(), 'galley-script-')));
  await build({
    configFile: false,
    logLevel: 'error',
    root: project,
    ssr: { noExternal: true },
    build: {
      ssr: path.join(project, entry),
      outDir,
      target: 'node20',
      minify: false,
      rollupOptions: { output: { format: 'es', entryFileNames: 'script.mjs' } },
    },
  });
  return path.join(outDir, 'script.mjs');
}

/** Bundles a TypeScript file of the project (relative path) for plain Node; answers the script's path. */
export function buildScript(entry: string): Promise<string> {
  const script = built.get(entry) ?? bundle(entry);
  built.set(entry, script);
  return script;
}
