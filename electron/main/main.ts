import path from 'node:path';
import { app, dialog, ipcMain, nativeTheme, powerMonitor, protocol, shell } from 'electron';
import { openLibrary } from '../library/open-library.ts';
import { exportInWorker } from '../publish/export-client.ts';
import { installMenu, showContextMenu } from './app-menu.ts';
import type { AppMenuOptions } from './app-menu.ts';
import { createDialogs } from './dialogs.ts';
import type { Dialogs } from './dialogs.ts';
import { createEvents } from './events.ts';
import type { Events } from './events.ts';
import { makeFirstLibrary } from './first-library.ts';
import { createFlusher } from './flush.ts';
import type { Flusher } from './flush.ts';
import { appHandlers } from './handlers/app-handlers.ts';
import { conflictHandlers } from './handlers/conflict-handlers.ts';
import { exportHandlers } from './handlers/export-handlers.ts';
import { journalHandlers } from './handlers/journal-handlers.ts';
import { libraryHandlers } from './handlers/library-handlers.ts';
import { postHandlers } from './handlers/post-handlers.ts';
import { settingsHandlers } from './handlers/settings-handlers.ts';
import { trashHandlers } from './handlers/trash-handlers.ts';
import type { Handlers } from './ipc-types.ts';
import { answerCalls } from './ipc.ts';
import { createOpener } from './library-opener.ts';
import { Lifecycle } from './lifecycle.ts';
import { openLink } from './links.ts';
import type { Log } from './log.ts';
import { prepareApp } from './prepare.ts';
import type { PreparedApp } from './prepare.ts';
import { serveApp } from './protocol.ts';
import { represent } from './represent.ts';
import { showFolder } from './reveal.ts';
import { LibrarySession } from './session.ts';
import { createSettings } from './settings.ts';
import type { Settings } from './settings.ts';
import { setAsideBadSettings } from './settings-file.ts';
import { openStateStore, settingsName } from './state-store.ts';
import { createTextAtRisk } from './text-at-risk.ts';
import type { TextAtRisk } from './text-at-risk.ts';
import { followTheme } from './theme.ts';
import { createTokens } from './tokens.ts';
import type { Tokens } from './tokens.ts';
import { openWindow } from './window.ts';

const flushDeadlineMs = 5000;

/** The built app's folder: this file is built to `out/main/main.js`. */
const out = path.join(import.meta.dirname, '..');

/** The parts of the running app, made once. */
interface Parts {
  readonly log: Log;
  readonly settings: Settings;
  readonly tokens: Tokens;
  readonly events: Events;
  readonly flusher: Flusher;
  readonly risk: TextAtRisk;
  readonly dialogs: Dialogs;
  readonly session: LibrarySession;
  readonly lifecycle: Lifecycle;
}

/** Puts the app together once Electron is ready. */
function runApp(prepared: PreparedApp): void {
  const { log, development, targets } = prepared;
  const parts = makeParts(prepared);
  const { settings, session, lifecycle } = parts;
  const window = () => lifecycle.window();
  const menu: AppMenuOptions = {
    platform: process.platform,
    development,
    home: app.getPath('home'),
    settings,
    session,
    events: parts.events,
    window,
    showLog: () => shell.showItemInFolder(log.file),
    openLink: (url) => void openLink(shell, url),
    revealFile: (file) => shell.showItemInFolder(file),
  };
  followTheme(nativeTheme, settings, window);
  serveApp(protocol, { folder: path.join(out, 'renderer'), library: () => session.current(), log });
  answerCalls(ipcMain, makeHandlers(parts, menu), window, log);
  installMenu(menu);
  const early = targets.take((later) => {
    lifecycle.showWindow();
    for (const target of later) void session.show(target);
  });
  session.start(early).catch((error: unknown) => log.error('No library could be opened', error));
  lifecycle.begin();
}

function makeParts({ log, development }: PreparedApp): Parts {
  const settings = openSettings(log);
  const tokens = createTokens();
  const events = createEvents(() => lifecycle.window()?.webContents);
  const flusher = createFlusher(events, flushDeadlineMs);
  const risk = createTextAtRisk();
  const dialogs = createDialogs(dialog, () => lifecycle.window());
  const session = new LibrarySession({
    opener: createOpener({
      openLibrary,
      tokens,
      home: app.getPath('home'),
      dataFolder: app.getPath('userData'),
      trashToSystem: (file) => shell.trashItem(file),
    }),
    settings,
    events,
    flusher,
    risk,
    log,
    makeFirstLibrary: () => makeFirstLibrary(documentsFolder(), log),
  });
  const createWindow = () =>
    openWindow({
      preload: path.join(out, 'preload/preload.cjs'),
      settings,
      log,
      development,
      onSilence: () => {
        events.silence();
        flusher.forget();
      },
      confirmReload: () => dialogs.confirmReload(),
      quit: () => app.quit(),
    });
  const platform = process.platform;
  const world = { app, powerMonitor, platform, dialogs, log, createWindow };
  const lifecycle: Lifecycle = new Lifecycle({ ...world, session, settings, events, flusher, risk });
  return { log, settings, tokens, events, flusher, risk, dialogs, session, lifecycle };
}

function makeHandlers(parts: Parts, menu: AppMenuOptions): Handlers {
  const { session, risk, lifecycle } = parts;
  const home = app.getPath('home');
  const documents = documentsFolder();
  const revealFile = (file: string): void => shell.showItemInFolder(file);
  return {
    ...appHandlers({
      ...parts,
      version: app.getVersion(),
      represent: (title, edited) => represent(lifecycle.window(), title, edited),
      openLink: (url) => openLink(shell, url),
      showLog: () => menu.showLog(),
      showContextMenu: (place) => showContextMenu(menu, place),
    }),
    ...settingsHandlers(parts.settings),
    ...libraryHandlers({ ...parts, home, showFolder: (folder) => showFolder(shell, folder) }),
    ...postHandlers({ ...parts, home, revealFile }),
    ...trashHandlers(session),
    ...journalHandlers(session, risk),
    ...conflictHandlers(session, risk),
    ...exportHandlers({ ...parts, home, documents, exportPage: exportInWorker, revealFile }),
  };
}

/** The system's folder for documents; the home folder where the system names none. */
function documentsFolder(): string {
  try {
    return app.getPath('documents');
  } catch {
    return app.getPath('home');
  }
}

function openSettings(log: Log): Settings {
  const file = path.join(app.getPath('userData'), `${settingsName}.json`);
  const notice = setAsideBadSettings(file, Date.now().toString(36));
  if (notice !== undefined) log.warn('The settings file was bad');
  return createSettings(openStateStore(), notice, (message, error) => log.warn(message, error));
}

const prepared = prepareApp(process.argv, process.cwd());
if (prepared === undefined) {
  // Another Galley runs with the same data; it was told what to open.
  app.exit(0);
} else {
  app
    .whenReady()
    .then(() => runApp(prepared))
    .catch((error: unknown) => {
      prepared.log.error('Galley could not start', error);
      app.exit(1);
    });
}
