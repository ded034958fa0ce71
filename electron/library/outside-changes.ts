import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PostId } from '../../core/post/types.ts';
import { settingsName } from './find-library-root.ts';
import { indexPost, placeOf, unindexPost, type LibraryCore } from './library-core.ts';
import { isTaken } from './moves.ts';
import { readPostAt } from './post-file.ts';
import { listedPostId } from './post-paths.ts';
import { rescan } from './rescan.ts';
import { reloadSettings } from './settings-file.ts';
import type { SeenPaths } from './watch-folder.ts';

/** More changed posts than this are read by a scan, off this thread. */
const manyPosts = 100;
/** Milliseconds that a program may take to put a file back that it replaces by deleting it first. */
const replacingTakes = 300;

/**
 * Looks at a post's file again: brings the index up to date and, if the post is open and its file is not
 * what was last read, written or announced, tells the window.
 */
async function checkPost(core: LibraryCore, id: PostId): Promise<void> {
  if (!(await isTaken(path.join(core.root, id)))) await sleep(replacingTakes);
  await core.inOrder.run(id, async () => {
    const place = await placeOf(core, id);
    if (!place.ok) return;
    const read = await readPostAt(place.value.file, id);
    if (!read.ok && read.failure.code !== 'gone') return;
    if (read.ok) indexPost(core, read.value);
    else unindexPost(core, id);
    const version = read.ok ? read.value.version : undefined;
    const open = core.openPosts.get(id);
    if (open === undefined || open.announced === version) return;
    core.openPosts.set(id, { ...open, announced: version });
    core.events.emit({ kind: 'changed-outside', id, version });
  });
}

/** Takes in what a watcher saw; files that are as the index knows them are not read again. */
export async function takeInChanges(core: LibraryCore, seen: SeenPaths): Promise<void> {
  const posts: PostId[] = [];
  for (const [relative, modifiedAt] of seen) {
    if (relative === settingsName) await reloadSettings(core);
    const id = listedPostId(relative);
    if (id === undefined) continue;
    const known = core.index.get(id)?.modifiedAt;
    if (modifiedAt === undefined || known !== modifiedAt) posts.push(id);
  }
  if (posts.length > manyPosts) await rescan(core);
  const checked = posts.length > manyPosts ? posts.filter((id) => core.openPosts.has(id)) : posts;
  for (const id of checked) await checkPost(core, id);
}

/** Looks at the posts that are open, where nothing tells of changes. */
export async function checkOpenPosts(core: LibraryCore): Promise<void> {
  for (const id of [...core.openPosts.keys()]) await checkPost(core, id);
}
