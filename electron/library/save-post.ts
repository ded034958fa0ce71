import { access, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { err, ok, type Failure, type Result } from '../../core/base/result.ts';
import type { FileVersion, OpenedPost, SavedPost, SaveRequest } from '../../core/ipc/types.ts';
import { encodePost } from '../../core/post/bytes.ts';
import type { PostId } from '../../core/post/types.ts';
import { errorCode } from './disk.ts';
import { diskFailure, failureOf, type DiskCode } from './disk-failure.ts';
import { versionOf } from './file-version.ts';
import { announce, countTrash, onPost, titleOf, type LibraryCore, type OpenPost } from './library-core.ts';
import { openPost } from './open-post.ts';
import { maxPostBytes, readPostAt, type PostFile } from './post-file.ts';
import type { PostPlace } from './post-paths.ts';
import { summaryOf } from './post-summaries.ts';
import { saveFile, type Expected, type SavedFile } from './safe-save.ts';

interface Writing {
  readonly place: PostPlace;
  readonly text: string;
  readonly bom: boolean;
  readonly expected: Expected;
  readonly seq: number;
}

/** The file as it is, if it holds exactly these bytes already: then there is nothing to write. */
async function alreadyThere(file: string, version: FileVersion): Promise<SavedFile | undefined> {
  const read = await readPostAt(file, '' as PostId);
  if (!read.ok || read.value.version !== version) return undefined;
  return { version, modifiedAt: read.value.modifiedAt, durable: true };
}

async function replace(
  core: LibraryCore,
  { place, expected }: Writing,
  bytes: Uint8Array,
  version: FileVersion,
): Promise<Result<SavedFile, Failure<DiskCode>>> {
  if (expected.kind === 'version' && expected.version === version) {
    const same = await alreadyThere(place.file, version);
    return same === undefined ? diskFailure('conflict') : ok(same);
  }
  const saved = await saveFile({ path: place.file, bytes, expected }, core.disk);
  if (saved.ok || saved.failure.code !== 'conflict') return saved;
  // The answer to an earlier save of this very text may have been lost on its way to the window.
  const same = await alreadyThere(place.file, version);
  return same === undefined ? saved : ok(same);
}

/** Writes a post's file and brings the journal, the index and what is known of the file in line with it. */
async function write(core: LibraryCore, writing: Writing): Promise<Result<SavedPost>> {
  const { place, text, bom, seq } = writing;
  const { id } = place;
  const bytes = encodePost(text, bom);
  if (bytes.length > maxPostBytes) {
    return err(
      'too-large',
      'A post may have 64 MB at most; the file is unchanged.',
      'Split it into several posts.',
    );
  }
  const version = versionOf(bytes);
  await core.journals.saving(id, version, seq);
  const saved = await replace(core, writing, bytes, version);
  if (!saved.ok) return saved;
  const { modifiedAt, durable } = saved.value;
  const filed: OpenPost = { text, version, bom, readOnly: undefined, unresolved: false, announced: version };
  core.openPosts.set(id, filed);
  if (durable) await core.journals.saved(id, filed, seq);
  const file: PostFile = { id, path: place.file, text, bom, version, modifiedAt, readOnly: undefined };
  const summary = summaryOf(file, core.state.dialect);
  core.touched.add(id);
  announce(core, { upserted: core.index.put([summary]) });
  return ok({ version, summary });
}

/** What is known of a post's file; read anew if it was not opened, which a restarted window may not know. */
async function known(
  core: LibraryCore,
  { id, file }: PostPlace,
): Promise<Result<Omit<OpenPost, 'announced'>>> {
  const open = core.openPosts.get(id);
  if (open !== undefined) return ok(open);
  const read = await readPostAt(file, id);
  if (read.ok) return ok({ ...read.value, unresolved: false });
  return read.failure.code === 'gone' ? diskFailure('conflict') : read;
}

/** Saves a post over the version that its text extends; see `Library.save`. */
export function savePost(core: LibraryCore, request: SaveRequest): Promise<Result<SavedPost>> {
  return onPost(core, request.id, async (place) => {
    const post = await known(core, place);
    if (!post.ok) return post;
    const { bom, readOnly, unresolved } = post.value;
    // Permission may have been given since; saving finds out. Text that was not decoded is never written.
    if (readOnly !== undefined && readOnly.code !== 'no-permission') {
      return err('read-only', readOnly.message, readOnly.remedy);
    }
    if (unresolved) return diskFailure('conflict');
    const { text, base, seq } = request;
    return write(core, { place, text, bom, seq, expected: { kind: 'version', version: base } });
  });
}

/** Reads the bytes of the file that loses; undefined when it is gone. */
async function losingBytes(file: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Ends a conflict with the window's text; see `conflict.keep-mine`. */
export function keepMine(
  core: LibraryCore,
  request: {
    readonly id: PostId;
    readonly text: string;
    readonly theirs: FileVersion | undefined;
    readonly seq: number;
  },
): Promise<Result<SavedPost>> {
  const { id, text, theirs, seq } = request;
  return onPost<SavedPost>(core, id, async (place) => {
    try {
      // Without its root (an unplugged drive) a library must not be begun anew in its place.
      await access(core.root);
      const bytes = await losingBytes(place.file);
      if ((bytes && versionOf(bytes)) !== theirs) return diskFailure('conflict');
      if (bytes !== undefined) {
        const kept = await core.trash.keep(id, titleOf(core, id), bytes);
        if (!kept.ok) return kept;
        announce(core, { trashed: await countTrash(core) });
      } else {
        await mkdir(path.dirname(place.file), { recursive: true });
      }
    } catch (error) {
      return failureOf(error);
    }
    const bom = core.openPosts.get(id)?.bom ?? false;
    const expected: Expected =
      theirs === undefined ? { kind: 'absent' } : { kind: 'version', version: theirs };
    const saved = await write(core, { place, text, bom, seq, expected });
    // A file that came back in the meantime is a conflict like any other.
    return !saved.ok && saved.failure.code === 'exists' ? diskFailure('conflict') : saved;
  });
}

/** Ends a conflict with the file's text; see `conflict.take-theirs`. */
export async function takeTheirs(core: LibraryCore, id: PostId, mine: string): Promise<Result<OpenedPost>> {
  const kept = await onPost(core, id, async () => {
    const bytes = encodePost(mine, core.openPosts.get(id)?.bom ?? false);
    const entry = await core.trash.keep(id, titleOf(core, id), bytes);
    if (!entry.ok) return entry;
    const dropped = await core.journals.drop(id);
    announce(core, { trashed: await countTrash(core) });
    return dropped;
  });
  return kept.ok ? openPost(core, id) : kept;
}
