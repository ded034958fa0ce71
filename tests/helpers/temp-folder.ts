import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../..', import.meta.url));

/** A new folder of the test's own; its path has no symlinks in it. */
export function tempFolder(): string {
  return mkdtempSync(path.join(realpathSync(tmpdir()), 'galley-test-'));
}

/** Removes what `tempFolder` made, whatever is in it. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

/** A copy of `assets/sample-library`, or of one of the libraries in `tests/fixtures/e2e`, at `to`. */
export function copyLibrary(name: string, to: string): string {
  const from = name === 'sample' ? 'assets/sample-library' : `tests/fixtures/e2e/${name}`;
  cpSync(path.join(project, from), to, { recursive: true });
  return to;
}
