import { readFile, rename, stat } from 'node:fs/promises';
import type { FileVersion, JournalEntry } from '../../core/ipc/types.ts';
import { errorCode } from './disk.ts';
import { parseJournal, type EntryRecord, type JournalHeader, type ParsedJournal } from './journal-format.ts';
import { beyondFile, replay, type FiledText, type UnsavedText } from './journal-replay.ts';
import { createJournalWriter, type JournalDisk, type JournalWriter } from './journal-writer.ts';

export interface PostJournalOptions {
  /** Absolute path of the journal. */
  readonly file: string;
  readonly root: string;
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly disk: JournalDisk;
  /** Called when a damaged journal was renamed to `name`. */
  readonly onDamage: (name: string) => void;
}

/** Reads a journal; one that is not there is empty, one that cannot be read is damaged. */
export async function readJournal(file: string): Promise<ParsedJournal> {
  try {
    return parseJournal(await readFile(file));
  } catch (error) {
    return { kind: errorCode(error) === 'ENOENT' ? 'empty' : 'damaged' };
  }
}

/** Renames a damaged journal to a free name ending in `.bad`, where nothing looks at it again. */
async function setAside(file: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? `${file}.bad` : `${file}.${number}.bad`;
    const taken = await stat(name).then(
      () => true,
      () => false,
    );
    if (taken) continue;
    await rename(file, name);
    return name;
  }
}

/**
 * The journal of one post: a header with the text that is in the file, then what was typed since.
 * Methods must not overlap; they reject with a file-system error when the journal could not be written.
 */
export class PostJournal {
  readonly #options: PostJournalOptions;
  readonly #writer: JournalWriter;
  /** What the file on disk holds, or ought to; undefined while no journal is needed. */
  #header: JournalHeader | undefined;
  #entries: EntryRecord[] = [];
  /** The number of the last entry that is in the journal or in the post's file. */
  #last = 0;

  constructor(options: PostJournalOptions) {
    this.#options = options;
    this.#writer = createJournalWriter(options.file, options.disk);
  }

  /** See `Journals.begin`. */
  async begin(filed: FiledText): Promise<UnsavedText | undefined> {
    this.#entries = [];
    this.#last = 0;
    this.#header = undefined;
    const unsaved = await this.unsaved(filed);
    this.#header = unsaved && this.#unsavedHeader(unsaved);
    // If this fails the old journal stays as it is, and the next entry tries again.
    await this.#write().catch(() => undefined);
    return unsaved;
  }

  /** Adds an entry. One that it has already is passed over; one that does not fit is refused (false). */
  async append({ seq, batches, position }: JournalEntry, filed: FiledText | undefined): Promise<boolean> {
    if (seq <= this.#last) return this.#isRepeated(seq, batches);
    const header = this.#header ?? (filed && this.#filedHeader(filed));
    if (seq !== this.#last + 1 || header === undefined) return false;
    const record: EntryRecord = { kind: 'entry', seq, batches, position, at: this.#options.now() };
    if (this.#writer.usable()) await this.#writer.append(record);
    else await this.#writer.rewrite([header, ...this.#entries, record]);
    this.#header = header;
    this.#entries.push(record);
    this.#last = seq;
    return true;
  }

  /** See `Journals.saving`. */
  async saving(version: FileVersion, seq: number): Promise<void> {
    if (this.#header === undefined) return;
    this.#header = { ...this.#header, known: [...this.#header.known, version] };
    // Without this record a crash at the wrong moment looks like a conflict; that does not stop the save.
    if (this.#writer.usable()) {
      await this.#writer.append({ kind: 'saving', version, seq }).catch(() => undefined);
    }
  }

  /** See `Journals.saved`. */
  async saved(filed: FiledText, seq: number): Promise<void> {
    this.#entries = this.#entries.filter((entry) => entry.seq > seq);
    this.#header = this.#entries.length === 0 ? undefined : this.#filedHeader(filed);
    this.#last = Math.max(this.#last, seq);
    // The old journal leads to the same text, so one that cannot be replaced does no harm.
    await this.#write().catch(() => undefined);
  }

  /** Forgets the unsaved text; answers it, or undefined when there was no journal. */
  async drop(): Promise<string | undefined> {
    const dropped = this.#header && replay(this.#header.text, this.#entries).text;
    this.#entries = [];
    this.#header = undefined;
    await this.#write();
    return dropped;
  }

  /** What the journal has and the file has not. A damaged journal is set aside. */
  async unsaved(filed: FiledText | undefined): Promise<UnsavedText | undefined> {
    await this.#writer.close();
    const journal = await readJournal(this.#options.file);
    if (journal.kind === 'empty') return undefined;
    const mine = journal.kind === 'journal' && journal.header.id === this.#options.id ? journal : undefined;
    const found = mine && beyondFile(mine, filed);
    if (mine === undefined || mine.state === 'damaged' || found?.complete === false) {
      this.#options.onDamage(await setAside(this.#options.file));
    }
    return found?.unsaved;
  }

  /** Makes a text that no file has the journal's content. */
  async keep(unsaved: UnsavedText): Promise<void> {
    await this.#writer.rewrite([this.#unsavedHeader(unsaved)]);
  }

  /** Makes everything durable and lets go of the file. */
  async close(): Promise<void> {
    await this.#writer.close();
  }

  /** Whether an entry of this number is the one that is here; one that the post's file holds is not kept. */
  #isRepeated(seq: number, batches: JournalEntry['batches']): boolean {
    const known = this.#entries.find((entry) => entry.seq === seq);
    return known === undefined || JSON.stringify(known.batches) === JSON.stringify(batches);
  }

  #write(): Promise<void> {
    if (this.#header === undefined) return this.#writer.remove();
    return this.#writer.rewrite([this.#header, ...this.#entries]);
  }

  #filedHeader({ version, bom, text }: FiledText): JournalHeader {
    const { root, id } = this.#options;
    return { kind: 'header', format: 1, root, id, base: version, known: [], bom, text };
  }

  #unsavedHeader({ base, bom, text, at, position }: UnsavedText): JournalHeader {
    return { ...this.#filedHeader({ version: base, bom, text }), unsaved: { at, position } };
  }
}
