import { crc32 } from 'node:zlib';
import * as v from 'valibot';
import type { TextEdit } from '../../core/base/text-edit.ts';
import type { FileVersion, ViewPosition } from '../../core/ipc/types.ts';

/** What a journal's text starts from. Everything after it refers to `text`. */
export interface JournalHeader {
  readonly kind: 'header';
  readonly format: 1;
  /** Absolute path of the library when the journal was begun; for people who look into the file. */
  readonly root: string;
  /** The post's path in the library. */
  readonly id: string;
  /** The version of the file that the text extends, and others that are no conflict either. */
  readonly base: FileVersion;
  readonly known: readonly FileVersion[];
  readonly bom: boolean;
  /** Raw text, own line ends, without BOM. */
  readonly text: string;
  /** Set when `text` itself is not in the file: it was recovered from an earlier journal. */
  readonly unsaved?: { readonly at: number; readonly position?: ViewPosition | undefined } | undefined;
}

/** One hand-over from the window; see `JournalEntry` in core/ipc. `at` is in milliseconds since the epoch. */
export interface EntryRecord {
  readonly kind: 'entry';
  readonly seq: number;
  readonly batches: readonly (readonly TextEdit[])[];
  readonly position?: ViewPosition | undefined;
  readonly at: number;
}

/** The file is about to be replaced by `version`, which holds everything up to entry `seq`. */
interface SavingRecord {
  readonly kind: 'saving';
  readonly version: FileVersion;
  readonly seq: number;
}

export type JournalRecord = JournalHeader | EntryRecord | SavingRecord;

/** A journal as read. `torn`: its last record was being written when the process died, and is left out. */
export type ParsedJournal =
  | {
      readonly kind: 'journal';
      readonly state: 'whole' | 'torn' | 'damaged';
      readonly header: JournalHeader;
      readonly entries: readonly EntryRecord[];
      readonly savings: readonly SavingRecord[];
    }
  /** Nothing was ever acknowledged: the header itself is torn. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'damaged' };

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const position = v.optional(v.object({ anchor: whole, head: whole, scrollTop: v.number() }));
const version = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

const recordSchema = v.variant('kind', [
  v.object({
    kind: v.literal('header'),
    format: v.literal(1),
    root: v.string(),
    id: v.string(),
    base: version,
    known: v.array(version),
    bom: v.boolean(),
    text: v.string(),
    unsaved: v.optional(v.object({ at: v.number(), position })),
  }),
  v.object({
    kind: v.literal('entry'),
    seq: whole,
    batches: v.array(v.array(v.object({ from: whole, to: whole, insert: v.string() }))),
    position,
    at: v.number(),
  }),
  v.object({ kind: v.literal('saving'), version, seq: whole }),
]);

/**
 * One record as a line: `<length in bytes> <CRC-32 in hex> <JSON>\n`. JSON never holds a raw line
 * break, so a line that was cut short is told from a whole one by its end, length and sum.
 */
export function encodeRecord(record: JournalRecord): Uint8Array {
  const json = Buffer.from(JSON.stringify(record), 'utf8');
  const sum = crc32(json).toString(16).padStart(8, '0');
  return Buffer.concat([Buffer.from(`${json.length} ${sum} `, 'latin1'), json, Buffer.from('\n', 'latin1')]);
}

const prefix = /^(\d{1,10}) ([0-9a-f]{8}) $/;

function decodeLine(line: Buffer): JournalRecord | undefined {
  const space = line.indexOf(0x20, line.indexOf(0x20) + 1);
  const match = prefix.exec(line.toString('latin1', 0, space + 1));
  if (match === null) return undefined;
  const json = line.subarray(space + 1);
  if (json.length !== Number(match[1]) || crc32(json) !== Number.parseInt(match[2] ?? '', 16))
    return undefined;
  try {
    const parsed = v.safeParse(recordSchema, JSON.parse(json.toString('utf8')));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

function splitLines(bytes: Buffer): { readonly lines: readonly Buffer[]; readonly rest: Buffer } {
  const lines: Buffer[] = [];
  let from = 0;
  for (let end = bytes.indexOf(0x0a); end !== -1; end = bytes.indexOf(0x0a, from)) {
    lines.push(bytes.subarray(from, end));
    from = end + 1;
  }
  return { lines, rest: bytes.subarray(from) };
}

/** Reads a journal's bytes; what follows the first bad record is left out. Never throws. */
export function parseJournal(bytes: Uint8Array): ParsedJournal {
  const { lines, rest } = splitLines(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const [first, ...others] = lines;
  if (first === undefined) return { kind: 'empty' };
  const header = decodeLine(first);
  if (header?.kind !== 'header') return { kind: 'damaged' };
  const entries: EntryRecord[] = [];
  const savings: SavingRecord[] = [];
  for (const line of others) {
    const record = decodeLine(line);
    if (record === undefined || record.kind === 'header') {
      return { kind: 'journal', state: 'damaged', header, entries, savings };
    }
    if (record.kind === 'entry') entries.push(record);
    else savings.push(record);
  }
  return { kind: 'journal', state: rest.length > 0 ? 'torn' : 'whole', header, entries, savings };
}
