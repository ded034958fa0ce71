import { commands } from '../../core/ipc/commands.ts';
import type { CommandId, CommandInfo } from '../../core/ipc/commands.ts';
import { matchesKeys } from '../ui/keys.ts';
import type { PressedKeys } from '../ui/keys.ts';
import type { RunCommand } from './commands.ts';
import { cyclePanes, isTextField } from './focus.ts';

const withKeys: readonly (CommandInfo & { readonly id: CommandId })[] = commands;

/** The command of these keys; undefined when they are no command's. */
export function commandOfKeys(event: PressedKeys, mac: boolean): CommandId | undefined {
  return withKeys.find(({ keys }) => keys !== undefined && matchesKeys(event, keys, mac))?.id;
}

/** In a field these keys do what the system has them do there. */
const leftToFields: ReadonlySet<CommandId> = new Set(['edit.undo', 'edit.redo']);

/**
 * Answers the keys of commands that no part of the window took. What is answered here does not reach the
 * menu bar, so nothing runs twice. With a dialog open, keys are the dialog's.
 */
export function listenToKeys(run: RunCommand, mac: boolean, isDialogOpen: () => boolean): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || isDialogOpen()) return;
    if (event.key === 'F6') {
      event.preventDefault();
      cyclePanes(event.shiftKey ? -1 : 1);
      return;
    }
    const command = commandOfKeys(event, mac);
    if (command === undefined) return;
    if (leftToFields.has(command) && isTextField(document.activeElement)) return;
    event.preventDefault();
    run(command);
  };
  const onBlur = (): void => {
    // Keys pressed in the page's frame stay in its document; adding the same listener again changes nothing.
    const frame = document.activeElement;
    if (frame instanceof HTMLIFrameElement) frame.contentWindow?.addEventListener('keydown', onKeyDown);
  };
  window.addEventListener('keydown', onKeyDown);
  window.addEventListener('blur', onBlur);
  return () => {
    window.removeEventListener('keydown', onKeyDown);
    window.removeEventListener('blur', onBlur);
  };
}
