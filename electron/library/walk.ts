import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { isPostFile } from '../../core/post/post-id.ts';
import type { PostId } from '../../core/post/types.ts';
import { errorCode } from './disk.ts';
import { isInside, isOpenFolder, isPlainName, listedPostId } from './post-paths.ts';
import { isTempName } from './temp-names.ts';

/** A file or folder that could not be taken in, with one sentence why. */
export interface Unreadable {
  readonly name: string;
  readonly reason: string;
}

/** What a library's folder holds; nothing has been opened yet. */
export interface Listing {
  readonly posts: readonly PostId[];
  /** Every other file in the open folders, relative with POSIX slashes: what tells the dialect. */
  readonly others: readonly string[];
  readonly unreadable: readonly Unreadable[];
  /** Absolute paths of temporary files of saves. */
  readonly temps: readonly string[];
}

interface Walk {
  readonly root: string;
  readonly posts: PostId[];
  readonly others: string[];
  readonly unreadable: Unreadable[];
  readonly temps: string[];
  /** Real paths of the folders seen, so that no symlink leads round and round. */
  readonly seen: Set<string>;
  /** Symlinks to folders; they come after all real folders, so that a post keeps its plainest path. */
  readonly links: string[];
}

/** A name as it may be shown: control characters made visible. */
function shown(name: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is replaced
  return name.replace(/[\u0000-\u001f\u007f]/g, '\ufffd');
}

function addFile(walk: Walk, relative: string, name: string): void {
  if (isTempName(name)) {
    walk.temps.push(path.join(walk.root, relative));
  } else if (!isPostFile(name) || name.startsWith('.')) {
    walk.others.push(relative);
  } else {
    const id = listedPostId(relative);
    if (id !== undefined) walk.posts.push(id);
    else
      walk.unreadable.push({
        name: shown(relative),
        reason: 'Its name holds characters that cannot be read.',
      });
  }
}

async function addLink(walk: Walk, relative: string, name: string): Promise<void> {
  try {
    const target = await realpath(path.join(walk.root, relative));
    const isFolder = (await stat(target)).isDirectory();
    if (!isFolder && !isPostFile(name)) return;
    if (!isInside(walk.root, target)) {
      walk.unreadable.push({ name: shown(relative), reason: 'It is a link that leads out of the library.' });
    } else if (isFolder) {
      walk.links.push(relative);
    } else {
      addFile(walk, relative, name);
    }
  } catch {
    if (isPostFile(name))
      walk.unreadable.push({ name: shown(relative), reason: 'It is a link that leads nowhere.' });
  }
}

/** Takes in one folder; answers the folders in it. */
async function addFolder(walk: Walk, folder: string): Promise<readonly string[]> {
  const absolute = path.join(walk.root, folder);
  let entries: Dirent[];
  try {
    const real = await realpath(absolute);
    if (walk.seen.has(real)) return [];
    walk.seen.add(real);
    entries = await readdir(absolute, { withFileTypes: true });
  } catch (error) {
    if (folder === '') throw error;
    if (errorCode(error) !== 'ENOENT') {
      walk.unreadable.push({ name: shown(folder), reason: 'The folder may not be read.' });
    }
    return [];
  }
  const folders: string[] = [];
  for (const entry of entries) {
    const relative = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isFile()) addFile(walk, relative, entry.name);
    else if (!isOpenFolder(entry.name)) continue;
    else if (entry.isDirectory() && isPlainName(entry.name)) folders.push(relative);
    else if (entry.isDirectory()) {
      walk.unreadable.push({
        name: shown(relative),
        reason: 'Its name holds characters that cannot be read.',
      });
    } else if (entry.isSymbolicLink()) await addLink(walk, relative, entry.name);
  }
  return folders;
}

/**
 * Lists the posts beneath `root` (absolute, without symlinks): `.md` and `.markdown` in any case, at any
 * depth, but in no hidden folder and not in `node_modules`. Rejects when the root itself cannot be read.
 */
export async function listPosts(root: string, onFound?: (posts: number) => void): Promise<Listing> {
  const walk: Walk = {
    root,
    posts: [],
    others: [],
    unreadable: [],
    temps: [],
    seen: new Set(),
    links: [],
  };
  const waiting = [''];
  for (;;) {
    const folder = waiting.pop() ?? walk.links.shift();
    if (folder === undefined) break;
    waiting.push(...(await addFolder(walk, folder)));
    onFound?.(walk.posts.length);
  }
  return walk;
}
