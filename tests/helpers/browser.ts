import { _electron } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';
import type { ChildProcess } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchOptions } from '../../scripts/lib/launch-options.mjs';

const program = fileURLToPath(new URL('../fixtures/e2e/browser', import.meta.url));

/** A plain browser with a file open in it. */
export interface Browser {
  readonly electron: ElectronApplication;
  readonly child: ChildProcess;
  readonly page: Page;
  /** Every URL that was asked for so far, except data: URLs. */
  readonly requests: () => Promise<readonly string[]>;
}

/** Opens a file from disk as a reader would; nothing of the app runs. `data`: a folder for the browser's own files. */
export async function openInBrowser(file: string, data: string): Promise<Browser> {
  const found = launchOptions([`--user-data-dir=${data}`, path.resolve(file)]);
  const electron = await _electron.launch({ ...found, args: [program, ...found.args.slice(1)] });
  const child = electron.process();
  const page = await electron.firstWindow();
  await page.waitForLoadState('load');
  const requests = async () =>
    (await electron.evaluate(() => (globalThis as unknown as { requests: string[] }).requests)).filter(
      (url) => !url.startsWith('data:'),
    );
  return { electron, child, page, requests };
}
