import type { Result } from '../../core/base/result.ts';
import type { JournalEntry } from '../../core/ipc/types.ts';
import type { PostId } from '../../core/post/types.ts';
import { mayHold, type LibraryCore } from './library-core.ts';

// Both reach the journal's queue before anything is awaited: the order of the calls is the order of the words.

/** Adds what was typed into an open post to its journal. */
export async function appendJournal(core: LibraryCore, entry: JournalEntry): Promise<Result<void>> {
  const allowed = mayHold(core, entry.id);
  return allowed.ok ? core.journals.append(entry, () => core.openPosts.get(entry.id)) : allowed;
}

/**
 * Forgets what was typed into a post: the window is back at the file's text. If that is the other text of
 * a conflict, which said the same as the window's, the conflict is over and the text extends that file.
 */
export async function dropJournal(core: LibraryCore, id: PostId): Promise<Result<void>> {
  const allowed = mayHold(core, id);
  if (!allowed.ok) return allowed;
  return core.journals.drop(id, (dropped) => {
    const open = core.openPosts.get(id);
    if (open?.theirs === undefined || open.theirs.text !== dropped) return;
    const { theirs } = open;
    core.openPosts.set(id, {
      ...theirs,
      readOnly: open.readOnly,
      unresolved: false,
      announced: theirs.version,
    });
  });
}
