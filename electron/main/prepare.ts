import { statSync } from 'node:fs';
import path from 'node:path';
import { app, protocol } from 'electron';
import { hardenApp } from './hardening.ts';
import { createLog } from './log.ts';
import type { Log } from './log.ts';
import { targetsOfArguments } from './open-target.ts';
import { registerAppScheme } from './protocol.ts';

/** What is known before the app is ready. */
export interface PreparedApp {
  readonly log: Log;
  readonly development: boolean;
  /** Absolute paths to open, as they come: now from the command line, later from the system. */
  readonly targets: TargetInbox;
}

/** Files and folders that the system asks Galley to open; those that come early wait. */
interface TargetInbox {
  /** Answers what came so far; whatever comes from now on goes to `open`, if only as the wish to be seen. */
  readonly take: (open: (targets: readonly string[]) => void) => readonly string[];
}

/** All that must be done before the app is ready. Undefined when another Galley runs with the same data. */
export function prepareApp(args: readonly string[], folder: string): PreparedApp | undefined {
  app.setName('Galley');
  // Enforcing the sandbox undoes `--no-sandbox`, without which Chromium does not run as root.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  // The runtime's own switch for another data folder goes first; tests use it.
  if (!app.commandLine.hasSwitch('user-data-dir')) {
    app.setPath('userData', path.join(app.getPath('appData'), 'Galley'));
  }
  // In development the runtime is told which app to run; that folder is no library.
  const early = targetsOfArguments(args.slice(1), folder, isFolder).filter(
    (target) => target !== path.resolve(app.getAppPath()),
  );
  if (!app.requestSingleInstanceLock({ targets: early })) return undefined;
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
  return { log, development, targets: collectTargets(early) };
}

function collectTargets(early: readonly string[]): TargetInbox {
  let waiting = early;
  let deliver = (targets: readonly string[]): void => {
    waiting = [...waiting, ...targets];
  };
  app.on('open-file', (event, file) => {
    event.preventDefault();
    deliver([file]);
  });
  app.on('second-instance', (_event, _args, _folder, data) => deliver(targetsOfData(data)));
  return {
    take: (open) => {
      deliver = open;
      return waiting;
    },
  };
}

/** What a second Galley handed over; another version of it may have sent anything. */
function targetsOfData(data: unknown): readonly string[] {
  if (typeof data !== 'object' || data === null || !('targets' in data)) return [];
  const targets: readonly unknown[] = Array.isArray(data.targets) ? data.targets : [];
  return targets.filter((target) => typeof target === 'string').filter((target) => path.isAbsolute(target));
}

function isFolder(target: string): boolean {
  try {
    return statSync(target).isDirectory();
  } catch {
    return false;
  }
}
