import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type UserConfig } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));
const out = path.join(here, '../out');

/** The programs that Vite's mode chooses from: each is built on its own, so that none holds a chunk of another's. */
const builds: Readonly<Record<string, () => UserConfig>> = {
  main: () =>
    nodeBuild('main', {
      main: path.join(here, 'main/main.ts'),
      ...workerEntries('library'),
      ...workerEntries('publish'),
    }),
  // Node only: an import of Electron stays in the output as it is, and fails there at once.
  cli: () => nodeBuild('cli', { galley: path.join(here, 'cli/galley.ts') }),
  preload: preloadBuild,
};

/** Worker threads are started from a file of their own beside the main one: `library/scan.worker.ts` -> `scan.worker.js`. */
function workerEntries(folder: string): Record<string, string> {
  const full = path.join(here, folder);
  if (!existsSync(full)) return {};
  const names = readdirSync(full).filter((name) => name.endsWith('.worker.ts'));
  return Object.fromEntries(names.map((name) => [name.replace(/\.ts$/, ''), path.join(full, name)]));
}

function nodeBuild(folder: string, input: Record<string, string>): UserConfig {
  return {
    // Everything but Electron and Node's own modules goes into the output: the app runs without node_modules.
    ssr: { target: 'node', noExternal: true, external: ['electron'] },
    build: {
      ssr: true,
      target: 'node20',
      outDir: path.join(out, folder),
      emptyOutDir: true,
      sourcemap: true,
      rolldownOptions: {
        input,
        output: {
          format: 'esm',
          entryFileNames: '[name].js',
          // Beside the entries, since `new URL('./x.worker.js', import.meta.url)` may end up in a shared chunk.
          chunkFileNames: '[name]-[hash].js',
        },
      },
    },
  };
}

/** A sandboxed preload must be one CommonJS file; there is no module loader in the sandbox. */
function preloadBuild(): UserConfig {
  return {
    ssr: { target: 'node', noExternal: true, external: ['electron'] },
    build: {
      ssr: true,
      target: 'chrome130',
      outDir: path.join(out, 'preload'),
      emptyOutDir: true,
      rolldownOptions: {
        input: path.join(here, 'preload/preload.ts'),
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  };
}

export default defineConfig(({ mode }) => {
  const config = builds[mode];
  if (config === undefined)
    throw new Error(`--mode is one of ${Object.keys(builds).join(', ')}, not ${mode}`);
  return { root: here, envDir: false, publicDir: false, ...config() };
});
