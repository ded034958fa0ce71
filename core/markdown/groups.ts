import type { Token } from 'markdown-it';
import { hasRawHtml, spanningRanges } from './raw-html.ts';

/** One top-level piece of the body as tokens. Lines are 0-based; `toLine` is the line after the last. */
export interface TokenGroup {
  readonly tokens: readonly Token[];
  readonly fromLine: number;
  readonly toLine: number;
  /** Whether it holds HTML that the writer typed. */
  readonly raw: boolean;
}

/** Splits a body's tokens at the top level; pieces that raw HTML ties together stay one. */
export function groupTokens(tokens: readonly Token[]): readonly TokenGroup[] {
  const runs = topLevelRuns(tokens);
  const groups: TokenGroup[] = [];
  let next = 0;
  for (const [first, last] of spanningRanges(runs)) {
    for (; next < first; next += 1) groups.push(makeGroup(runs.slice(next, next + 1), groups.at(-1)));
    groups.push(makeGroup(runs.slice(first, last + 1), groups.at(-1)));
    next = last + 1;
  }
  for (; next < runs.length; next += 1) groups.push(makeGroup(runs.slice(next, next + 1), groups.at(-1)));
  return groups;
}

function topLevelRuns(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const runs: Token[][] = [];
  let depth = 0;
  for (const token of tokens) {
    if (depth === 0) runs.push([]);
    runs.at(-1)?.push(token);
    depth += token.nesting;
  }
  return runs;
}

function makeGroup(runs: readonly (readonly Token[])[], previous: TokenGroup | undefined): TokenGroup {
  const tokens = runs.flat();
  const maps = runs.flatMap((run) => run[0]?.map ?? []);
  const fromLine = maps.length > 0 ? Math.min(...maps.slice(0, 2)) : (previous?.toLine ?? 0);
  const toLine = maps.at(-1) ?? fromLine;
  return { tokens, fromLine, toLine, raw: hasRawHtml(tokens) };
}
