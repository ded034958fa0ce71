import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { err, ok, type Result } from '../../core/base/result.ts';
import type { LibraryView } from '../../core/ipc/types.ts';
import { nodeDisk } from './disk.ts';
import { createEmitter } from './emitter.ts';
import { followLibrary } from './follow.ts';
import { imageReader } from './images.ts';
import { importImage } from './import-image.ts';
import { createInOrder } from './in-order.ts';
import { appendJournal, dropJournal } from './journal-post.ts';
import { createJournals } from './journals.ts';
import { keepOrphans } from './keep-unsaved.ts';
import { countTrash, onPost, type LibraryCore } from './library-core.ts';
import { journalFolder, keyOf } from './library-key.ts';
import { createPost, duplicatePost } from './make-post.ts';
import { openPost, readConflict } from './open-post.ts';
import { PostIndex } from './post-index.ts';
import { renamePost } from './rename-post.ts';
import { rescan, startIndexScan } from './rescan.ts';
import { keepMine, savePost, takeTheirs } from './save-post.ts';
import { editSettingsFile, readSettingsFile } from './settings-file.ts';
import { createTrash } from './trash.ts';
import { emptyTrash, restorePost, trashPost } from './trash-post.ts';
import type { Library, LibraryEvent, LibraryOptions } from './types.ts';

async function makeCore(root: string, options: LibraryOptions): Promise<LibraryCore> {
  const { dataFolder, trashToSystem } = options;
  const now = (): number => options.now().ms;
  const events = createEmitter<LibraryEvent>();
  // Where there can be no journals the library opens all the same; each entry then tells its failure.
  const folder = await journalFolder(dataFolder, root).catch(() =>
    path.join(dataFolder, 'journals', keyOf(root)),
  );
  const notify = (notice: Extract<LibraryEvent, { kind: 'notice' }>['notice']): void =>
    events.emit({ kind: 'notice', notice });
  const { settings, problems } = await readSettingsFile(root);
  const core: LibraryCore = {
    root,
    options,
    state: {
      dialect: 'galley',
      settings,
      settingsProblems: problems,
      unreadable: [],
      trashed: 0,
      phase: 'scanning',
      only: options.only,
      stopScan: undefined,
    },
    index: new PostIndex(),
    journals: createJournals({ folder, root, now, notify }),
    trash: createTrash({ root, now, trashToSystem }),
    events,
    openPosts: new Map(),
    inOrder: createInOrder(),
    scans: createInOrder(),
    disk: nodeDisk,
    touched: new Set(),
  };
  await countTrash(core);
  return core;
}

function viewOf({ root, options, state, index }: LibraryCore): LibraryView {
  return {
    token: options.token,
    name: path.basename(state.only ?? root),
    displayPath: options.displayPath,
    kind: state.only === undefined ? 'folder' : 'single-file',
    dialect: state.dialect,
    settings: state.settings,
    settingsProblems: state.settingsProblems,
    posts: index.all(),
    unreadable: state.unreadable,
    trashed: state.trashed,
    state: state.phase,
  };
}

function asLibrary(core: LibraryCore, stop: () => Promise<void>): Library {
  const images = imageReader(core.root);
  return {
    root: core.root,
    token: core.options.token,
    view: () => viewOf(core),
    subscribe: core.events.subscribe,
    rescan: () => rescan(core),
    open: (id) => openPost(core, id),
    save: (request) => savePost(core, request),
    create: (title) => createPost(core, title),
    rename: (id, name) => renamePost(core, id, name),
    duplicate: (id) => duplicatePost(core, id),
    trash: (id) => trashPost(core, id),
    listTrash: async () => ok(await core.trash.list()),
    restore: (entry) => restorePost(core, entry),
    emptyTrash: () => emptyTrash(core),
    appendJournal: (entry) => appendJournal(core, entry),
    dropJournal: (id) => dropJournal(core, id),
    readConflict: (id) => readConflict(core, id),
    keepMine: (request) => keepMine(core, request),
    takeTheirs: (id, mine) => takeTheirs(core, id, mine),
    editSettings: (edits) => editSettingsFile(core, edits),
    describeImages: async (id, urls) => ok(await images.describe(id, urls)),
    readImage: (id, url) => images.read(id, url),
    importImage: (id, file) => onPost(core, id, (place) => importImage(core.root, place, file)),
    close: stop,
  };
}

async function findRoot(folder: string): Promise<Result<string>> {
  try {
    const root = await realpath(folder);
    if ((await stat(root)).isDirectory()) return ok(root);
  } catch {
    // Said below in the same words.
  }
  return err('no-folder', 'The folder of this library could not be found.', 'Choose another folder.');
}

/**
 * Opens a library: answers when its settings, its dialect and the names of all posts are known. Their
 * summaries follow by events. Fails with `no-folder` or `unreadable`.
 */
export async function openLibrary(options: LibraryOptions): Promise<Result<Library>> {
  const root = await findRoot(options.root);
  if (!root.ok) return root;
  const core = await makeCore(root.value, options);
  const scan = startIndexScan(core);
  const scanned = core.scans.run('', () => scan.done);
  // A folder that cannot be read is told below, by the listing.
  scanned.catch(() => undefined);
  try {
    await scan.listed();
  } catch {
    return err(
      'unreadable',
      'The folder of this library may not be read.',
      'Allow reading it, or choose another.',
    );
  }
  const following = followLibrary(core, scanned);
  const orphans = scanned.then(() => keepOrphans(core)).catch(() => undefined);
  return ok(
    asLibrary(core, async () => {
      core.state.stopScan?.();
      await following.stop();
      await orphans;
      await core.inOrder.idle();
      await core.journals.close();
    }),
  );
}
