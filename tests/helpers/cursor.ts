import { ensureSyntaxTree } from '@codemirror/language';
import { EditorSelection, EditorState } from '@codemirror/state';
import type { Extension, SelectionRange, StateCommand } from '@codemirror/state';

/**
 * An editor's state in cursor notation: `|` is a cursor, `‹` and `›` enclose a selection. The first is the
 * main one.
 */
export function stateOf(notation: string, extensions: Extension = []): EditorState {
  const ranges: SelectionRange[] = [];
  let doc = '';
  let start: number | undefined;
  for (const sign of notation) {
    if (sign === '|') ranges.push(EditorSelection.cursor(doc.length));
    else if (sign === '‹') start = doc.length;
    else if (sign === '›') ranges.push(EditorSelection.range(start ?? doc.length, doc.length));
    else doc += sign;
  }
  const selection = ranges.length === 0 ? undefined : EditorSelection.create(ranges);
  const state = EditorState.create({
    doc,
    selection,
    extensions: [EditorState.allowMultipleSelections.of(true), extensions],
  });
  ensureSyntaxTree(state, doc.length, 5000);
  return state;
}

/** The same notation of a state. */
export function notationOf(state: EditorState): string {
  const signs = state.selection.ranges.flatMap(({ from, to, empty }) =>
    empty
      ? [{ at: from, sign: '|' }]
      : [
          { at: from, sign: '‹' },
          { at: to, sign: '›' },
        ],
  );
  let text = '';
  let at = 0;
  for (const sign of signs) {
    text += state.sliceDoc(at, sign.at) + sign.sign;
    at = sign.at;
  }
  return text + state.sliceDoc(at);
}

/** Runs a command on a state in cursor notation; `handled` is what the command answered. */
export function runOn(
  command: StateCommand,
  notation: string,
  extensions: Extension = [],
): { readonly text: string; readonly handled: boolean; readonly transactions: number } {
  let state = stateOf(notation, extensions);
  let transactions = 0;
  const handled = command({
    state,
    dispatch: (transaction) => {
      transactions += 1;
      state = transaction.state;
    },
  });
  return { text: notationOf(state), handled, transactions };
}
