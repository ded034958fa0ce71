import type { MenuItemConstructorOptions } from 'electron';
import { safeLink } from '../../core/base/links.ts';
import { commands } from '../../core/ipc/commands.ts';
import type { CommandId } from '../../core/ipc/commands.ts';
import type { CallArgs } from '../../core/ipc/contract.ts';
import { assertNever } from '../../core/base/assert-never.ts';
import type { PostId } from '../../core/post/types.ts';

/** Where the person asked for a menu. */
export type ContextPlace = CallArgs<'app.context-menu'>;

/** What the items of a context menu do. */
export interface ContextMenuActions {
  readonly send: (command: CommandId, id?: PostId) => void;
  readonly openPost: (id: PostId) => void;
  readonly showPostInFolder: (id: PostId) => void;
  readonly openLink: (url: string) => void;
  readonly copyText: (text: string) => void;
}

const separator: MenuItemConstructorOptions = { type: 'separator' };

/** The context menu for a place of the window. */
export function contextMenuTemplate(
  place: ContextPlace,
  actions: ContextMenuActions,
): MenuItemConstructorOptions[] {
  switch (place.place) {
    case 'editor':
      return [
        ...clipboard(place.selection),
        separator,
        ...(['insert.bold', 'insert.italic', 'insert.link'] as const).map((id) => item(id, actions)),
      ];
    case 'preview':
      return [...linkItems(place.link, actions), { role: 'copy', enabled: place.selection }];
    case 'post':
      return postItems(place.id, actions);
    case 'field':
      return [...clipboard(place.selection), separator, { role: 'selectAll' }];
    default:
      return assertNever(place);
  }
}

function clipboard(selection: boolean): MenuItemConstructorOptions[] {
  return [{ role: 'cut', enabled: selection }, { role: 'copy', enabled: selection }, { role: 'paste' }];
}

function linkItems(link: string | undefined, actions: ContextMenuActions): MenuItemConstructorOptions[] {
  const safe = link === undefined ? undefined : safeLink(link);
  if (safe === undefined) return [];
  return [
    { label: 'Open Link', click: () => actions.openLink(safe) },
    { label: 'Copy Link', click: () => actions.copyText(safe) },
    separator,
  ];
}

function postItems(id: PostId, actions: ContextMenuActions): MenuItemConstructorOptions[] {
  return [
    { label: 'Open', click: () => actions.openPost(id) },
    separator,
    item('post.rename', actions, id),
    item('post.duplicate', actions, id),
    { label: 'Show in Folder', click: () => actions.showPostInFolder(id) },
    item('export.html', actions, id),
    separator,
    item('post.delete', actions, id),
  ];
}

/** A command of the list under its own label; keys stand in the menu bar alone. */
function item(command: CommandId, actions: ContextMenuActions, id?: PostId): MenuItemConstructorOptions {
  const label = commands.find((candidate) => candidate.id === command)?.label ?? command;
  return { label, click: () => actions.send(command, id) };
}
