import { redo, undo } from '@codemirror/commands';
import { openSearchPanel } from '@codemirror/search';
import type { Command } from '@codemirror/view';
import type { CommandId } from '../../core/ipc/commands.ts';
import { bold } from './commands/bold.ts';
import { heading } from './commands/heading.ts';
import { italic } from './commands/italic.ts';
import { link } from './commands/link.ts';

/** The commands of the menu that the editor answers. */
export const editorCommands: Partial<Record<CommandId, Command>> = {
  'edit.undo': undo,
  'edit.redo': redo,
  'edit.find': openSearchPanel,
  'insert.bold': bold,
  'insert.italic': italic,
  'insert.link': link,
  'insert.heading-1': heading(1),
  'insert.heading-2': heading(2),
  'insert.heading-3': heading(3),
  'insert.paragraph': heading(0),
};

/** Runs a command while the focus is in a field of the editor's panels: only undo and redo mean something there. */
export function runInField(command: CommandId): boolean {
  if (command === 'edit.undo') return document.execCommand('undo');
  return command === 'edit.redo' && document.execCommand('redo');
}
