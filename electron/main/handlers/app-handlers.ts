import { ok } from '../../../core/base/result.ts';
import type { Result } from '../../../core/base/result.ts';
import type { CallArgs } from '../../../core/ipc/contract.ts';
import type { StartState } from '../../../core/ipc/types.ts';
import { settleWithin } from '../deadline.ts';
import type { Events } from '../events.ts';
import type { Flusher } from '../flush.ts';
import type { Handlers } from '../ipc-types.ts';
import type { Log } from '../log.ts';
import type { LibrarySession } from '../session.ts';
import type { Settings } from '../settings.ts';

/** A folder on a drive that sleeps must not keep the window empty; its library is shown when it is there. */
const startDeadlineMs = 5000;

/** What the calls of the app itself need. */
export interface AppHandlerOptions {
  readonly session: LibrarySession;
  readonly settings: Settings;
  readonly events: Events;
  readonly flusher: Flusher;
  readonly log: Log;
  readonly version: string;
  readonly represent: (title: string, edited: boolean) => void;
  readonly openLink: (url: string) => Promise<Result<void>>;
  readonly showLog: () => void;
  readonly showContextMenu: (place: CallArgs<'app.context-menu'>) => void;
}

/** Answers `app.*`. */
export function appHandlers(
  options: AppHandlerOptions,
): Pick<Handlers, Extract<keyof Handlers, `app.${string}`>> {
  const { session, settings, events, flusher, log } = options;
  return {
    'app.start': async () => {
      if (!(await settleWithin(session.settled(), startDeadlineMs))) {
        log.warn('The library takes long to open');
        void session.settled().then(() => session.present());
      }
      // What happens from here on is sent after this answer, when the window can place it.
      events.prepare();
      setTimeout(() => events.listen(), 0);
      const state: StartState = {
        settings: settings.state().settings,
        settingsNotice: settings.notice,
        library: session.current()?.view(),
        post: session.post(),
        platform: platform(),
        appVersion: options.version,
      };
      return ok(state);
    },
    'app.flushed': () => {
      flusher.flushed();
      return Promise.resolve(ok(undefined));
    },
    'app.represent': ({ title, edited }) => {
      options.represent(title, edited);
      return Promise.resolve(ok(undefined));
    },
    'app.report': ({ message, detail }) => {
      log.error('The window reported a fault', windowError(message, detail));
      return Promise.resolve(ok(undefined));
    },
    'app.show-log': () => {
      options.showLog();
      return Promise.resolve(ok(undefined));
    },
    'app.open-link': ({ url }) => options.openLink(url),
    'app.context-menu': (place) => {
      options.showContextMenu(place);
      return Promise.resolve(ok(undefined));
    },
  };
}

/** A fault of the window as an error, so that the log treats its words with the same care. */
function windowError(message: string, detail: string | undefined): Error {
  const error = new Error(message);
  error.name = 'WindowError';
  error.stack = detail;
  return error;
}

function platform(): StartState['platform'] {
  return process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux';
}
