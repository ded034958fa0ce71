import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { commandIds, commands } from '../../../core/ipc/commands.ts';
import type { CommandId } from '../../../core/ipc/commands.ts';
import { toPostId } from '../../../core/post/post-id.ts';
import { contextMenuTemplate } from '../../../electron/main/context-menu.ts';
import type { ContextMenuActions, ContextPlace } from '../../../electron/main/context-menu.ts';
import { menuTemplate } from '../../../electron/main/menu.ts';
import type { MenuOptions } from '../../../electron/main/menu.ts';

const platforms = ['linux', 'darwin', 'win32'] as const;

function template(options: Partial<MenuOptions> = {}): MenuItemConstructorOptions[] {
  return menuTemplate({
    platform: 'linux',
    development: false,
    settings: { theme: 'dark', viewMode: 'split' },
    recent: [],
    send: () => undefined,
    openRecent: () => undefined,
    ...options,
  });
}

function items(template: readonly MenuItemConstructorOptions[]): readonly MenuItemConstructorOptions[] {
  return template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? items(item.submenu) : [])]);
}

function press(item: MenuItemConstructorOptions | undefined): void {
  // Electron hands over the item, the window and the event; these items use none of them.
  (item?.click as (() => void) | undefined)?.();
}

describe.each(platforms)('the menu bar on %s', (platform) => {
  const all = items(template({ platform, development: true }));

  it('has every command once, under its label', () => {
    const ids = all.flatMap((item) => (item.id === undefined ? [] : [item.id]));
    expect([...ids].sort()).toEqual([...commandIds].sort());
    for (const command of commands) {
      expect(all.find((item) => item.id === command.id)?.label).toBe(command.label);
    }
  });

  it('gives no key twice', () => {
    const keys = all.flatMap((item) => (item.accelerator === undefined ? [] : [String(item.accelerator)]));
    expect(keys.length).toBeGreaterThan(20);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('leaves undo and redo to the window', () => {
    const roles = all.map((item) => item.role);
    expect(roles).not.toContain('undo');
    expect(roles).not.toContain('redo');
    expect(roles).not.toContain('editMenu');
  });

  it('has the standard items once each, but for the second key of zooming in', () => {
    const roles = all.flatMap((item) => (item.role === undefined ? [] : [item.role]));
    expect(roles).toEqual(
      expect.arrayContaining([
        'cut',
        'copy',
        'paste',
        'selectAll',
        'zoomOut',
        'togglefullscreen',
        'quit',
        'about',
      ]),
    );
    const twice = roles.filter((role, at) => roles.indexOf(role) !== at);
    expect(twice).toEqual(['zoomIn']);
  });

  it('never begins, ends or repeats a separator', () => {
    for (const { submenu } of all) {
      if (!Array.isArray(submenu)) continue;
      const kinds = submenu.map((item) => (item.type === 'separator' ? '-' : 'x')).join('');
      expect(kinds).toMatch(/^x+(-x+)*$/);
    }
  });
});

describe('the menu bar', () => {
  it('asks the window for a command', () => {
    const asked: CommandId[] = [];
    const all = items(template({ send: (command) => asked.push(command) }));
    for (const id of commandIds) press(all.find((item) => item.id === id));
    expect(asked).toEqual(commandIds);
  });

  it('marks the chosen theme and view', () => {
    const chosen = items(template()).filter((item) => item.checked === true);
    expect(chosen.map((item) => item.id)).toEqual(['view.split', 'view.theme-dark']);
  });

  it('lists the known libraries, or says that there is none', () => {
    const opened: string[] = [];
    const recent = [
      { path: '/home/w/R&D', label: '~/R&D' },
      { path: '/home/w/notes', label: '~/notes' },
    ];
    const list = items(template({ recent, openRecent: (path) => opened.push(path) }));
    const entries = list.find((item) => item.label === 'Open Recent')?.submenu;
    if (!Array.isArray(entries)) throw new Error('no submenu');
    expect(entries.map((entry) => entry.label)).toEqual(['~/R&&D', '~/notes']);
    press(entries[1]);
    expect(opened).toEqual(['/home/w/notes']);
    const none = items(template()).find((item) => item.label === 'Open Recent')?.submenu;
    expect(none).toEqual([{ label: 'No Recent Libraries', enabled: false }]);
  });

  it('offers the developer tools in development alone', () => {
    expect(items(template()).some((item) => item.role === 'toggleDevTools')).toBe(false);
    expect(items(template({ development: true })).some((item) => item.role === 'toggleDevTools')).toBe(true);
  });
});

describe('a context menu', () => {
  const id = toPostId('a/b.md');
  if (id === undefined) throw new Error('not an id');

  function menu(place: ContextPlace) {
    const done: unknown[] = [];
    const actions: ContextMenuActions = {
      send: (command, post) => done.push([command, post]),
      openPost: (post) => done.push(['open', post]),
      showPostInFolder: (post) => done.push(['show', post]),
      openLink: (url) => done.push(['link', url]),
      copyText: (text) => done.push(['copy', text]),
    };
    const entries = contextMenuTemplate(place, actions);
    const press = (label: string): void => {
      const entry = entries.find((candidate) => candidate.label === label);
      if (entry === undefined) throw new Error(`no ${label}`);
      (entry.click as () => void)();
    };
    return { entries, press, done };
  }

  it('of the editor cuts and copies only a selection, and formats', () => {
    const { entries, press, done } = menu({ place: 'editor', selection: false });
    expect(entries.find((entry) => entry.role === 'cut')?.enabled).toBe(false);
    expect(entries.find((entry) => entry.role === 'paste')?.enabled).toBeUndefined();
    press('Bold');
    expect(done).toEqual([['insert.bold', undefined]]);
  });

  it('of a link opens and copies it', () => {
    const { press, done } = menu({ place: 'preview', selection: false, link: 'https://example.com/a' });
    press('Open Link');
    press('Copy Link');
    expect(done).toEqual([
      ['link', 'https://example.com/a'],
      ['copy', 'https://example.com/a'],
    ]);
  });

  it.each(['javascript:alert(1)', 'file:///etc/passwd', '../other.md', undefined])(
    'of the link %s offers only to copy the selection',
    (link) => {
      const { entries } = menu({ place: 'preview', selection: true, link });
      expect(entries).toEqual([{ role: 'copy', enabled: true }]);
    },
  );

  it('of a post in the list acts on that post', () => {
    const { press, done } = menu({ place: 'post', id });
    for (const label of [
      'Open',
      'Rename Post…',
      'Duplicate Post',
      'Show in Folder',
      'Export as HTML…',
      'Move Post to Trash',
    ]) {
      press(label);
    }
    expect(done).toEqual([
      ['open', id],
      ['post.rename', id],
      ['post.duplicate', id],
      ['show', id],
      ['export.html', id],
      ['post.delete', id],
    ]);
  });

  it('of a field has no formatting', () => {
    const { entries } = menu({ place: 'field', selection: true });
    expect(entries.map((entry) => entry.role ?? entry.type)).toEqual([
      'cut',
      'copy',
      'paste',
      'separator',
      'selectAll',
    ]);
  });
});
