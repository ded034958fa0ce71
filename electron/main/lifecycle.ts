import type { App, BrowserWindow, PowerMonitor } from 'electron';
import type { FlushReason } from '../../core/ipc/types.ts';
import type { Dialogs } from './dialogs.ts';
import type { Events } from './events.ts';
import type { Flusher } from './flush.ts';
import type { Log } from './log.ts';
import type { LibrarySession } from './session.ts';
import type { Settings } from './settings.ts';
import type { TextAtRisk } from './text-at-risk.ts';

/** What the life of the app needs. */
export interface LifecycleOptions {
  readonly app: App;
  readonly powerMonitor: PowerMonitor;
  readonly platform: NodeJS.Platform;
  readonly session: LibrarySession;
  readonly settings: Settings;
  readonly events: Events;
  readonly flusher: Flusher;
  readonly risk: TextAtRisk;
  readonly dialogs: Dialogs;
  readonly log: Log;
  readonly createWindow: () => BrowserWindow;
}

/**
 * Opens the window and sees to it that it never goes, and the app never ends, before the window handed over its text
 * (with a deadline: a silent window's text is in the journal).
 */
export class Lifecycle {
  readonly #options: LifecycleOptions;
  #window: BrowserWindow | undefined;
  #phase: 'running' | 'quitting' | 'done' = 'running';
  /** Whether somebody is there to answer a question; not when the system ends the app. */
  #interactive = true;

  constructor(options: LifecycleOptions) {
    this.#options = options;
  }

  window(): BrowserWindow | undefined {
    return this.#window;
  }

  /** Call once the app is ready. */
  begin(): void {
    const { app, platform } = this.#options;
    app.on('before-quit', (event) => this.#beforeQuit(event));
    app.on('window-all-closed', () => {
      if (platform !== 'darwin') app.quit();
    });
    app.on('activate', () => this.showWindow());
    this.#watchSystem();
    this.showWindow();
  }

  /** Brings the window to the front, a new one if it was closed. */
  showWindow(): void {
    if (this.#phase !== 'running') return;
    if (this.#window === undefined) this.#openWindow();
    else {
      if (this.#window.isMinimized()) this.#window.restore();
      this.#window.show();
      this.#window.focus();
    }
  }

  #openWindow(): void {
    const { flusher, events } = this.#options;
    const window = this.#options.createWindow();
    this.#window = window;
    let mayClose = false;
    window.on('close', (event) => {
      if (mayClose || this.#phase === 'done') return;
      event.preventDefault();
      this.#handOver('close').then(
        (go) => {
          mayClose = go;
          if (go && !window.isDestroyed()) window.close();
        },
        (error: unknown) => this.#options.log.error('Closing the window failed', error),
      );
    });
    window.on('closed', () => {
      this.#window = undefined;
      events.silence();
      flusher.forget();
    });
    window.on('blur', () => {
      if (this.#phase === 'running') void flusher.flush('blur');
    });
    // Windows ends the session without waiting for anybody.
    window.on('session-end', () => {
      void flusher.flush('quit');
      this.#options.settings.flush();
    });
  }

  #watchSystem(): void {
    const { app, powerMonitor, flusher } = this.#options;
    const end = (): void => {
      this.#interactive = false;
      app.quit();
    };
    powerMonitor.on('suspend', () => void flusher.flush('suspend'));
    powerMonitor.on('shutdown', (event?: { readonly preventDefault: () => void }) => {
      // The system waits for a moment then; the event is missing from Electron's types.
      event?.preventDefault();
      end();
    });
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, end);
  }

  #beforeQuit(event: { readonly preventDefault: () => void }): void {
    if (this.#phase === 'done') return;
    event.preventDefault();
    if (this.#phase === 'quitting') return;
    this.#phase = 'quitting';
    this.#finish().catch((error: unknown) => {
      this.#options.log.error('Quitting in order failed', error);
      this.#end();
    });
  }

  async #finish(): Promise<void> {
    if (!(await this.#handOver('quit'))) {
      this.#phase = 'running';
      return;
    }
    await this.#options.session.close();
    this.#end();
  }

  #end(): void {
    this.#options.settings.flush();
    this.#options.log.info('Galley ends');
    this.#phase = 'done';
    this.#options.app.quit();
  }

  /** Asks the window for its text; answers whether it may go. */
  async #handOver(reason: FlushReason): Promise<boolean> {
    const { flusher, risk, dialogs, log } = this.#options;
    const outcome = await flusher.flush(reason);
    if (outcome === 'late') log.warn('The window did not hand over its text in time');
    const posts = risk.posts();
    if (posts.length === 0 || !this.#interactive) return true;
    const go = await dialogs.confirmLoss(posts);
    if (go) risk.clear();
    return go;
  }
}
