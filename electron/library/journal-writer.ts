import * as fs from 'node:fs/promises';
import path from 'node:path';
import { encodeRecord, type JournalRecord } from './journal-format.ts';
import { nodeDisk, type Disk } from './disk.ts';
import { saveFile } from './safe-save.ts';

/** An open journal file, as far as appending uses it. */
interface JournalFile {
  /** Writes at the end; answers how many bytes were taken. */
  readonly append: (bytes: Uint8Array, offset: number) => Promise<number>;
  readonly datasync: () => Promise<void>;
  readonly truncate: (length: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The file-system functions under a journal; a parameter so that each can be made to fail. */
export interface JournalDisk extends Disk {
  readonly openEnd: (path: string) => Promise<JournalFile>;
}

/** The real file system. */
export const nodeJournalDisk: JournalDisk = {
  ...nodeDisk,
  openEnd: async (file) => {
    const handle = await fs.open(file, 'a');
    return {
      append: async (bytes, offset) =>
        (await handle.write(bytes, offset, bytes.length - offset)).bytesWritten,
      datasync: () => handle.datasync(),
      truncate: (length) => handle.truncate(length),
      close: () => handle.close(),
    };
  },
};

/** Writes one journal file. Every method rejects with a file-system error when it could not do its work. */
export interface JournalWriter {
  /** False before the first `rewrite`, and after a failure that only a `rewrite` can mend. */
  readonly usable: () => boolean;
  /** Adds a record; when this resolves, the record survives the death of any process. */
  readonly append: (record: JournalRecord) => Promise<void>;
  /** Replaces the whole file, durably and at once. */
  readonly rewrite: (records: readonly JournalRecord[]) => Promise<void>;
  readonly remove: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Milliseconds between two fdatasyncs of a journal that grows. */
const syncPause = 1000;

async function appendAll(file: JournalFile, bytes: Uint8Array): Promise<void> {
  let offset = 0;
  while (offset < bytes.length) {
    const written = await file.append(bytes, offset);
    if (written <= 0) throw new Error('The disk took no more bytes.');
    offset += written;
  }
}

/** A writer for the journal at `target` (absolute); nothing is written before the first `rewrite`. */
export function createJournalWriter(target: string, disk: JournalDisk = nodeJournalDisk): JournalWriter {
  let file: JournalFile | undefined;
  let length = 0;
  let timer: NodeJS.Timeout | undefined;

  const release = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const open = file;
    file = undefined;
    await open?.close().catch(() => undefined);
  };
  const syncSoon = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      // A failed sync may have dropped pages: nothing more is added to that file, the next entry rewrites it.
      file?.datasync().catch(() => release());
    }, syncPause).unref();
  };
  return {
    usable: () => file !== undefined,
    append: async (record) => {
      if (file === undefined) throw new Error('The journal is not open.');
      const bytes = encodeRecord(record);
      try {
        await appendAll(file, bytes);
      } catch (error) {
        await file.truncate(length).catch(() => release());
        throw error;
      }
      length += bytes.length;
      syncSoon();
    },
    rewrite: async (records) => {
      await release();
      const bytes = Buffer.concat(records.map(encodeRecord));
      await fs.mkdir(path.dirname(target), { recursive: true });
      const saved = await saveFile({ path: target, bytes, expected: { kind: 'any' } }, disk);
      if (!saved.ok) throw new Error(saved.failure.message);
      file = await disk.openEnd(target);
      length = bytes.length;
    },
    remove: async () => {
      await release();
      await fs.rm(target, { force: true });
    },
    close: async () => {
      await file?.datasync().catch(() => undefined);
      await release();
    },
  };
}
