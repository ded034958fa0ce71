import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../out/cli/galley.js', import.meta.url));
const powerless = fileURLToPath(new URL('./powerless.sh', import.meta.url));

/** How a run of the command line ended. */
export interface GalleyRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command line in a process of its own. As root, it runs without root's powers. */
export function runGalley(
  args: readonly string[],
  folder: string,
  env: NodeJS.ProcessEnv = {},
): Promise<GalleyRun> {
  const { command, args: line, env: base } = galleyCommand(args);
  return run(command, line, folder, { ...base, ...env });
}

/** What to run for the built command line, as `spawn` takes it. */
export function galleyCommand(args: readonly string[]): {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
} {
  if (!existsSync(program)) throw new Error('The command line is not built yet: npm run build');
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  return {
    command: isRoot ? powerless : process.execPath,
    args: [program, ...args],
    env: { ...process.env, GALLEY_PROGRAM: process.execPath },
  };
}

function run(
  command: string,
  args: readonly string[],
  folder: string,
  env: NodeJS.ProcessEnv,
): Promise<GalleyRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const heard = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => (heard[name] += text));
    }
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, ...heard }));
  });
}
