import { err, ok, type Result } from '../../core/base/result.ts';
import type { FileVersion, LibraryChange, Notice } from '../../core/ipc/types.ts';
import type { LibrarySettings, SettingsProblem } from '../../core/library/types.ts';
import type { Dialect, PostId } from '../../core/post/types.ts';
import type { Disk } from './disk.ts';
import type { Emitter } from './emitter.ts';
import type { InOrder } from './in-order.ts';
import type { FiledText } from './journal-replay.ts';
import type { Journals } from './journals.ts';
import { listedPostId, postPlace, type PostPlace } from './post-paths.ts';
import type { PostFile } from './post-file.ts';
import type { PostIndex } from './post-index.ts';
import { summaryOf } from './post-summaries.ts';
import type { Trash } from './trash.ts';
import type { LibraryEvent, LibraryOptions } from './types.ts';
import type { Unreadable } from './walk.ts';

/** What was last read from or written to the file of an open post. */
export interface OpenPost extends FiledText {
  /** Set when the text that is shown may not be written back. */
  readonly readOnly: PostFile['readOnly'];
  /** The journal's text extends another file than this: nothing is saved until the person has chosen. */
  readonly unresolved: boolean;
  /** The version of the file that the window knows of; undefined: it knows that the file is gone. */
  readonly announced: FileVersion | undefined;
  /** The other text of a conflict, as it was last shown. */
  readonly theirs?: FiledText | undefined;
}

/** What changes while a library is open. */
interface LibraryState {
  dialect: Dialect;
  settings: LibrarySettings;
  settingsProblems: readonly SettingsProblem[];
  unreadable: readonly Unreadable[];
  trashed: number;
  phase: 'scanning' | 'ready';
  /** The one post of a single-file library, by its present name. */
  only: PostId | undefined;
  /** Stops the scan that is running. */
  stopScan: (() => void) | undefined;
}

/** What all operations of one open library share; made once, in `openLibrary`. */
export interface LibraryCore {
  readonly root: string;
  readonly options: LibraryOptions;
  readonly state: LibraryState;
  readonly index: PostIndex;
  readonly journals: Journals;
  readonly trash: Trash;
  readonly events: Emitter<LibraryEvent>;
  readonly openPosts: Map<PostId, OpenPost>;
  /** One queue a post: what reads or writes its file runs in it. */
  readonly inOrder: InOrder;
  /** One queue for scans, as only one may run at a time. */
  readonly scans: InOrder;
  readonly disk: Disk;
  /** Ids whose summary is newer than what a scan under way may tell. */
  readonly touched: Set<PostId>;
}

/** Whether a post may be one of this library by its path alone; fails with `outside-library`. */
export function mayHold(core: LibraryCore, id: PostId): Result<void> {
  const { only } = core.state;
  if (listedPostId(id) !== undefined && (only === undefined || id === only)) return ok(undefined);
  return err('outside-library', 'That file is not a post of this library.', 'Open its folder as a library.');
}

/** The place of a post of this library; `outside-library` for any other path. */
export async function placeOf(core: LibraryCore, id: PostId): Promise<Result<PostPlace>> {
  const allowed = mayHold(core, id);
  return allowed.ok ? postPlace(core.root, id) : allowed;
}

/** Runs a task on a post after all that was begun before on it. */
export async function onPost<T>(
  core: LibraryCore,
  id: PostId,
  task: (place: PostPlace) => Promise<Result<T>>,
): Promise<Result<T>> {
  return core.inOrder.run(id, async () => {
    const place = await placeOf(core, id);
    return place.ok ? task(place.value) : place;
  });
}

/** Tells the window what changed; nothing is told when nothing did. */
export function announce(core: LibraryCore, change: Partial<LibraryChange>): void {
  const { upserted = [], removed = [], ...rest } = change;
  if (upserted.length === 0 && removed.length === 0 && Object.keys(rest).length === 0) return;
  core.events.emit({ kind: 'changed', change: { upserted, removed, ...rest } });
}

/** Shows a sentence to the person. */
export function notify(core: LibraryCore, notice: Notice): void {
  core.events.emit({ kind: 'notice', notice });
}

/** Takes a post as read into the index and tells the window if its summary changed. */
export function indexPost(core: LibraryCore, file: PostFile): void {
  core.touched.add(file.id);
  announce(core, { upserted: core.index.put([summaryOf(file, core.state.dialect)]) });
}

/** Takes a post that is gone out of the index and tells the window. */
export function unindexPost(core: LibraryCore, id: PostId, rest: Partial<LibraryChange> = {}): void {
  core.touched.add(id);
  announce(core, { removed: core.index.remove([id]), ...rest });
}

/** Counts the trash anew; for the next `announce`. */
export async function countTrash(core: LibraryCore): Promise<number> {
  core.state.trashed = (await core.trash.list()).length;
  return core.state.trashed;
}

/** The title under which a post is known. */
export function titleOf(core: LibraryCore, id: PostId): string {
  return core.index.get(id)?.title ?? id;
}

/** The failure of a library of one when another post is asked for. */
export function needsFolder(core: LibraryCore): Result<void> {
  if (core.state.only === undefined) return ok(undefined);
  return err('single-file', 'Only this one file is open.', 'Open its folder as a library first.');
}
