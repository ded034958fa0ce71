import type { ChangeSpec, EditorState, Line, StateCommand } from '@codemirror/state';
import { blockPrefix, enclosing, isCode } from './syntax.ts';

/** 1 to 6; 0 is a plain paragraph. */
export type HeadingLevel = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** Makes the selected lines headings of this level; lines that all are become paragraphs. */
export function heading(level: HeadingLevel): StateCommand {
  return ({ state, dispatch }) => {
    if (state.readOnly) return false;
    const lines = headingLines(state);
    const isThere = lines.length > 0 && lines.every((line) => levelOf(line) === level);
    const wanted = isThere ? 0 : level;
    const changes = state.changes(
      lines.flatMap((line) => [...remark(line, wanted), ...dropUnderline(state, line)]),
    );
    // A cursor at the start of the line goes behind the new mark.
    const selection = state.selection.map(changes, 1);
    dispatch(state.update({ changes, selection, scrollIntoView: true, userEvent: 'input' }));
    return true;
  };
}

/** The lines of all selections that can be a heading; a blank one only if it is all that is selected. */
function headingLines(state: EditorState): readonly Line[] {
  const lines = new Map<number, Line>();
  for (const { from, to, empty } of state.selection.ranges) {
    const last = state.doc.lineAt(to).number;
    for (let number = state.doc.lineAt(from).number; number <= last; number += 1) {
      const line = state.doc.line(number);
      const isUsable = empty || line.text.trim() !== '';
      if (isUsable && !isCode(state, line.from, line.to)) lines.set(number, line);
    }
  }
  return [...lines.values()];
}

function mark(line: Line): { readonly from: number; readonly text: string } {
  const prefix = blockPrefix.exec(line.text)?.[0] ?? '';
  return { from: prefix.length, text: /^#{1,6}(?:\s+|$)/.exec(line.text.slice(prefix.length))?.[0] ?? '' };
}

function levelOf(line: Line): number {
  return mark(line).text.trimEnd().length;
}

function remark(line: Line, level: HeadingLevel): readonly ChangeSpec[] {
  const { from, text } = mark(line);
  const insert = level === 0 ? '' : `${'#'.repeat(level)} `;
  return insert === text ? [] : [{ from: line.from + from, to: line.from + from + text.length, insert }];
}

/** A heading of the underlined kind becomes one of the other kind. */
function dropUnderline(state: EditorState, line: Line): readonly ChangeSpec[] {
  const node = enclosing(state, line.from, line.to, 'SetextHeading1', 'SetextHeading2');
  const underline = node?.getChild('HeaderMark');
  if (!underline) return [];
  const own = state.doc.lineAt(underline.from);
  return own.number === line.number ? [] : [{ from: own.from - 1, to: own.to }];
}
