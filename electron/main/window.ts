import path from 'node:path';
import { BrowserWindow, nativeTheme, screen } from 'electron';
import { appOrigin, windowPath } from '../../core/ipc/media-url.ts';
import { createCrashGuard } from './crash-guard.ts';
import type { Log } from './log.ts';
import type { Settings } from './settings.ts';
import { paperColour } from './theme.ts';
import { minimumSize, placeWindow } from './window-bounds.ts';
import type { Bounds } from './window-bounds.ts';

const showAnywayMs = 5000;
const crashLimit = { times: 3, spanMs: 60_000 } as const;

/** What the window needs. */
export interface WindowOptions {
  /** Absolute path of the built preload script. */
  readonly preload: string;
  readonly settings: Settings;
  readonly log: Log;
  readonly development: boolean;
  /** The page is gone or loaded anew: nobody listens in it yet. */
  readonly onSilence: () => void;
  /** Asked after too many crashes; `true` loads the window again. */
  readonly confirmReload: () => Promise<boolean>;
  readonly quit: () => void;
}

/** Opens the window where it last stood and loads the app into it. It shows itself when it is drawn. */
export function openWindow(options: WindowOptions): BrowserWindow {
  const { settings, log } = options;
  const place = settings.state().window;
  const window = new BrowserWindow({
    ...placeWindow(place?.bounds, workAreas()),
    minWidth: minimumSize.width,
    minHeight: minimumSize.height,
    title: 'Galley',
    show: false,
    backgroundColor: paperColour(nativeTheme),
    webPreferences: {
      preload: path.resolve(options.preload),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      navigateOnDragDrop: false,
      // True would make Chromium look for dictionaries on the network.
      spellcheck: false,
      devTools: options.development,
    },
  });
  showWhenDrawn(window, place?.maximised === true);
  rememberPlace(window, settings);
  watchProcess(window, options);
  // The title names the post; the page's own <title> must not replace it.
  window.on('page-title-updated', (event) => event.preventDefault());
  load(window, log);
  return window;
}

function load(window: BrowserWindow, log: Log): void {
  window
    .loadURL(appOrigin + windowPath)
    .catch((error: unknown) => log.error('The window could not be loaded', error));
}

function workAreas(): [Bounds, ...Bounds[]] {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter((display) => display.id !== primary.id);
  return [primary.workArea, ...others.map((display) => display.workArea)];
}

function showWhenDrawn(window: BrowserWindow, maximised: boolean): void {
  const show = (): void => {
    clearTimeout(timer);
    if (window.isDestroyed() || window.isVisible()) return;
    if (maximised) window.maximize();
    window.show();
  };
  // A page that cannot be drawn must not leave a process without a window.
  const timer = setTimeout(show, showAnywayMs);
  window.once('ready-to-show', show);
  window.once('closed', () => clearTimeout(timer));
}

function rememberPlace(window: BrowserWindow, settings: Settings): void {
  const remember = (): void => {
    if (window.isDestroyed() || window.isMinimized() || window.isFullScreen() || !window.isVisible()) return;
    const { x, y, width, height } = window.getNormalBounds();
    const place = { bounds: { x, y, width, height }, maximised: window.isMaximized() };
    settings.change((state) => ({ ...state, window: place }));
  };
  window.on('resize', remember);
  window.on('move', remember);
  window.on('maximize', remember);
  window.on('unmaximize', remember);
}

function watchProcess(window: BrowserWindow, options: WindowOptions): void {
  const { log, onSilence } = options;
  const onCrash = createCrashGuard(crashLimit.times, crashLimit.spanMs, Date.now);
  // Only what was committed counts: a navigation that was denied leaves the page as it is.
  window.webContents.on('did-navigate', onSilence);
  window.webContents.on('render-process-gone', (_event, details) => {
    onSilence();
    if (details.reason === 'clean-exit' || window.isDestroyed()) return;
    log.error(`The window's process ended (${details.reason}, exit code ${details.exitCode})`);
    if (onCrash() === 'reload') {
      // Not within the event: Chromium is still taking the dead process down.
      setImmediate(() => reload(window, log));
      return;
    }
    options.confirmReload().then(
      (again) => (again ? reload(window, log) : options.quit()),
      (error: unknown) => log.error('Asking about a reload failed', error),
    );
  });
  window.webContents.on('preload-error', (_event, _path, error) =>
    log.error('The preload script failed', error),
  );
  window.on('unresponsive', () => log.warn('The window does not respond'));
  window.on('responsive', () => log.info('The window responds again'));
}

function reload(window: BrowserWindow, log: Log): void {
  if (!window.isDestroyed()) load(window, log);
}
