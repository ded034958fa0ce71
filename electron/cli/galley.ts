import { readFileSync } from 'node:fs';
import process from 'node:process';
import { runGalley } from './run.ts';
import { printable } from './world.ts';

/** The command line's entry: `out/cli/galley.js`. Everything that touches the process is here. */
async function main(): Promise<number> {
  return runGalley(process.argv.slice(2), {
    folder: process.cwd(),
    version: readVersion(),
    write: (text) =>
      new Promise((resolve, reject) => {
        process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
      }),
    complain: (line) => {
      process.stderr.write(`${line}\n`);
    },
  });
}

/** The project's manifest lies two folders above this file, before and after the build. */
function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const isRecord = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return isRecord && typeof manifest.version === 'string' ? manifest.version : 'unknown';
}

// Whoever reads our output may stop reading (`| head`): that is no error, and nothing is left to say.
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') process.stderr.write(`galley: ${printable(error.message)}\n`);
  process.exit(error.code === 'EPIPE' ? 0 : 1);
}

process.stdout.on('error', endQuietly);
process.stderr.on('error', () => process.exit(1));

try {
  process.exitCode = await main();
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`galley: Something went wrong that should not have: ${printable(message)}\n`);
  process.exitCode = 1;
}
