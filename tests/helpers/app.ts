import { _electron } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchOptions } from '../../scripts/lib/launch-options.mjs';

/** A home folder and a data folder that no other test has; both survive a restart of the app within the test. */
export interface Home {
  readonly home: string;
  readonly data: string;
}

export interface LaunchOptions {
  /** Paths handed to the app: a folder, a post. */
  readonly open?: readonly string[];
  /** For root only: a process without its powers, so that permissions of files mean something. */
  readonly powerless?: boolean;
  /** For root only: a process of another user, for whom Chromium's sandbox stays on. Needs a home that is theirs. */
  readonly asNobody?: boolean;
}

/** The app as a test sees it. */
export interface RunningApp {
  readonly electron: ElectronApplication;
  /** The app's own process; Playwright forgets it once the app has ended. */
  readonly child: ChildProcess;
  readonly page: Page;
}

/** Makes the folders of a person who never started the app before, below `folder`. */
export function newHome(folder: string): Home {
  const home = path.join(folder, 'home');
  const data = path.join(folder, 'data');
  mkdirSync(path.join(home, 'Documents'), { recursive: true });
  return { home, data };
}

const isRoot = process.platform === 'linux' && process.getuid?.() === 0;

/** Whether permissions can be made to mean something to the app (see `powerless`). */
export const permissionsCount = process.platform === 'linux' || process.getuid?.() !== 0;

/** Starts the app as it stands in `out/`, and waits until its window shows something. */
export async function launchApp({ home, data }: Home, options: LaunchOptions = {}): Promise<RunningApp> {
  const env = {
    HOME: home,
    USERPROFILE: home,
    XDG_CONFIG_HOME: path.join(home, '.config'),
    XDG_CACHE_HOME: path.join(home, '.cache'),
    XDG_DATA_HOME: path.join(home, '.local/share'),
    LANG: 'en_US.UTF-8',
  };
  // The runtime is looked for in the real home; the app gets the one of the test.
  const found = launchOptions([`--user-data-dir=${data}`, ...(options.open ?? [])], process.env);
  const launch = isRoot ? asAnother(found, options, home) : found;
  const electron = await _electron.launch({ ...launch, env: { ...launch.env, ...env } });
  const child = electron.process();
  const page = await electron.firstWindow();
  await page.getByRole('main').first().waitFor();
  return { electron, child, page };
}

type Found = ReturnType<typeof launchOptions>;

function asAnother(found: Found, { powerless, asNobody }: LaunchOptions, home: string): Found {
  const script = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
  if (powerless === true) {
    const env = { ...found.env, GALLEY_PROGRAM: found.executablePath };
    return { ...found, env, executablePath: script('./powerless.sh') };
  }
  return asNobody === true ? forNobody(found, script('./nobody.sh'), home) : found;
}

/** Root's folders are closed to others, so the app and its runtime are copied to where all may read. */
function forNobody(found: Found, executablePath: string, home: string): Found {
  const folder = path.dirname(home);
  const [project = '', ...args] = found.args;
  cpSync(path.join(project, 'out'), path.join(folder, 'app/out'), { recursive: true });
  cpSync(path.join(project, 'package.json'), path.join(folder, 'app/package.json'));
  cpSync(path.dirname(found.executablePath), path.join(folder, 'runtime'), { recursive: true });
  const { XAUTHORITY: key } = found.env;
  const ownKey = path.join(folder, 'xauthority');
  if (key !== undefined) cpSync(key, ownKey);
  execFileSync('chown', ['-R', '65534:65534', folder]);
  const program = path.join(folder, 'runtime', path.basename(found.executablePath));
  return {
    executablePath,
    args: [path.join(folder, 'app'), ...args.filter((arg) => arg !== '--no-sandbox')],
    env: {
      ...found.env,
      GALLEY_PROGRAM: program,
      ...(key === undefined ? {} : { XAUTHORITY: ownKey }),
    },
    cwd: folder,
    chromiumSandbox: true,
    colorScheme: null,
  };
}

/** Ends every process of the app at once, as a power cut would; does nothing when it has ended already. */
export async function killApp({ child }: Pick<RunningApp, 'child'>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  // Playwright starts programs as leaders of process groups, where there are such groups.
  process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
  await gone;
}

/** Ends the process that draws the window, and nothing else. */
export async function killWindowProcess({ electron }: RunningApp): Promise<void> {
  const pid = await electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
  );
  if (pid === undefined) throw new Error('There is no window.');
  process.kill(pid, 'SIGKILL');
}

/** Makes the next save dialogs answer with this path, without showing one. */
export async function answerSaveDialog({ electron }: RunningApp, filePath: string): Promise<void> {
  await electron.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
  }, filePath);
}

/** Makes the next open dialogs answer with this path, without showing one. */
export async function answerOpenDialog({ electron }: RunningApp, filePath: string): Promise<void> {
  await electron.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, filePath);
}
