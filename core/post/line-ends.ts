import type { TextEdit } from '../base/text-edit.ts';

type LineEndKind = '\n' | '\r\n' | '\r';

/** How the lines of a file end: the usual kind, and the lines that end otherwise. */
export interface LineEnds {
  readonly dominant: LineEndKind;
  /** Sorted by offset, which is that of the line's `\n` in the LF text. */
  readonly exceptions: readonly LineEndException[];
}

interface LineEndException {
  readonly offset: number;
  readonly kind: LineEndKind;
}

/** Splits a text as read into LF text and its line ends; `joinLineEnds` gives back every byte. */
export function splitLineEnds(raw: string): { readonly text: string; readonly lineEnds: LineEnds } {
  if (!raw.includes('\r')) return { text: raw, lineEnds: { dominant: '\n', exceptions: [] } };
  const counts = { '\n': 0, '\r\n': 0, '\r': 0 };
  const ends: LineEndException[] = [];
  let shift = 0;
  for (const match of raw.matchAll(/\r\n|\r|\n/g)) {
    const kind = match[0] as LineEndKind;
    counts[kind] += 1;
    ends.push({ offset: match.index - shift, kind });
    shift += kind.length - 1;
  }
  const rest: LineEndKind = counts['\r'] > counts['\n'] ? '\r' : '\n';
  const dominant = counts['\r\n'] >= counts[rest] && counts['\r\n'] > 0 ? '\r\n' : rest;
  const text = raw.replace(/\r\n?/g, '\n');
  return { text, lineEnds: { dominant, exceptions: ends.filter((end) => end.kind !== dominant) } };
}

/** Gives LF text the line ends of its file. */
export function joinLineEnds(text: string, lineEnds: LineEnds): string {
  if (lineEnds.exceptions.length === 0) {
    return lineEnds.dominant === '\n' ? text : text.replaceAll('\n', lineEnds.dominant);
  }
  const kinds = new Map(lineEnds.exceptions.map((end) => [end.offset, end.kind]));
  let previous = '';
  return text.replace(/\n/g, (_, offset: number) => {
    const wanted = kinds.get(offset) ?? lineEnds.dominant;
    // `\r` and `\n` of two neighbouring lines would read as one line end.
    const merges = previous === '\r' && wanted === '\n' && text[offset - 1] === '\n';
    previous = merges ? '\r' : wanted;
    return previous;
  });
}

/**
 * The line ends after `edits` of the LF text `before`: lines that stay keep theirs, new lines get
 * the usual kind. What an edit puts back unchanged at its start or end counts as staying.
 */
export function mapLineEnds(lineEnds: LineEnds, edits: readonly TextEdit[], before: string): LineEnds {
  if (lineEnds.exceptions.length === 0 || edits.length === 0) return lineEnds;
  const exceptions: LineEndException[] = [];
  const narrow = edits.map((edit) => narrowEdit(edit, before));
  let next = 0;
  let shift = 0;
  for (const end of lineEnds.exceptions) {
    for (let edit = narrow[next]; edit !== undefined && edit.to <= end.offset; edit = narrow[next]) {
      shift += edit.insert.length - (edit.to - edit.from);
      next += 1;
    }
    const inside = narrow[next];
    const gone = inside !== undefined && inside.from <= end.offset && end.offset < inside.to;
    if (!gone) exceptions.push({ offset: end.offset + shift, kind: end.kind });
  }
  return { dominant: lineEnds.dominant, exceptions };
}

function narrowEdit(edit: TextEdit, before: string): TextEdit {
  let { from, to } = edit;
  let start = 0;
  let stop = edit.insert.length;
  while (from < to && start < stop && before[from] === edit.insert[start]) {
    from += 1;
    start += 1;
  }
  while (to > from && stop > start && before[to - 1] === edit.insert[stop - 1]) {
    to -= 1;
    stop -= 1;
  }
  return { from, to, insert: edit.insert.slice(start, stop) };
}
