import type { Handlers } from '../ipc-types.ts';
import type { LibrarySession } from '../session.ts';
import { withLibrary } from './needs.ts';

/** Answers `trash.*`. */
export function trashHandlers(
  session: LibrarySession,
): Pick<Handlers, Extract<keyof Handlers, `trash.${string}`>> {
  return {
    'trash.list': () => withLibrary(session, (library) => library.listTrash()),
    'trash.restore': ({ entry }) => withLibrary(session, (library) => library.restore(entry)),
    'trash.empty': () => withLibrary(session, (library) => library.emptyTrash()),
  };
}
