import { ensureSyntaxTree, syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';

/** A node of the editor's Markdown tree, as commands walk it. */
export type SyntaxNode = ReturnType<ReturnType<typeof syntaxTree>['resolveInner']>;

/** Milliseconds that a command may spend on parsing what was not parsed yet. */
const budget = 50;

/** The innermost node of one of these names that holds all of `from` to `to`. */
export function enclosing(
  state: EditorState,
  from: number,
  to: number,
  ...names: readonly string[]
): SyntaxNode | undefined {
  const tree = ensureSyntaxTree(state, to, budget) ?? syntaxTree(state);
  for (const side of [1, -1] as const) {
    for (let node: SyntaxNode | null = tree.resolveInner(from, side); node !== null; node = node.parent) {
      if (names.includes(node.name) && node.from <= from && node.to >= to) return node;
    }
  }
  return undefined;
}

/** Whether Markdown has no meaning there: in code. */
export function isCode(state: EditorState, from: number, to: number): boolean {
  return enclosing(state, from, to, 'FencedCode', 'CodeBlock', 'InlineCode') !== undefined;
}

/** What stands before a line's own words: quote and list marks with their blanks. */
export const blockPrefix = /^\s*(?:(?:>|[-*+]|\d{1,9}[.)])(?:\s+|$)(?:\[[ xX]\]\s+)?)*/;
