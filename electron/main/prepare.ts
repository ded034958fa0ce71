import path from 'node:path';
import { app, protocol } from 'electron';
import { hardenApp } from './hardening.ts';
import { createLog } from './log.ts';
import type { Log } from './log.ts';
import { filesOfArguments } from './open-target.ts';
import { registerAppScheme } from './protocol.ts';

/** What is known before the app is ready. */
export interface PreparedApp {
  readonly log: Log;
  readonly development: boolean;
  /** Absolute paths of the files to open, as they come: now from the command line, later from the system. */
  readonly files: FileInbox;
}

/** Files that the system asks Galley to open; those that come early wait. */
export interface FileInbox {
  /** Answers what came so far; whatever comes from now on goes to `open`, with the wish to be seen. */
  readonly take: (open: (files: readonly string[]) => void) => readonly string[];
}

/** All that must be done before the app is ready. Undefined when another Galley runs with the same data. */
export function prepareApp(args: readonly string[], folder: string): PreparedApp | undefined {
  app.setName('Galley');
  app.enableSandbox();
  // The runtime's own switch for another data folder goes first; tests use it.
  if (!app.commandLine.hasSwitch('user-data-dir')) {
    app.setPath('userData', path.join(app.getPath('appData'), 'Galley'));
  }
  const early = filesOfArguments(args.slice(1), folder);
  if (!app.requestSingleInstanceLock({ files: early })) return undefined;
  const development = !app.isPackaged;
  const log = createLog(app.getPath('logs'), () => new Date());
  log.info(`Galley ${app.getVersion()} starts on Electron ${process.versions.electron}, ${process.platform}`);
  process.on('uncaughtException', (error) => log.error('A fault that nobody caught', error));
  process.on('unhandledRejection', (reason) => log.error('A promise that nobody answered for', reason));
  app.on('child-process-gone', (_event, details) => {
    if (details.reason !== 'clean-exit')
      log.warn(`A helper process ended (${details.type}, ${details.reason})`);
  });
  hardenApp(app, development, log);
  registerAppScheme(protocol);
  return { log, development, files: collectFiles(early) };
}

function collectFiles(early: readonly string[]): FileInbox {
  let waiting = early;
  let deliver = (files: readonly string[]): void => {
    waiting = [...waiting, ...files];
  };
  app.on('open-file', (event, file) => {
    event.preventDefault();
    deliver([file]);
  });
  app.on('second-instance', (_event, _args, _folder, data) => deliver(filesOfData(data)));
  return {
    take: (open) => {
      deliver = open;
      return waiting;
    },
  };
}

/** What a second Galley handed over; another version of it may have sent anything. */
function filesOfData(data: unknown): readonly string[] {
  if (typeof data !== 'object' || data === null || !('files' in data) || !Array.isArray(data.files))
    return [];
  const files: readonly unknown[] = data.files;
  return files.filter((file) => typeof file === 'string' && path.isAbsolute(file)) as readonly string[];
}
