import { spawn, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';

const SCRIPTS = path.resolve(import.meta.dirname, '../../scripts');

/** How the stand-in for npm behaves, from best to worst; `node_modules` is the folder it fills. */
type NpmMode = 'works' | 'slow' | 'offline' | 'disk-full' | 'damaged' | 'hangs';

/** A small project with the real `scripts/` and stand-ins for npm and for what npm would install. */
export interface MiniProject {
  readonly root: string;
  readonly cache: string;
  /** Runs `node scripts/<command>.mjs` and waits for its end. */
  run(command: string, options?: RunOptions): Promise<Finished>;
  start(command: string, options?: RunOptions): Started;
  /** One line for every call of npm and of the build, in order, e.g. `npm ci`. */
  calls(): readonly string[];
}

interface RunOptions {
  readonly args?: readonly string[];
  readonly npm?: NpmMode;
  readonly env?: Readonly<Record<string, string>>;
}

interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Milliseconds from start to end. */
  readonly took: number;
}

interface Started {
  readonly child: ChildProcess;
  /** Ends the command and everything it has started, at once (as a closed laptop with an empty battery does). */
  readonly killAll: () => void;
  readonly finished: Promise<Finished>;
}

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true, maxRetries: 3 })));

/**
 * A real, fresh folder, removed after the tests of this file. Its name is free of symbolic links, so that it equals
 * what child processes report.
 */
export function freshFolder(name: string): string {
  const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), `galley-${name}-`)));
  folders.push(folder);
  return folder;
}

export function write(file: string, content: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}

export function writeProgram(file: string, content: string): void {
  write(file, content);
  chmodSync(file, 0o755);
}

export function makeMiniProject(): MiniProject {
  const root = freshFolder('project');
  const outside = freshFolder('outside');
  const cache = path.join(outside, 'cache');
  const log = path.join(outside, 'calls.log');
  const npm = path.join(outside, 'npm-cli.mjs');
  cpSync(SCRIPTS, path.join(root, 'scripts'), { recursive: true });
  write(path.join(root, 'package.json'), '{ "name": "mini", "version": "1.0.0", "private": true }\n');
  write(path.join(root, 'core/a.ts'), 'export const a = 1;\n');
  write(path.join(root, 'package-lock.json'), lockfile());
  writeProgram(npm, NPM_STAND_IN);

  const environment = ({ npm: mode = 'works', env = {} }: RunOptions) => ({
    PATH: process.env['PATH'],
    HOME: outside,
    GALLEY_CACHE: cache,
    npm_execpath: npm,
    NPM_MODE: mode,
    CALLS: log,
    ...env,
  });
  const start = (command: string, options: RunOptions = {}): Started => {
    const began = performance.now();
    const child = spawn(
      process.execPath,
      [path.join(root, `scripts/${command}.mjs`), ...(options.args ?? [])],
      {
        cwd: root,
        env: environment(options),
        detached: true,
      },
    );
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    const finished = new Promise<Finished>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => resolve({ code, stdout, stderr, took: performance.now() - began }));
    });
    const killAll = () => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    };
    return { child, killAll, finished };
  };
  return {
    root,
    cache,
    start,
    run: (command, options) => start(command, options).finished,
    calls: () => (existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []),
  };
}

/** Two packages, one of them for another platform only. */
function lockfile(): string {
  const packages = {
    '': { name: 'mini' },
    'node_modules/vite': { version: '8.0.0' },
    'node_modules/vitest': { version: '4.0.0' },
    'node_modules/@playwright/test': { version: '1.0.0' },
    'node_modules/other-platform': { version: '1.0.0', optional: true },
  };
  return `${JSON.stringify({ lockfileVersion: 3, packages }, null, 2)}\n`;
}

const VITE = `import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
const OUTPUTS = { production: ['renderer/index.html', 'renderer/preview.html'], main: ['main/main.js'], preload: ['preload/preload.cjs'], cli: ['cli/galley.js'] };
export async function build({ mode }) {
  appendFileSync(process.env.CALLS, 'build ' + mode + '\\n');
  console.log('a remark of the build tool');
  if (process.env.BUILD_FAILS) throw new Error('core/a.ts:1 is not a program');
  for (const name of OUTPUTS[mode]) {
    const file = path.join('out', name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, 'console.log(JSON.stringify({ cwd: process.cwd(), args: process.argv.slice(2) })); process.exitCode = 3;');
  }
}
`;

const VITEST = `import { writeFileSync } from 'node:fs';
const report = process.argv.find((argument) => argument.startsWith('--outputFile.json=')).split('=')[1];
if (process.env.UNIT_REPORT) writeFileSync(report, process.env.UNIT_REPORT);
process.exitCode = Number(process.env.UNIT_CODE ?? 0);
`;

const PLAYWRIGHT = `const { writeFileSync } = require('node:fs');
if (process.env.JOURNEY_REPORT) writeFileSync(process.env.PLAYWRIGHT_JSON_OUTPUT_FILE, process.env.JOURNEY_REPORT);
process.exitCode = Number(process.env.JOURNEY_CODE ?? 0);
`;

/** Fills node_modules as `npm ci` does (its own record last), or fails as npm fails. */
const NPM_STAND_IN = `import { appendFileSync, copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
const mode = process.env.NPM_MODE;
const command = process.argv[2];
appendFileSync(process.env.CALLS, 'npm ' + command + '\\n');
const put = (file, content) => { mkdirSync(path.dirname(file), { recursive: true }); writeFileSync(file, content); };
const fail = (text) => { console.error(text); process.exit(1); };
if (command === 'ci') {
  rmSync('node_modules', { recursive: true, force: true });
  put('node_modules/vite/package.json', '{ "name": "vite", "version": "8.0.0", "type": "module", "main": "index.js" }');
  if (mode === 'hangs') { appendFileSync(process.env.CALLS, 'npm hangs\\n'); await sleep(Number(process.env.HANG_MS ?? 60000)); }
}
if (mode === 'offline') fail('npm error code ECONNREFUSED\\nnpm error request to the registry failed, reason: connect ECONNREFUSED 127.0.0.1:9');
if (mode === 'disk-full') fail('npm error code ENOSPC\\nnpm error ENOSPC: no space left on device, write');
if (mode === 'damaged') fail('npm error code EINTEGRITY\\nnpm error sha512-abc integrity checksum failed');
if (mode === 'slow') await sleep(1500);
if (command === 'ci') {
  put('node_modules/vite/index.js', ${JSON.stringify(VITE)});
  put('node_modules/vitest/package.json', '{ "name": "vitest", "version": "4.0.0" }');
  put('node_modules/vitest/vitest.mjs', ${JSON.stringify(VITEST)});
  put('node_modules/@playwright/test/package.json', '{ "name": "@playwright/test", "version": "1.0.0" }');
  put('node_modules/@playwright/test/cli.js', ${JSON.stringify(PLAYWRIGHT)});
  put('node_modules/.package-lock.json', JSON.stringify({ packages: { 'node_modules/vite': { version: '8.0.0' }, 'node_modules/vitest': { version: '4.0.0' }, 'node_modules/@playwright/test': { version: '1.0.0' } } }));
}
if (command === 'pack') {
  const folder = process.argv.find((argument) => argument.startsWith('--pack-destination=')).split('=')[1];
  copyFileSync(process.env.PACKED, path.join(folder, 'packed.tgz'));
}
`;
