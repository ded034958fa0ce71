import type { Handlers } from '../ipc-types.ts';
import type { LibrarySession } from '../session.ts';
import type { TextAtRisk } from '../text-at-risk.ts';
import { withLibrary } from './needs.ts';

/** Answers `journal.*`. */
export function journalHandlers(
  session: LibrarySession,
  risk: TextAtRisk,
): Pick<Handlers, Extract<keyof Handlers, `journal.${string}`>> {
  return {
    'journal.append': async ({ id, seq, batches, position }) => {
      const entry = { id, seq, batches, position };
      const result = await withLibrary(session, (library) => library.appendJournal(entry));
      risk.journaled(id, result);
      return result;
    },
    'journal.drop': async ({ id }) => {
      const result = await withLibrary(session, (library) => library.dropJournal(id));
      risk.settled(id, result);
      return result;
    },
  };
}
