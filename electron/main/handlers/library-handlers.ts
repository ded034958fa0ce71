import path from 'node:path';
import { err, ok } from '../../../core/base/result.ts';
import type { Result } from '../../../core/base/result.ts';
import type { CallArgs } from '../../../core/ipc/contract.ts';
import type { SettingsEdit } from '../../../core/library/types.ts';
import type { Dialogs } from '../dialogs.ts';
import { displayPath } from '../display-path.ts';
import type { Handlers } from '../ipc-types.ts';
import type { LibrarySession } from '../session.ts';
import type { Settings } from '../settings.ts';
import type { Tokens } from '../tokens.ts';
import { withLibrary } from './needs.ts';

/** What the calls on libraries need. */
export interface LibraryHandlerOptions {
  readonly session: LibrarySession;
  readonly settings: Settings;
  readonly tokens: Tokens;
  readonly dialogs: Dialogs;
  readonly home: string;
  /** Opens a folder in the system's file manager. */
  readonly showFolder: (folder: string) => Promise<Result<void>>;
}

/** Answers `library.*`. */
export function libraryHandlers(
  options: LibraryHandlerOptions,
): Pick<Handlers, Extract<keyof Handlers, `library.${string}`>> {
  const { session, settings, tokens, dialogs, home } = options;
  return {
    'library.choose': async () => {
      const folder = await dialogs.chooseFolder(settings.state().libraries[0]?.path);
      return folder === undefined ? ok(undefined) : session.openFolder(folder);
    },
    'library.open': ({ token }) => {
      const folder = tokens.resolve('library', token);
      if (folder !== undefined) return session.openFolder(folder);
      return Promise.resolve(
        err('unknown-token', 'This library is not known any more.', 'Choose it with File > Open Library.'),
      );
    },
    'library.recent': () =>
      Promise.resolve(
        ok(
          settings.state().libraries.map((library) => ({
            token: tokens.give('library', library.path),
            name: path.basename(library.path),
            displayPath: displayPath(library.path, home),
          })),
        ),
      ),
    'library.rescan': () =>
      withLibrary(session, async (library) => {
        await library.rescan();
        return ok(undefined);
      }),
    'library.show-folder': () => withLibrary(session, (library) => options.showFolder(library.root)),
    'library.edit-settings': ({ edits }) =>
      withLibrary(session, (library) => library.editSettings(edits.map(toSettingsEdit))),
  };
}

/** An edit as it was sent; a default that is not named is one to remove. */
function toSettingsEdit(edit: CallArgs<'library.edit-settings'>['edits'][number]): SettingsEdit {
  return edit.kind === 'default-author' || edit.kind === 'default-profile'
    ? { kind: edit.kind, id: edit.id }
    : edit;
}
