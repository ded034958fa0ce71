import type { TextEdit } from '../base/text-edit.ts';

interface Piece {
  /** Characters taken from the original text, or new ones. */
  readonly kind: 'kept' | 'new';
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/**
 * Joins two rounds of edits into one: `first` refers to a text of `length` code units, `second` to
 * what `first` made of it. The result refers to the original text, sorted and without overlaps.
 */
export function composeEdits(
  length: number,
  first: readonly TextEdit[],
  second: readonly TextEdit[],
): TextEdit[] {
  const middle = piecesOf(length, first);
  const result: Piece[] = [];
  let position = 0;
  for (const edit of second) {
    result.push(...slicePieces(middle, position, edit.from));
    if (edit.insert !== '') result.push({ kind: 'new', from: 0, to: 0, insert: edit.insert });
    position = edit.to;
  }
  result.push(...slicePieces(middle, position, Infinity));
  return editsOf(length, result);
}

function piecesOf(length: number, edits: readonly TextEdit[]): Piece[] {
  const pieces: Piece[] = [];
  let position = 0;
  for (const edit of edits) {
    pieces.push({ kind: 'kept', from: position, to: edit.from, insert: '' });
    pieces.push({ kind: 'new', from: 0, to: 0, insert: edit.insert });
    position = edit.to;
  }
  pieces.push({ kind: 'kept', from: position, to: length, insert: '' });
  return pieces;
}

function slicePieces(pieces: readonly Piece[], from: number, to: number): Piece[] {
  const result: Piece[] = [];
  let position = 0;
  for (const piece of pieces) {
    const size = piece.kind === 'kept' ? piece.to - piece.from : piece.insert.length;
    const start = Math.max(0, from - position);
    const stop = Math.min(size, to - position);
    position += size;
    if (start >= stop) continue;
    if (piece.kind === 'new') result.push({ ...piece, insert: piece.insert.slice(start, stop) });
    else result.push({ ...piece, from: piece.from + start, to: piece.from + stop });
  }
  return result;
}

function editsOf(length: number, pieces: readonly Piece[]): TextEdit[] {
  const edits: TextEdit[] = [];
  let position = 0;
  let insert = '';
  const close = (to: number): void => {
    if (to > position || insert !== '') edits.push({ from: position, to, insert });
    insert = '';
  };
  for (const piece of pieces) {
    if (piece.kind === 'new') {
      insert += piece.insert;
      continue;
    }
    close(piece.from);
    position = piece.to;
  }
  close(length);
  return edits;
}
