import path from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { JournalEntry, Notice } from '../../../core/ipc/types.ts';
import { versionOf } from '../../../electron/library/file-version.ts';
import type { FiledText } from '../../../electron/library/journal-replay.ts';
import { createJournals, type Journals } from '../../../electron/library/journals.ts';
import type { JournalDisk } from '../../../electron/library/journal-writer.ts';
import { post } from './library-values.ts';
import { listFiles } from './temp-folder.ts';

/** The post of these tests. */
export const id = post('notes/one.md');

/** A text as its file holds it. */
export function filed(text: string, bom = false): FiledText {
  return { text, bom, version: versionOf(Buffer.from(text, 'utf8')) };
}

/** What the post's file holds at first. */
export const base = filed('Hello\n');

/** An entry that adds a text at an offset. */
export function typed(seq: number, from: number, insert: string, scrollTop = 0): JournalEntry {
  return {
    id,
    seq,
    batches: [[{ from, to: from, insert }]],
    position: { anchor: from, head: from, scrollTop },
  };
}

/** Open journals, and what they told the person. */
export interface Opened {
  readonly journals: Journals;
  readonly notices: Notice[];
}

/** Opens the journals in a folder, as after a start; they are closed after the test. */
export function open(folder: string, disk?: JournalDisk): Opened {
  const notices: Notice[] = [];
  let time = 1000;
  const now = (): number => (time += 1);
  const journals = createJournals({
    folder,
    root: '/library',
    now,
    notify: (notice) => notices.push(notice),
    disk,
  });
  onTestFinished(() => journals.close());
  return { journals, notices };
}

/** Types three entries after `Hello` and closes the journals. */
export async function typeThree(folder: string): Promise<void> {
  const { journals } = open(folder);
  await journals.begin(id, base);
  expect(await journals.append(typed(1, 5, ' there'), () => base)).toEqual({ ok: true, value: undefined });
  await journals.append(typed(2, 11, ','), () => base);
  await journals.append(typed(3, 12, ' world', 42), () => base);
  await journals.close();
}

/** The absolute path of the one journal in a folder. */
export async function journalFile(folder: string): Promise<string> {
  const [name] = (await listFiles(folder)).filter((each) => each.endsWith('.journal'));
  return path.join(folder, name ?? 'none');
}
