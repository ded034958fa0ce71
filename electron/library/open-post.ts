import { err, ok, type Result } from '../../core/base/result.ts';
import type { ConflictText, OpenedPost } from '../../core/ipc/types.ts';
import type { PostId } from '../../core/post/types.ts';
import { keepUnsaved } from './keep-unsaved.ts';
import { indexPost, onPost, unindexPost, type LibraryCore, type OpenPost } from './library-core.ts';
import { readPostAt } from './post-file.ts';
import type { PostPlace } from './post-paths.ts';

/** Posts of which the last text is remembered; the oldest without unsaved text is forgotten. */
const remembered = 16;

function remember(core: LibraryCore, id: PostId, post: OpenPost): void {
  core.openPosts.delete(id);
  core.openPosts.set(id, post);
  for (const oldest of core.openPosts.keys()) {
    if (core.openPosts.size <= remembered) return;
    core.openPosts.delete(oldest);
  }
}

async function openAt(core: LibraryCore, { id, file }: PostPlace): Promise<Result<OpenedPost>> {
  const read = await readPostAt(file, id);
  if (!read.ok) {
    if (read.failure.code !== 'gone') return read;
    unindexPost(core, id);
    const kept = await keepUnsaved(core, id, undefined);
    if (!kept.ok || !kept.value) return read;
    return err(
      'gone',
      'The file of this post is gone; its unsaved text was put into the trash.',
      'Restore it from there.',
    );
  }
  const { text, version, bom, readOnly } = read.value;
  const unsaved = await core.journals.begin(id, { text, version, bom });
  const unresolved = unsaved?.conflict ?? false;
  remember(core, id, { text, version, bom, readOnly, unresolved, announced: version });
  indexPost(core, read.value);
  const recovered = unsaved && {
    text: unsaved.text,
    position: unsaved.position,
    at: unsaved.at,
    conflict: unsaved.conflict,
  };
  return ok({ id, text, version, readOnly, recovered });
}

/** Reads a post, and what its journal has beyond the file. */
export function openPost(core: LibraryCore, id: PostId): Promise<Result<OpenedPost>> {
  return onPost(core, id, (place) => openAt(core, place));
}

/** Reads what is in a post's file now, for a conflict; nothing if the file is gone. */
export function readConflict(core: LibraryCore, id: PostId): Promise<Result<ConflictText>> {
  return onPost<ConflictText>(core, id, async ({ file }) => {
    const read = await readPostAt(file, id);
    if (read.ok) {
      const { text, version, bom, modifiedAt } = read.value;
      const open = core.openPosts.get(id);
      if (open !== undefined) core.openPosts.set(id, { ...open, theirs: { text, version, bom } });
      return ok({ text, version, modifiedAt });
    }
    if (read.failure.code !== 'gone') return read;
    return ok({ text: undefined, version: undefined, modifiedAt: undefined });
  });
}
