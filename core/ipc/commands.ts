/** Where a command stands in the menu bar. */
export type MenuName = 'file' | 'edit' | 'insert' | 'view' | 'help';

/** Something the person can ask for by menu, key or palette. */
export interface CommandInfo {
  readonly id: string;
  /** As shown in menus and the palette. */
  readonly label: string;
  readonly menu: MenuName;
  /** Electron accelerator; `CmdOrCtrl` is Ctrl outside macOS. */
  readonly keys?: string;
  /** Menu items with the same group stand together; a separator divides groups. */
  readonly group: number;
}

/** Every command that main's menu sends and the window's registry answers. One list, no second one. */
export const commands = [
  { id: 'post.new', label: 'New Post', menu: 'file', keys: 'CmdOrCtrl+N', group: 1 },
  { id: 'library.open', label: 'Open Library…', menu: 'file', keys: 'CmdOrCtrl+O', group: 1 },
  { id: 'post.save', label: 'Save', menu: 'file', keys: 'CmdOrCtrl+S', group: 2 },
  { id: 'post.save-as', label: 'Save a Copy As…', menu: 'file', keys: 'CmdOrCtrl+Shift+S', group: 2 },
  { id: 'post.rename', label: 'Rename Post…', menu: 'file', keys: 'F2', group: 3 },
  { id: 'post.duplicate', label: 'Duplicate Post', menu: 'file', group: 3 },
  { id: 'post.delete', label: 'Move Post to Trash', menu: 'file', group: 3 },
  { id: 'trash.show', label: 'Show Trash', menu: 'file', group: 3 },
  { id: 'export.html', label: 'Export as HTML…', menu: 'file', keys: 'CmdOrCtrl+E', group: 4 },
  { id: 'settings.show', label: 'Settings…', menu: 'file', keys: 'CmdOrCtrl+,', group: 5 },
  { id: 'edit.undo', label: 'Undo', menu: 'edit', keys: 'CmdOrCtrl+Z', group: 1 },
  { id: 'edit.redo', label: 'Redo', menu: 'edit', keys: 'CmdOrCtrl+Shift+Z', group: 1 },
  { id: 'edit.find', label: 'Find in Post', menu: 'edit', keys: 'CmdOrCtrl+F', group: 3 },
  { id: 'library.search', label: 'Search Posts', menu: 'edit', keys: 'CmdOrCtrl+Shift+F', group: 3 },
  { id: 'insert.bold', label: 'Bold', menu: 'insert', keys: 'CmdOrCtrl+B', group: 1 },
  { id: 'insert.italic', label: 'Italic', menu: 'insert', keys: 'CmdOrCtrl+I', group: 1 },
  { id: 'insert.link', label: 'Link', menu: 'insert', keys: 'CmdOrCtrl+K', group: 1 },
  { id: 'insert.heading-1', label: 'Heading 1', menu: 'insert', keys: 'CmdOrCtrl+1', group: 2 },
  { id: 'insert.heading-2', label: 'Heading 2', menu: 'insert', keys: 'CmdOrCtrl+2', group: 2 },
  { id: 'insert.heading-3', label: 'Heading 3', menu: 'insert', keys: 'CmdOrCtrl+3', group: 2 },
  { id: 'insert.paragraph', label: 'Plain Paragraph', menu: 'insert', keys: 'CmdOrCtrl+0', group: 2 },
  { id: 'view.palette', label: 'Go to Post or Command…', menu: 'view', keys: 'CmdOrCtrl+P', group: 1 },
  { id: 'view.write', label: 'Write', menu: 'view', keys: 'CmdOrCtrl+Alt+1', group: 2 },
  { id: 'view.split', label: 'Split', menu: 'view', keys: 'CmdOrCtrl+Alt+2', group: 2 },
  { id: 'view.read', label: 'Read', menu: 'view', keys: 'CmdOrCtrl+Alt+3', group: 2 },
  { id: 'view.posts', label: 'Show or Hide Posts', menu: 'view', keys: 'CmdOrCtrl+\\', group: 3 },
  { id: 'view.details', label: 'Show or Hide Details', menu: 'view', keys: 'CmdOrCtrl+Shift+D', group: 3 },
  { id: 'view.theme-light', label: 'Light Theme', menu: 'view', group: 4 },
  { id: 'view.theme-dark', label: 'Dark Theme', menu: 'view', group: 4 },
  { id: 'view.theme-system', label: 'Follow System Theme', menu: 'view', group: 4 },
  { id: 'help.log', label: 'Show Log', menu: 'help', group: 1 },
] as const satisfies readonly CommandInfo[];

export type CommandId = (typeof commands)[number]['id'];

/** The ids alone, for validators. */
export const commandIds: readonly CommandId[] = commands.map((command) => command.id);
