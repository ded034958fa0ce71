import { ok, type Result } from '../../core/base/result.ts';
import { encodePost } from '../../core/post/bytes.ts';
import type { PostId } from '../../core/post/types.ts';
import type { FiledText } from './journal-replay.ts';
import { announce, countTrash, titleOf, type LibraryCore } from './library-core.ts';

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
