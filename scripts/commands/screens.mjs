import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { PROJECT_ROOT } from '../lib/folders.mjs';
import { launchOptions } from '../lib/launch-options.mjs';
import { prepare } from '../lib/prepare.mjs';

/** Every picture: where it goes, the size of the window, the theme. `docs/` pictures are part of the project. */
const pictures = [
  { file: 'docs/images/galley.png', width: 1440, height: 900, theme: 'light' },
  { file: 'docs/images/galley-dark.png', width: 1440, height: 900, theme: 'dark' },
  { file: 'out/screens/760-light.png', width: 760, height: 900, theme: 'light' },
  { file: 'out/screens/760-dark.png', width: 760, height: 900, theme: 'dark' },
  { file: 'out/screens/1024-light.png', width: 1024, height: 768, theme: 'light' },
  { file: 'out/screens/1920-dark.png', width: 1920, height: 1080, theme: 'dark' },
];

/**
 * `npm run screens`: starts the app as a new user would, on the sample library, and takes its picture in both themes
 * and at several widths.
 * @param {NodeJS.Process} world
 * @returns {Promise<number>}
 */
export async function main({ stdout }) {
  const prepared = await prepare({ runtime: true, display: true, build: ['app'] });
  const home = mkdtempSync(path.join(tmpdir(), 'galley-screens-'));
  try {
    for (const picture of pictures) {
      await takePicture(picture, home, prepared.env);
      stdout.write(`${picture.file}\n`);
    }
    return 0;
  } finally {
    prepared.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

async function takePicture({ file, width, height, theme }, home, env) {
  const { _electron } = await import('playwright');
  mkdirSync(path.join(home, 'Documents'), { recursive: true });
  const launch = launchOptions([`--user-data-dir=${path.join(home, 'data')}`], env);
  const app = await _electron.launch({
    ...launch,
    env: { ...launch.env, HOME: home, XDG_CONFIG_HOME: path.join(home, '.config'), LANG: 'en_US.UTF-8' },
  });
  try {
    const page = await app.firstWindow();
    await page.locator('.cm-content').first().waitFor();
    await page.frameLocator('iframe').locator('h1').waitFor();
    await app.evaluate(
      ({ BrowserWindow, Menu }, wanted) => {
        BrowserWindow.getAllWindows()[0]?.setContentSize(wanted.width, wanted.height);
        Menu.getApplicationMenu()?.getMenuItemById(`view.theme-${wanted.theme}`)?.click();
      },
      { width, height, theme },
    );
    await page.waitForTimeout(500);
    const target = path.join(PROJECT_ROOT, file);
    mkdirSync(path.dirname(target), { recursive: true });
    await page.screenshot({ path: target });
  } finally {
    await app.close();
  }
}
