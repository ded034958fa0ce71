import { test as base } from '@playwright/test';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { killApp, launchApp, newHome } from './app.ts';
import type { Home, LaunchOptions, RunningApp } from './app.ts';
import { openInBrowser } from './browser.ts';
import type { Browser } from './browser.ts';
import { copyLibrary, removeFolder, tempFolder } from './temp-folder.ts';
import { GalleyWindow } from './window.ts';

export { expect } from '@playwright/test';

/** A started app and the window it shows. */
export interface Visit {
  readonly app: RunningApp;
  readonly window: GalleyWindow;
}

/** What a journey has to itself; everything is closed and removed when it ends. */
export interface Place {
  /** An empty folder. */
  readonly folder: string;
  readonly home: Home;
  /** Starts the app; a second start finds what the first left. */
  readonly start: (options?: LaunchOptions) => Promise<Visit>;
  /** Copies `assets/sample-library` or a library of `tests/fixtures/e2e`; answers its folder. */
  readonly library: (name: string) => string;
  /** Writes files of a new library, by their paths in it; answers its folder. */
  readonly newLibrary: (files: Readonly<Record<string, string>>) => string;
  readonly browse: (file: string) => Promise<Browser>;
}

/** A test with a place of its own. */
export const test = base.extend<{ place: Place }>({
  // eslint-disable-next-line no-empty-pattern -- the runner reads which fixtures are needed from this pattern
  place: async ({}, use) => {
    const folder = tempFolder();
    const running: Pick<RunningApp, 'child'>[] = [];
    const home = newHome(folder);
    await use({
      folder,
      home,
      start: async (options) => {
        const app = await launchApp(home, options);
        running.push(app);
        return { app, window: new GalleyWindow(app) };
      },
      library: (name) => copyLibrary(name, path.join(folder, name)),
      newLibrary: (files) => writeLibrary(path.join(folder, 'posts'), files),
      browse: async (file) => {
        const browser = await openInBrowser(file, path.join(folder, 'browser'));
        running.push(browser);
        return browser;
      },
    });
    // The journey is over: what the app would still ask or save does not matter.
    for (const program of running) await killApp(program);
    removeFolder(folder);
  },
});

function writeLibrary(root: string, files: Readonly<Record<string, string>>): string {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return root;
}
