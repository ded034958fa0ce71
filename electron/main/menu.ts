import type { MenuItemConstructorOptions } from 'electron';
import { commands } from '../../core/ipc/commands.ts';
import type { CommandId, MenuName } from '../../core/ipc/commands.ts';
import type { AppSettings } from '../../core/ipc/types.ts';

/** What the menu bar shows and does. */
export interface MenuOptions {
  readonly platform: NodeJS.Platform;
  readonly development: boolean;
  readonly settings: Pick<AppSettings, 'theme' | 'viewMode'>;
  /** Libraries for Open Recent, newest first; `path` is absolute. */
  readonly recent: readonly { readonly path: string; readonly label: string }[];
  readonly send: (command: CommandId) => void;
  readonly openRecent: (path: string) => void;
}

const menus: readonly { readonly name: MenuName; readonly label: string }[] = [
  { name: 'file', label: '&File' },
  { name: 'edit', label: '&Edit' },
  { name: 'insert', label: '&Insert' },
  { name: 'view', label: '&View' },
  { name: 'help', label: '&Help' },
];

const separator: MenuItemConstructorOptions = { type: 'separator' };

/** The menu bar: every command of the app once, with the platform's standard items around them. */
export function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const isMac = options.platform === 'darwin';
  const bar = menus.map(({ name, label }): MenuItemConstructorOptions => {
    const submenu = joinGroups(menuGroups(name, options));
    return name === 'help' ? { role: 'help', label, submenu } : { label, submenu };
  });
  if (!isMac) return bar;
  return [macAppMenu(options), ...bar.slice(0, -1), { role: 'windowMenu' }, ...bar.slice(-1)];
}

/** The commands of a menu by group, the standard items among them. */
function menuGroups(
  name: MenuName,
  options: MenuOptions,
): readonly (readonly MenuItemConstructorOptions[])[] {
  const isMac = options.platform === 'darwin';
  const own = commandGroups(name, options);
  switch (name) {
    case 'file': {
      const [first = [], ...others] = own;
      const last: MenuItemConstructorOptions = isMac ? { role: 'close' } : { role: 'quit' };
      return [[...first, openRecentMenu(options)], ...others, [last]];
    }
    case 'edit': {
      const [undo = [], ...others] = own;
      return [undo, clipboardItems, ...others];
    }
    case 'insert':
      return own;
    case 'view':
      return [...own, zoomItems, fullScreen(options.development)];
    case 'help':
      return isMac ? own : [...own, [{ role: 'about', label: 'About Galley' }]];
  }
}

const clipboardItems: readonly MenuItemConstructorOptions[] = [
  { role: 'cut' },
  { role: 'copy' },
  { role: 'paste' },
  { role: 'pasteAndMatchStyle', label: 'Paste Without Formatting' },
  { role: 'selectAll' },
];

/** Without keys of their own these roles would take Ctrl+0, which makes a plain paragraph. */
const zoomItems: readonly MenuItemConstructorOptions[] = [
  { role: 'zoomIn', accelerator: 'CmdOrCtrl+Plus' },
  // The same key without Shift, as on most keyboards.
  { role: 'zoomIn', accelerator: 'CmdOrCtrl+=', visible: false, acceleratorWorksWhenHidden: true },
  { role: 'zoomOut', accelerator: 'CmdOrCtrl+-' },
  { role: 'resetZoom', accelerator: 'CmdOrCtrl+Alt+0' },
];

function fullScreen(development: boolean): MenuItemConstructorOptions[] {
  const item: MenuItemConstructorOptions = { role: 'togglefullscreen' };
  return development ? [item, { role: 'toggleDevTools' }] : [item];
}

function commandGroups(
  name: MenuName,
  options: MenuOptions,
): readonly (readonly MenuItemConstructorOptions[])[] {
  // On macOS the settings stand in the app's own menu.
  const own = commands.filter(
    (command) => command.menu === name && !(options.platform === 'darwin' && command.id === 'settings.show'),
  );
  const groups = [...new Set(own.map((command) => command.group))].sort((one, other) => one - other);
  return groups.map((group) =>
    own.filter((command) => command.group === group).map((command) => commandItem(command.id, options)),
  );
}

/** A menu item that asks the window for a command. */
function commandItem(id: CommandId, options: MenuOptions): MenuItemConstructorOptions {
  const command = commands.find((candidate) => candidate.id === id);
  if (command === undefined) throw new Error(`There is no command ${id}`);
  const checked = isChosen(id, options.settings);
  return {
    id,
    label: command.label,
    click: () => options.send(id),
    ...('keys' in command ? { accelerator: command.keys } : {}),
    ...(checked === undefined ? {} : { type: 'radio', checked }),
  };
}

/** Whether a command that chooses one of several is the chosen one; undefined for all others. */
function isChosen(id: CommandId, settings: MenuOptions['settings']): boolean | undefined {
  switch (id) {
    case 'view.theme-light':
      return settings.theme === 'light';
    case 'view.theme-dark':
      return settings.theme === 'dark';
    case 'view.theme-system':
      return settings.theme === 'system';
    case 'view.write':
      return settings.viewMode === 'write';
    case 'view.split':
      return settings.viewMode === 'split';
    case 'view.read':
      return settings.viewMode === 'read';
    default:
      return undefined;
  }
}

function openRecentMenu({ recent, openRecent }: MenuOptions): MenuItemConstructorOptions {
  const items = recent.map(({ path, label }) => ({
    // A single ampersand would underline the letter after it.
    label: label.replaceAll('&', '&&'),
    click: () => openRecent(path),
  }));
  const none = [{ label: 'No Recent Libraries', enabled: false }];
  return { label: 'Open Recent', submenu: items.length === 0 ? none : items };
}

function macAppMenu(options: MenuOptions): MenuItemConstructorOptions {
  const groups: readonly (readonly MenuItemConstructorOptions[])[] = [
    [{ role: 'about' }],
    [commandItem('settings.show', options)],
    [{ role: 'services' }],
    [{ role: 'hide' }, { role: 'hideOthers' }, { role: 'unhide' }],
    [{ role: 'quit' }],
  ];
  return { label: 'Galley', submenu: joinGroups(groups) };
}

function joinGroups(
  groups: readonly (readonly MenuItemConstructorOptions[])[],
): MenuItemConstructorOptions[] {
  return groups
    .filter((group) => group.length > 0)
    .flatMap((group, at) => (at === 0 ? [...group] : [separator, ...group]));
}
