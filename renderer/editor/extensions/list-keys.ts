import { indentLess, indentMore, insertTab } from '@codemirror/commands';
import type { KeyBinding } from '@codemirror/view';
import type { StateCommand } from '@codemirror/state';
import { deleteMarkupBackward, insertNewlineContinueMarkupCommand } from '@codemirror/lang-markdown';
import { indentList, outdentList } from '../commands/indent-list.ts';
import { isCode } from '../commands/syntax.ts';

/** Code and several lines are indented; in prose Tab goes on to the next control, as everywhere else. */
const indentOther: StateCommand = (target) => {
  const { main } = target.state.selection;
  const spansLines = target.state.doc.lineAt(main.from).to < main.to;
  if (spansLines) return indentMore(target);
  return isCode(target.state, main.from, main.to) && insertTab(target);
};

const outdentOther: StateCommand = (target) => {
  const { main } = target.state.selection;
  const spansLines = target.state.doc.lineAt(main.from).to < main.to;
  return (spansLines || isCode(target.state, main.from, main.to)) && indentLess(target);
};

/** Enter and Backspace continue and end lists and quotes; Tab and Shift+Tab move list items in and out. */
export const listKeys: readonly KeyBinding[] = [
  { key: 'Enter', run: insertNewlineContinueMarkupCommand({ nonTightLists: false }) },
  { key: 'Backspace', run: deleteMarkupBackward },
  { key: 'Tab', run: indentList, shift: outdentList },
  { key: 'Tab', run: indentOther, shift: outdentOther },
];
