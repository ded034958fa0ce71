import { ok, type Result } from '../../core/base/result.ts';
import type { Token } from '../../core/ipc/types.ts';
import { encodePost } from '../../core/post/bytes.ts';
import { postStem } from '../../core/post/post-id.ts';
import type { PostId } from '../../core/post/types.ts';
import { keepUnsaved } from './keep-unsaved.ts';
import {
  announce,
  countTrash,
  indexPost,
  onPost,
  titleOf,
  unindexPost,
  type LibraryCore,
} from './library-core.ts';
import { readPostAt } from './post-file.ts';
import { postPlace } from './post-paths.ts';
import { relink } from './relink.ts';
import { saveFile } from './safe-save.ts';

/** Moves a post into the library's trash with its images; unsaved text is kept there beside it. */
export function trashPost(core: LibraryCore, id: PostId): Promise<Result<{ readonly entry: Token }>> {
  return onPost(core, id, async ({ file }) => {
    const read = await readPostAt(file, id);
    const kept = await keepUnsaved(core, id, read.ok ? read.value : undefined);
    if (!kept.ok) return kept;
    if (!read.ok && read.failure.code === 'gone') {
      unindexPost(core, id);
      return read;
    }
    const put = await core.trash.put(id, titleOf(core, id), core.index.ids());
    if (!put.ok) return put;
    core.openPosts.delete(id);
    unindexPost(core, id, { trashed: await countTrash(core) });
    return put;
  });
}

/** Takes a post out of the trash; under another name if its own is taken, and then its links follow. */
export async function restorePost(core: LibraryCore, entry: Token): Promise<Result<{ readonly id: PostId }>> {
  const restored = await core.trash.restore(entry);
  if (!restored.ok) return restored;
  const { id, previous } = restored.value;
  const place = await postPlace(core.root, id);
  if (!place.ok) return place;
  const read = await readPostAt(place.value.file, id);
  if (!read.ok) return read;
  const { text, bom, version, readOnly } = read.value;
  indexPost(core, read.value);
  const relinked = id === previous ? text : relink(text, postStem(previous), postStem(id));
  if (readOnly === undefined && relinked !== text) {
    const bytes = encodePost(relinked, bom);
    const expected = { kind: 'version', version } as const;
    const saved = await saveFile({ path: place.value.file, bytes, expected }, core.disk);
    if (saved.ok) indexPost(core, { ...read.value, text: relinked, ...saved.value });
  }
  announce(core, { trashed: await countTrash(core) });
  return ok({ id });
}

/** Hands everything in the library's trash to the system's. */
export async function emptyTrash(core: LibraryCore): Promise<Result<{ readonly moved: number }>> {
  const emptied = await core.trash.empty();
  announce(core, { trashed: await countTrash(core) });
  return emptied;
}
