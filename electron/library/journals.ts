import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { err, ok, type Result } from '../../core/base/result.ts';
import type { FileVersion, JournalEntry, Notice } from '../../core/ipc/types.ts';
import type { PostId } from '../../core/post/types.ts';
import { errorCode } from './disk.ts';
import { createInOrder } from './in-order.ts';
import type { FiledText, UnsavedText } from './journal-replay.ts';
import { nodeJournalDisk, type JournalDisk } from './journal-writer.ts';
import { keyOf } from './library-key.ts';
import { PostJournal, readJournal } from './post-journal.ts';

export interface JournalsOptions {
  /** From `journalFolder`. */
  readonly folder: string;
  readonly root: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly notify: (notice: Notice) => void;
  readonly disk?: JournalDisk | undefined;
}

/** The journals of a library: what was typed and is not in the posts' files yet. */
export interface Journals {
  /**
   * The post was read from disk: answers what its journal has beyond `filed`. From now on entries count
   * from 1 again and refer to the recovered text, or to `filed` if there is none.
   */
  readonly begin: (id: PostId, filed: FiledText) => Promise<UnsavedText | undefined>;
  /**
   * Adds what was typed; `filed`, asked for when the entry's turn has come, is the text that it refers to
   * if the journal is empty. Fails with `journal-failed`.
   */
  readonly append: (entry: JournalEntry, filed: () => FiledText | undefined) => Promise<Result<void>>;
  /** The file is about to become `version`, which holds everything up to entry `seq`. */
  readonly saving: (id: PostId, version: FileVersion, seq: number) => Promise<void>;
  /** The file is now `filed`, which holds everything up to entry `seq`. */
  readonly saved: (id: PostId, filed: FiledText, seq: number) => Promise<void>;
  /** Forgets the unsaved text; `onDropped` hears it before any later entry is taken. */
  readonly drop: (id: PostId, onDropped?: (text: string | undefined) => void) => Promise<Result<void>>;
  /** The text that the journal has and `filed` has not; undefined when there is none. */
  readonly unsaved: (id: PostId, filed: FiledText | undefined) => Promise<UnsavedText | undefined>;
  /** Puts a text that no file has under an id. */
  readonly keep: (id: PostId, unsaved: UnsavedText) => Promise<Result<void>>;
  /** The ids of all posts that have a readable journal. */
  readonly list: () => Promise<readonly string[]>;
  /** Waits for what is being written. */
  readonly close: () => Promise<void>;
}

const extension = '.journal';

function journalFailure(detail: string): Result<void> {
  return err(
    'journal-failed',
    `What was typed last could not be put into the journal${detail === '' ? '' : ` (${detail})`}.`,
    'Save the post or a copy of it, and free some space on the disk that holds the app’s data.',
  );
}

async function attempt(task: () => Promise<unknown>): Promise<Result<void>> {
  try {
    return (await task()) === false ? journalFailure('an entry is missing') : ok(undefined);
  } catch (error) {
    return journalFailure(errorCode(error));
  }
}

async function listJournals(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  const ids: string[] = [];
  for (const name of names.filter((each) => each.endsWith(extension))) {
    const journal = await readJournal(path.join(folder, name));
    if (journal.kind === 'journal') ids.push(journal.header.id);
  }
  return ids;
}

/** Opens the journals in `folder`. Nothing is read before a post asks for it. */
export function createJournals(options: JournalsOptions): Journals {
  const { folder, root, now, notify, disk = nodeJournalDisk } = options;
  const posts = new Map<PostId, PostJournal>();
  const inOrder = createInOrder();
  const onDamage = (id: PostId, name: string): void =>
    notify({
      message: `The journal of “${id}” was damaged; what could be read of it was recovered.`,
      remedy: `The damaged journal was kept as ${path.basename(name)} in the app’s data folder.`,
    });
  const of = (id: PostId): PostJournal => {
    const file = path.join(folder, `${keyOf(id)}${extension}`);
    const journal =
      posts.get(id) ?? new PostJournal({ file, root, id, now, disk, onDamage: (name) => onDamage(id, name) });
    posts.set(id, journal);
    return journal;
  };
  /** A journal that can be neither read nor set aside counts as none, and stays where it is. */
  const reading = (id: PostId, task: () => Promise<UnsavedText | undefined>) =>
    inOrder.run(id, () => task().catch(() => (onDamage(id, `${keyOf(id)}${extension}`), undefined)));
  return {
    begin: (id, filed) => reading(id, () => of(id).begin(filed)),
    append: (entry, filed) => inOrder.run(entry.id, () => attempt(() => of(entry.id).append(entry, filed()))),
    saving: (id, version, seq) => inOrder.run(id, () => of(id).saving(version, seq)),
    saved: (id, filed, seq) => inOrder.run(id, () => of(id).saved(filed, seq)),
    drop: (id, onDropped) =>
      inOrder.run(id, () =>
        attempt(async () => {
          const dropped = await of(id).drop();
          onDropped?.(dropped);
        }),
      ),
    unsaved: (id, filed) => reading(id, () => of(id).unsaved(filed)),
    keep: (id, unsaved) => inOrder.run(id, () => attempt(() => of(id).keep(unsaved))),
    list: () => listJournals(folder),
    close: async () => {
      await inOrder.idle();
      for (const journal of posts.values()) await journal.close();
    },
  };
}
