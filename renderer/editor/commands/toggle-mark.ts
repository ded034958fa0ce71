import { EditorSelection } from '@codemirror/state';
import type { ChangeSpec, EditorState, SelectionRange, StateCommand } from '@codemirror/state';
import { blockPrefix, enclosing, isCode } from './syntax.ts';

/** An inline style of Markdown: the mark on both sides of the words, and its name in the syntax tree. */
export interface InlineMark {
  readonly mark: string;
  readonly node: 'StrongEmphasis' | 'Emphasis';
}

interface Span {
  readonly from: number;
  readonly to: number;
}

interface RangeUpdate {
  readonly changes?: ChangeSpec;
  readonly range: SelectionRange;
}

/** A command that puts an inline mark around every selection, or takes it away where it is. One undo step. */
export function toggleMark(style: InlineMark): StateCommand {
  return ({ state, dispatch }) => {
    if (state.readOnly) return false;
    const update = state.changeByRange((range) =>
      isCode(state, range.from, range.to)
        ? { range }
        : range.empty
          ? atCursor(state, range, style)
          : onSelection(state, range, style),
    );
    dispatch(state.update(update, { scrollIntoView: true, userEvent: 'input' }));
    return true;
  };
}

function atCursor(state: EditorState, range: SelectionRange, { mark, node }: InlineMark): RangeUpdate {
  const at = range.head;
  const size = mark.length;
  if (state.sliceDoc(at - size, at + size) === mark + mark) {
    return { changes: { from: at - size, to: at + size }, range: EditorSelection.cursor(at - size) };
  }
  const found = enclosing(state, at, at, node);
  // At the end of the marked words the same key goes on without the mark, as in other editors.
  if (found !== undefined && at === found.to - size) return { range: EditorSelection.cursor(at + size) };
  if (found !== undefined && found.from < at && at < found.to) {
    const cursor = Math.min(Math.max(at, found.from + size), found.to - size);
    return { changes: unwrap(found, size), range: EditorSelection.cursor(cursor - size) };
  }
  const word = state.wordAt(at);
  if (word !== null) return { changes: wrap(word, mark), range: EditorSelection.cursor(at + size) };
  return { changes: { from: at, insert: mark + mark }, range: EditorSelection.cursor(at + size) };
}

function onSelection(state: EditorState, range: SelectionRange, style: InlineMark): RangeUpdate {
  const size = style.mark.length;
  const pieces = wordPieces(state, range);
  const marked = pieces.map((piece) => markedAround(state, piece, style));
  const isOff = marked.length > 0 && marked.every((span) => span !== undefined);
  const changes = isOff
    ? unique(marked.filter((span) => span !== undefined)).flatMap((span) => unwrap(span, size))
    : pieces.filter((_, index) => marked[index] === undefined).flatMap((piece) => wrap(piece, style.mark));
  const map = state.changes(changes);
  const first = pieces[0] ?? range;
  const last = pieces.at(-1) ?? range;
  // The words stay selected, without their marks.
  return { changes, range: EditorSelection.range(map.mapPos(first.from, 1), map.mapPos(last.to, -1)) };
}

/** The marked span that holds the piece, or that the piece holds exactly (its marks selected, too). */
function markedAround(state: EditorState, piece: Span, { node }: InlineMark): Span | undefined {
  return enclosing(state, piece.from, piece.to, node);
}

/** The selected words without blanks at their ends: one piece a paragraph, list item or heading. */
function wordPieces(state: EditorState, { from, to }: Span): readonly Span[] {
  const pieces: Span[] = [];
  let joins = false;
  for (let at = from; at <= to;) {
    const line = state.doc.lineAt(at);
    const prefix = prefixLength(line.text);
    const piece = trimmed(state, Math.max(from, line.from + prefix), Math.min(to, line.to));
    const before = pieces.at(-1);
    if (piece !== undefined && joins && prefix === 0 && before !== undefined) {
      pieces[pieces.length - 1] = { from: before.from, to: piece.to };
    } else if (piece !== undefined) pieces.push(piece);
    joins = piece !== undefined;
    at = line.to + 1;
  }
  return pieces;
}

function prefixLength(line: string): number {
  const block = blockPrefix.exec(line)?.[0] ?? '';
  return block.length + (/^#{1,6}\s+/.exec(line.slice(block.length))?.[0].length ?? 0);
}

function trimmed(state: EditorState, from: number, to: number): Span | undefined {
  if (from >= to) return undefined;
  const text = state.sliceDoc(from, to);
  const start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  return start < end ? { from: from + start, to: from + end } : undefined;
}

function wrap({ from, to }: Span, mark: string): readonly ChangeSpec[] {
  return [
    { from, insert: mark },
    { from: to, insert: mark },
  ];
}

function unwrap({ from, to }: Span, size: number): readonly ChangeSpec[] {
  return [
    { from, to: from + size },
    { from: to - size, to },
  ];
}

function unique(spans: readonly Span[]): readonly Span[] {
  return spans.filter((span, index) => spans.findIndex((other) => other.from === span.from) === index);
}
