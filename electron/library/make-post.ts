import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { applyEdits } from '../../core/base/text-edit.ts';
import { err, ok, type Result } from '../../core/base/result.ts';
import { encodePost } from '../../core/post/bytes.ts';
import { formatIsoLocal } from '../../core/post/dates.ts';
import { editMeta } from '../../core/post/edit-meta.ts';
import { joinLineEnds, mapLineEnds, splitLineEnds } from '../../core/post/line-ends.ts';
import { newPostPath, newPostText } from '../../core/post/new-post.ts';
import { postStem, toPostId } from '../../core/post/post-id.ts';
import { readPost } from '../../core/post/read-post.ts';
import type { PostId } from '../../core/post/types.ts';
import { failureOf } from './disk-failure.ts';
import { freeId } from './free-id.ts';
import { indexPost, needsFolder, onPost, type LibraryCore } from './library-core.ts';
import { copyAssets, findAssets } from './post-assets.ts';
import { readPostAt } from './post-file.ts';
import { copyId } from './post-name.ts';
import { postPlace } from './post-paths.ts';
import { relink } from './relink.ts';
import { saveFile } from './safe-save.ts';

type Made = Result<{ readonly id: PostId }>;

/** Writes a new file at the first free path after `wanted`, making its folder; never replaces anything. */
async function write(
  core: LibraryCore,
  wanted: PostId,
  images: boolean,
  bytesFor: (id: PostId) => Uint8Array,
): Promise<Made> {
  for (;;) {
    const id = await freeId(core.root, wanted, images);
    const place = await postPlace(core.root, id);
    if (!place.ok) return place;
    const { file } = place.value;
    await mkdir(path.dirname(file), { recursive: true });
    const saved = await saveFile(
      { path: file, bytes: bytesFor(id), expected: { kind: 'absent' } },
      core.disk,
    );
    if (saved.ok) {
      const read = await readPostAt(file, id);
      if (read.ok) indexPost(core, read.value);
      return ok({ id });
    }
    // Another program took the name just now: the next one is tried.
    if (saved.failure.code !== 'exists') return saved;
  }
}

async function attempt(task: () => Promise<Made>): Promise<Made> {
  try {
    return await task();
  } catch (error) {
    return failureOf(error);
  }
}

/** Makes an empty draft of this minute, named and placed as the library's dialect demands. */
export function createPost(core: LibraryCore, title: string): Promise<Made> {
  return attempt(async () => {
    const alone = needsFolder(core);
    if (!alone.ok) return alone;
    const { dialect, settings } = core.state;
    const { ms, offsetMinutes } = core.options.now();
    const date = formatIsoLocal(Math.floor(ms / 60_000) * 60_000, offsetMinutes);
    const wanted = toPostId(newPostPath(dialect, title, date, [...core.index.ids()]));
    if (wanted === undefined) return err('bad-name', 'That title gives no file name.', 'Use a shorter one.');
    const text = newPostText(dialect, { title, date, author: settings.author, status: 'draft' });
    return write(core, wanted, false, () => encodePost(text, false));
  });
}

/** The text of a copy: links lead to its own images, and a stated title says that it is a copy. */
function copyText(core: LibraryCore, text: string, from: PostId, to: PostId, images: boolean): string {
  const own = images ? relink(text, postStem(from), postStem(to)) : text;
  const { text: lf, lineEnds } = splitLineEnds(own);
  const { dialect } = core.state;
  const post = readPost(from, lf, dialect);
  if (post.meta.title === undefined) return own;
  const edits = editMeta(post, dialect, { field: 'title', value: `${post.meta.title} (copy)` });
  // A front matter that cannot be edited is copied as it is.
  if (!edits.ok) return own;
  return joinLineEnds(applyEdits(lf, edits.value), mapLineEnds(lineEnds, edits.value, lf));
}

/** Copies a post and its images beside it. A file that is no text, or too large, is not copied. */
export function duplicatePost(core: LibraryCore, id: PostId): Promise<Made> {
  return onPost(core, id, ({ file }) =>
    attempt(async () => {
      const alone = needsFolder(core);
      if (!alone.ok) return alone;
      const read = await readPostAt(file, id);
      if (!read.ok) return read;
      const { text, bom, readOnly } = read.value;
      if (readOnly !== undefined && readOnly.code !== 'no-permission') {
        return err(readOnly.code, readOnly.message, readOnly.remedy);
      }
      const images = (await findAssets(core.root, id)) !== undefined;
      const made = await write(core, copyId(id), images, (to) =>
        encodePost(copyText(core, text, id, to, images), bom),
      );
      if (made.ok && images) await copyAssets(core.root, id, made.value.id);
      return made;
    }),
  );
}
