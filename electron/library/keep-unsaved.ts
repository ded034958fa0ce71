import { ok, type Result } from '../../core/base/result.ts';
import { encodePost } from '../../core/post/bytes.ts';
import { toPostId } from '../../core/post/post-id.ts';
import type { PostId } from '../../core/post/types.ts';
import type { FiledText } from './journal-replay.ts';
import { announce, countTrash, notify, onPost, titleOf, type LibraryCore } from './library-core.ts';
import { isTaken } from './moves.ts';

/**
 * Puts a post's unsaved text into the trash and then forgets its journal, because its file (`filed`) is
 * about to go, or is gone. Answers whether there was any; if it cannot be kept the journal stays.
 */
export async function keepUnsaved(
  core: LibraryCore,
  id: PostId,
  filed: FiledText | undefined,
): Promise<Result<boolean>> {
  const unsaved = await core.journals.unsaved(id, filed);
  if (unsaved !== undefined) {
    const kept = await core.trash.keep(id, titleOf(core, id), encodePost(unsaved.text, unsaved.bom));
    if (!kept.ok) return kept;
    announce(core, { trashed: await countTrash(core) });
  }
  await core.journals.drop(id);
  return ok(unsaved !== undefined);
}

/** Puts the unsaved texts of posts whose files are gone into the trash, and says so. */
export async function keepOrphans(core: LibraryCore): Promise<void> {
  for (const each of await core.journals.list()) {
    const id = toPostId(each);
    if (id === undefined || core.openPosts.has(id)) continue;
    const kept = await onPost<boolean>(core, id, async ({ file }) =>
      core.openPosts.has(id) || (await isTaken(file)) ? ok(false) : keepUnsaved(core, id, undefined),
    );
    if (!kept.ok || !kept.value) continue;
    notify(core, {
      message: `The file of “${id}” is gone; what was typed into it and not saved was put into the trash.`,
      remedy: 'Restore it from there.',
    });
  }
}
