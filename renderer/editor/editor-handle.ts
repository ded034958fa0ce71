import type { CommandId } from '../../core/ipc/commands.ts';

/** Where the cursor is: 1-based line of the body and 1-based column. */
export interface Caret {
  readonly line: number;
  readonly column: number;
}

/** What others may ask of the editor. Lines are 0-based lines of the body; fractions are parts of a line's height. */
export interface EditorHandle {
  /** Runs an `edit.…` or `insert.…` command; false when the command is not the editor's or did nothing. */
  readonly run: (command: CommandId) => boolean;
  readonly focus: () => void;
  readonly openSearch: () => void;
  readonly isShown: () => boolean;
  /** The line at the top edge. */
  readonly topLine: () => number;
  readonly scrollToLine: (line: number) => void;
  /** Puts the cursor at the start of a line and shows it. The focus stays where it is. */
  readonly goToLine: (line: number) => void;
  /** Calls back at every scroll, by whomever; the answer stops that. */
  readonly onScroll: (listener: () => void) => () => void;
  /** Calls back when the person turns to the editor: wheel, pointer or key. */
  readonly onIntent: (listener: () => void) => () => void;
  /** Calls back when the editor has another size, e.g. because it came into view. */
  readonly onLayout: (listener: () => void) => () => void;
  /** Calls back now and whenever the cursor has moved. */
  readonly onCaret: (listener: (caret: Caret) => void) => () => void;
}
