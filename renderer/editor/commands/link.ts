import { EditorSelection } from '@codemirror/state';
import type { ChangeSpec, EditorState, SelectionRange, StateCommand } from '@codemirror/state';
import { enclosing, isCode } from './syntax.ts';
import type { SyntaxNode } from './syntax.ts';

interface RangeUpdate {
  readonly changes?: ChangeSpec;
  readonly range: SelectionRange;
}

const address = /^(?:https?:\/\/|mailto:)\S+$/i;

/**
 * Makes the selected words a link and waits for its address; a selected address becomes the target of a link
 * that waits for its words. Inside a link: takes the link away and leaves its words.
 */
export const link: StateCommand = ({ state, dispatch }) => {
  if (state.readOnly) return false;
  const update = state.changeByRange((range) => {
    if (isCode(state, range.from, range.to)) return { range };
    const found = enclosing(state, range.from, range.to, 'Link');
    if (found !== undefined) return unlink(state, range, found);
    return wrap(state, range.empty ? (state.wordAt(range.head) ?? range) : range);
  });
  dispatch(state.update(update, { scrollIntoView: true, userEvent: 'input' }));
  return true;
};

function wrap(state: EditorState, { from, to }: SelectionRange): RangeUpdate {
  const text = state.sliceDoc(from, to);
  if (address.test(text)) {
    return {
      changes: [
        { from, insert: '[](' },
        { from: to, insert: ')' },
      ],
      range: EditorSelection.cursor(from + 1),
    };
  }
  return {
    changes: [
      { from, insert: '[' },
      { from: to, insert: ']()' },
    ],
    range: EditorSelection.cursor(text === '' ? from + 1 : to + 3),
  };
}

function unlink(state: EditorState, range: SelectionRange, found: SyntaxNode): RangeUpdate {
  const marks = found.getChildren('LinkMark');
  const close = marks[1];
  if (close === undefined) return { range };
  const changes = state.changes([
    { from: found.from, to: found.from + 1 },
    { from: close.from, to: found.to },
  ]);
  const within = (at: number): number => changes.mapPos(Math.min(at, close.from));
  return { changes, range: EditorSelection.range(within(range.anchor), within(range.head)) };
}
