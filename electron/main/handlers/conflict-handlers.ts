import type { Handlers } from '../ipc-types.ts';
import type { LibrarySession } from '../session.ts';
import type { TextAtRisk } from '../text-at-risk.ts';
import { withLibrary } from './needs.ts';

/** Answers `conflict.*`. */
export function conflictHandlers(
  session: LibrarySession,
  risk: TextAtRisk,
): Pick<Handlers, Extract<keyof Handlers, `conflict.${string}`>> {
  return {
    'conflict.read': ({ id }) => withLibrary(session, (library) => library.readConflict(id)),
    'conflict.keep-mine': ({ id, text, theirs, seq }) =>
      withLibrary(session, async (library) => {
        const saved = await library.keepMine({ id, text, theirs, seq });
        risk.settled(id, saved);
        return saved;
      }),
    'conflict.take-theirs': ({ id, mine }) =>
      withLibrary(session, async (library) => {
        const opened = await library.takeTheirs(id, mine);
        risk.settled(id, opened);
        return opened;
      }),
  };
}
