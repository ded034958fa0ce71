import { applyEdits } from '../../core/base/text-edit.ts';
import type { FileVersion, RecoveredText } from '../../core/ipc/types.ts';
import { joinLineEnds, mapLineEnds, splitLineEnds } from '../../core/post/line-ends.ts';
import type { EntryRecord, ParsedJournal } from './journal-format.ts';

/** A text that is in the post's file: raw, without BOM. */
export interface FiledText {
  readonly version: FileVersion;
  readonly text: string;
  readonly bom: boolean;
}

/** A text that only a journal has. */
export interface UnsavedText extends RecoveredText {
  readonly bom: boolean;
  /** The version of the file that it extends; in a conflict the file is another one. */
  readonly base: FileVersion;
}

/** The raw text that results, and whether every entry fitted; it holds all that came before one that did not. */
export interface Replayed {
  readonly text: string;
  readonly complete: boolean;
}

/** Applies journal entries to the raw text they begin from; line ends that no edit touched stay. */
export function replay(raw: string, entries: readonly EntryRecord[]): Replayed {
  let { text, lineEnds } = splitLineEnds(raw);
  let seq: number | undefined;
  for (const entry of entries) {
    if (seq !== undefined && entry.seq !== seq + 1)
      return { text: joinLineEnds(text, lineEnds), complete: false };
    seq = entry.seq;
    for (const batch of entry.batches) {
      try {
        const after = applyEdits(text, batch);
        lineEnds = mapLineEnds(lineEnds, batch, text);
        text = after;
      } catch {
        return { text: joinLineEnds(text, lineEnds), complete: false };
      }
    }
  }
  return { text: joinLineEnds(text, lineEnds), complete: true };
}

/** What a readable journal has that the file (`filed`; undefined: there is none) has not. */
export function beyondFile(
  journal: Extract<ParsedJournal, { kind: 'journal' }>,
  filed: FiledText | undefined,
): { readonly unsaved: UnsavedText | undefined; readonly complete: boolean } {
  const { header, entries, savings } = journal;
  const { text, complete } = replay(header.text, entries);
  const untouched = text === header.text && header.unsaved === undefined && savings.length === 0;
  if (text === filed?.text || untouched) return { unsaved: undefined, complete };
  const versions = [header.base, ...header.known, ...savings.map((saving) => saving.version)];
  const position = entries.findLast((entry) => entry.position !== undefined)?.position;
  const conflict = filed === undefined || !versions.includes(filed.version);
  const unsaved: UnsavedText = {
    text,
    bom: header.bom,
    base: conflict ? header.base : filed.version,
    position: position ?? header.unsaved?.position,
    at: entries.at(-1)?.at ?? header.unsaved?.at ?? 0,
    conflict,
  };
  return { unsaved, complete };
}
