import path from 'node:path';
import { Menu, clipboard } from 'electron';
import type { BrowserWindow } from 'electron';
import type { CommandId } from '../../core/ipc/commands.ts';
import type { PostId } from '../../core/post/types.ts';
import { contextMenuTemplate } from './context-menu.ts';
import type { ContextPlace } from './context-menu.ts';
import { displayPath } from './display-path.ts';
import type { Events } from './events.ts';
import { menuTemplate } from './menu.ts';
import type { LibrarySession } from './session.ts';
import type { Settings } from './settings.ts';

/** What the menus do. */
export interface AppMenuOptions {
  readonly platform: NodeJS.Platform;
  readonly development: boolean;
  readonly home: string;
  readonly settings: Settings;
  readonly session: LibrarySession;
  readonly events: Events;
  readonly window: () => BrowserWindow | undefined;
  readonly showLog: () => void;
  readonly openLink: (url: string) => void;
  readonly revealFile: (file: string) => void;
}

/** Sets the menu bar and keeps it true to the settings and the known libraries. */
export function installMenu(options: AppMenuOptions): void {
  const { settings, session } = options;
  const build = (): void => {
    const { settings: chosen, libraries } = settings.state();
    const recent = libraries.map((known) => ({
      path: known.path,
      label: displayPath(known.path, options.home),
    }));
    const template = menuTemplate({
      platform: options.platform,
      development: options.development,
      settings: chosen,
      recent,
      send: (command) => sendCommand(options, command),
      openRecent: (folder) => void session.show(folder),
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  };
  build();
  settings.subscribe((state, before) => {
    const same =
      state.settings.theme === before.settings.theme &&
      state.settings.viewMode === before.settings.viewMode &&
      isSameList(state.libraries, before.libraries);
    if (!same) build();
  });
}

/** Shows the context menu for a place of the window at the pointer. */
export function showContextMenu(options: AppMenuOptions, place: ContextPlace): void {
  const { session } = options;
  const template = contextMenuTemplate(place, {
    send: (command, id) => sendCommand(options, command, id),
    openPost: (id) => session.showPost(id),
    showPostInFolder: (id) => {
      const root = session.current()?.root;
      if (root !== undefined) options.revealFile(path.join(root, ...id.split('/')));
    },
    openLink: (url) => options.openLink(url),
    // Electron 45 answers with a promise, 33 with nothing.
    copyText: (text) => void clipboard.writeText(text),
  });
  const window = options.window();
  Menu.buildFromTemplate(template).popup(window === undefined ? {} : { window });
}

/** The log is shown without the window's help, which may be what is wrong. */
function sendCommand(options: AppMenuOptions, command: CommandId, id?: PostId): void {
  if (command === 'help.log') options.showLog();
  else options.events.send('app.command', { command, id });
}

function isSameList(
  one: readonly { readonly path: string }[],
  other: readonly { readonly path: string }[],
): boolean {
  return one.length === other.length && one.every((known, at) => known.path === other[at]?.path);
}
