import type { ChangeSpec, EditorState } from '@codemirror/state';
import { enclosing } from './syntax.ts';
import type { SyntaxNode } from './syntax.ts';

const lists = ['OrderedList', 'BulletList'];

/**
 * The changes that number the ordered lists around `at` without gaps. The outermost keeps its first number,
 * those inside begin with 1.
 */
export function renumbering(state: EditorState, at: number): readonly ChangeSpec[] {
  let outermost = enclosing(state, at, at, ...lists);
  for (let node = outermost?.parent; node; node = node.parent) {
    if (lists.includes(node.name)) outermost = node;
  }
  return outermost === undefined ? [] : numbersIn(state, outermost, true);
}

function numbersIn(state: EditorState, list: SyntaxNode, isOutermost: boolean): readonly ChangeSpec[] {
  const items = list.getChildren('ListItem');
  let next = isOutermost ? (numberOf(state, items[0]) ?? 1) : 1;
  return items.flatMap((item) => {
    const own = list.name === 'OrderedList' ? renumbered(state, item, next) : [];
    next += 1;
    const inner = lists.flatMap((name) => item.getChildren(name));
    return [...own, ...inner.flatMap((child) => numbersIn(state, child, false))];
  });
}

function digits(state: EditorState, item: SyntaxNode | undefined): string {
  return item === undefined ? '' : (/^\d+/.exec(state.sliceDoc(item.from, item.from + 9))?.[0] ?? '');
}

function numberOf(state: EditorState, item: SyntaxNode | undefined): number | undefined {
  const text = digits(state, item);
  return text === '' ? undefined : Number(text);
}

function renumbered(state: EditorState, item: SyntaxNode, number: number): readonly ChangeSpec[] {
  const text = digits(state, item);
  const insert = String(number);
  return text === '' || text === insert ? [] : [{ from: item.from, to: item.from + text.length, insert }];
}
