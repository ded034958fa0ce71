import { rm } from 'node:fs/promises';
import path from 'node:path';
import { err, ok, type Result } from '../../core/base/result.ts';
import { encodePost } from '../../core/post/bytes.ts';
import { postStem } from '../../core/post/post-id.ts';
import type { PostId } from '../../core/post/types.ts';
import { failureOf } from './disk-failure.ts';
import { announce, notify, onPost, type LibraryCore } from './library-core.ts';
import { moveFile } from './moves.ts';
import { assetFolder, copyAssets, sharesAssets } from './post-assets.ts';
import { readPostAt, type PostFile } from './post-file.ts';
import { renamedId } from './post-name.ts';
import { summaryOf } from './post-summaries.ts';
import { relink } from './relink.ts';
import { saveFile } from './safe-save.ts';

interface Moved {
  readonly post: PostFile;
  /** Whether the images moved, so that links to them had to be changed. */
  readonly images: boolean;
}

/**
 * Gives a renamed post its images: a copy under the new name, then links that lead to it, then the old
 * folder goes. Links are right at every instant; if any step cannot be done the images stay where they are.
 */
async function takeImagesAlong(core: LibraryCore, from: PostId, post: PostFile): Promise<Moved> {
  const { root } = core;
  const stay: Moved = { post, images: false };
  if (post.readOnly !== undefined || sharesAssets(from, core.index.ids())) return stay;
  if (!(await copyAssets(root, from, post.id))) return stay;
  const text = relink(post.text, postStem(from), postStem(post.id));
  let moved = post;
  if (text !== post.text) {
    const bytes = encodePost(text, post.bom);
    const expected = { kind: 'version', version: post.version } as const;
    const saved = await saveFile({ path: post.path, bytes, expected }, core.disk);
    if (!saved.ok) {
      await rm(path.join(root, assetFolder(post.id)), { recursive: true, force: true });
      return stay;
    }
    const { version, modifiedAt } = saved.value;
    moved = { ...post, text, version, modifiedAt };
  }
  await rm(path.join(root, assetFolder(from)), { recursive: true, force: true }).catch(() => undefined);
  return { post: moved, images: true };
}

/** Puts what the journal of the old name has beyond the file under the new name. */
async function takeJournalAlong(
  core: LibraryCore,
  from: PostId,
  before: PostFile,
  { post, images }: Moved,
): Promise<void> {
  const unsaved = await core.journals.unsaved(from, before);
  if (unsaved !== undefined) {
    const text = images ? relink(unsaved.text, postStem(from), postStem(post.id)) : unsaved.text;
    const base = unsaved.conflict ? unsaved.base : post.version;
    const kept = await core.journals.keep(post.id, { ...unsaved, text, base });
    // The journal of the old name still has it, and it reaches the trash when the library is opened next.
    if (!kept.ok) return notify(core, kept.failure);
  }
  await core.journals.drop(from);
}

async function rename(
  core: LibraryCore,
  from: PostId,
  file: string,
  to: PostId,
): Promise<Result<{ readonly id: PostId }>> {
  const target = path.join(core.root, to);
  const before = await readPostAt(file, from);
  if (!before.ok) return before;
  try {
    await moveFile(file, target);
  } catch (error) {
    return failureOf(error);
  }
  if (core.state.only === from) core.state.only = to;
  const moved: PostFile = { ...before.value, id: to, path: target };
  const after = await takeImagesAlong(core, from, moved);
  await takeJournalAlong(core, from, before.value, after);
  core.openPosts.delete(from);
  core.touched.add(from).add(to);
  announce(core, {
    upserted: core.index.put([summaryOf(after.post, core.state.dialect)]),
    removed: core.index.remove([from]),
  });
  return ok({ id: to });
}

/**
 * Renames a post within its folder, with its images, the links to them and its journal. Never replaces
 * another file (code `exists`); a name that cannot be used is refused (`bad-name`).
 */
export function renamePost(
  core: LibraryCore,
  id: PostId,
  name: string,
): Promise<Result<{ readonly id: PostId }>> {
  return onPost(core, id, async ({ file }) => {
    const to = renamedId(id, name);
    if (to === undefined) {
      return err('bad-name', 'A file cannot have that name.', 'Use letters, digits, spaces and hyphens.');
    }
    return to === id ? ok({ id }) : rename(core, id, file, to);
  });
}
