import { Lexer } from 'yaml';
import { isOverLimit } from './load.ts';
import type { DataLoad } from './load.ts';

/** Tokens that stand for no characters: document mode, start of a scalar, end of flow. */
const controls = '\u0002\u001f\u0018';
/** Tokens that start with one of these open no block column. */
const noColumn = ' \t\n#:';

/**
 * Counts what a YAML text would ask of the parser, over the same tokens that the parser gets
 * (its lexer is a loop, so depth costs it nothing). Block nesting is the number of open columns.
 */
export function countYamlLoad(text: string): DataLoad {
  const columns: number[] = [];
  const load = { depth: 0, entries: 0, marks: 0, offset: 0 };
  let flow = 0;
  let lineStart = 0;
  for (const token of new Lexer().lex(text)) {
    const first = token.charAt(0);
    if (controls.includes(first)) continue;
    if (first === '&' || first === '*' || first === '!') load.marks += 1;
    else if (token.length === 1) {
      if (first === '[' || first === '{') flow += 1;
      else if (first === ']' || first === '}') flow = Math.max(0, flow - 1);
      else if (':-?,\n'.includes(first)) load.entries += 1;
    }
    if (flow <= 0 && !noColumn.includes(first)) openColumn(columns, load.offset - lineStart);
    const lastBreak = token.lastIndexOf('\n');
    if (lastBreak !== -1) lineStart = load.offset + lastBreak + 1;
    load.offset += token.length;
    load.depth = Math.max(load.depth, flow + columns.length);
    if (isOverLimit(load)) break;
  }
  return load;
}

function openColumn(columns: number[], column: number): void {
  while (columns.length > 0 && (columns.at(-1) ?? 0) > column) columns.pop();
  if (columns.at(-1) !== column) columns.push(column);
}
