import { countColumn } from '@codemirror/state';
import type { ChangeSpec, EditorState, Line, StateCommand, Transaction } from '@codemirror/state';
import { renumbering } from './renumber.ts';
import { enclosing } from './syntax.ts';
import type { SyntaxNode } from './syntax.ts';

/** Makes the selected list items children of the item before them. Not in a list: not handled. */
export const indentList: StateCommand = ({ state, dispatch }) => {
  const items = selectedItems(state);
  const first = items[0];
  if (first === undefined || state.readOnly) return false;
  const before = siblingBefore(first);
  if (before === undefined) return true;
  const insert = ' '.repeat(contentColumn(state, before) - columnOf(state, first.from));
  dispatch(onEachLine(state, items, (from) => ({ from, insert })));
  return true;
};

/** Makes the selected list items siblings of the item that holds them. Not in a list: not handled. */
export const outdentList: StateCommand = ({ state, dispatch }) => {
  const items = selectedItems(state);
  const first = items[0];
  if (first === undefined || state.readOnly) return false;
  const parent = first.parent?.parent;
  if (parent?.name !== 'ListItem') return true;
  const columns = columnOf(state, first.from) - columnOf(state, parent.from);
  dispatch(onEachLine(state, items, (from, text) => ({ from, to: from + blanks(text, columns) })));
  return true;
};

/** The sibling items that the main selection touches; empty when its first line begins no item. */
function selectedItems(state: EditorState): readonly SyntaxNode[] {
  const { from, to } = state.selection.main;
  const line = state.doc.lineAt(from);
  const start = line.from + (/^[\s>]*/.exec(line.text)?.[0].length ?? 0);
  const first = enclosing(state, Math.min(start + 1, line.to), Math.min(start + 1, line.to), 'ListItem');
  if (first === undefined) return [];
  const items = [first];
  for (let next = first.nextSibling; next !== null && next.from <= to; next = next.nextSibling) {
    if (next.name === 'ListItem') items.push(next);
  }
  return items;
}

/** Marks of block quotes may stand between two items. */
function siblingBefore(item: SyntaxNode): SyntaxNode | undefined {
  let before = item.prevSibling;
  while (before !== null && before.name !== 'ListItem') before = before.prevSibling;
  return before ?? undefined;
}

/** How many characters of a line belong to the block quotes around the list. */
function quoteLength(text: string): number {
  return /^(?: {0,3}> ?)*/.exec(text)?.[0].length ?? 0;
}

function columnIn(state: EditorState, line: Line, to: number): number {
  const from = quoteLength(line.text);
  return countColumn(line.text.slice(from, Math.max(from, to - line.from)), state.tabSize);
}

function columnOf(state: EditorState, at: number): number {
  return columnIn(state, state.doc.lineAt(at), at);
}

/** The column where the words of an item begin; that is where its children stand. */
function contentColumn(state: EditorState, item: SyntaxNode): number {
  const line = state.doc.lineAt(item.from);
  const marker =
    /^(?:[-*+]|\d{1,9}[.)])(?: {1,4}(?=\S)| |$)/.exec(state.sliceDoc(item.from, line.to))?.[0] ?? '- ';
  return columnIn(state, line, item.from) + Math.max(marker.length, 2);
}

/** How many characters at the start of `text` are blanks worth at most `columns` columns. */
function blanks(text: string, columns: number): number {
  let length = 0;
  while (
    length < text.length &&
    /[ \t]/.test(text[length] ?? '') &&
    countColumn(text.slice(0, length), 4) < columns
  ) {
    length += 1;
  }
  return length;
}

/** One transaction that changes every line of the items, then numbers the lists anew. */
function onEachLine(
  state: EditorState,
  items: readonly SyntaxNode[],
  change: (from: number, text: string) => ChangeSpec,
): Transaction {
  const from = state.doc.lineAt(items[0]?.from ?? 0).number;
  const last = state.doc.lineAt(items.at(-1)?.to ?? 0).number;
  const specs: ChangeSpec[] = [];
  for (let number = from; number <= last; number += 1) {
    const line = state.doc.line(number);
    const prefix = quoteLength(line.text);
    const text = line.text.slice(prefix);
    if (text.trim() !== '') specs.push(change(line.from + prefix, text));
  }
  const changes = state.changes(specs);
  const moved = state.update({ changes }).state;
  const numbers = renumbering(moved, changes.mapPos(items[0]?.from ?? 0, 1));
  return state.update({
    changes: changes.compose(moved.changes(numbers)),
    scrollIntoView: true,
    userEvent: 'input.indent',
  });
}
