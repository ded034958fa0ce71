import { readData } from '../text-data/data-document.ts';
import type { DataDocument, DataMap } from '../text-data/types.ts';
import { lineOf } from '../text-data/values.ts';
import { rulesOf } from './dialects/dialect.ts';
import type { DialectRules } from './dialects/rules.ts';
import { findFences } from './fences.ts';
import { locate } from './meta-fields.ts';
import { readMeta } from './read-meta.ts';
import { salvage } from './salvage.ts';
import type { Dialect, FrontMatterBlock, FrontMatterProblem, Post, PostId, PostMeta } from './types.ts';

/** A post's front matter as data; offsets count from the block's `contentFrom`. */
export function readFrontMatter(text: string, block: FrontMatterBlock, dialect: Dialect): DataDocument {
  return readData(text.slice(block.contentFrom, block.contentTo), block.format, rulesOf(dialect).booleans);
}

/**
 * Reads a post from its text (LF line ends, no BOM). Never throws: whatever is wrong with the front
 * matter becomes a problem with its line, and the rest is read.
 */
export function readPost(id: PostId, text: string, dialect: Dialect): Post {
  const rules = rulesOf(dialect);
  const fences = findFences(text);
  if (fences.kind !== 'block') {
    const problems = fences.kind === 'unclosed' ? [unclosed(fences.format)] : [];
    return { id, text, block: undefined, bodyFrom: 0, meta: readMeta(id, emptyMap, rules), problems };
  }
  const { block } = fences;
  const document = readFrontMatter(text, block, dialect);
  const root = document.problems.length === 0 ? document.root : salvage(document);
  const meta = readMeta(id, root, rules);
  const problems = [
    ...document.problems.map((problem) => ({ ...problem, line: problem.line + 1 })),
    ...dateProblems(document.text, root, rules, meta),
  ];
  return { id, text, block, bodyFrom: block.to, meta, problems };
}

const emptyMap: DataMap = { kind: 'map', entries: [], from: 0, to: 0 };

function unclosed(format: FrontMatterBlock['format']): FrontMatterProblem {
  const fence = format === 'yaml' ? '---' : '+++';
  return {
    code: 'unclosed-front-matter',
    message: `The front matter starts with ${fence} but never ends, so it is read as text.`,
    remedy: `Put a line with ${fence} below its last key.`,
    line: 1,
  };
}

function dateProblems(
  text: string,
  root: DataMap,
  rules: DialectRules,
  meta: PostMeta,
): readonly FrontMatterProblem[] {
  return (['date', 'updated'] as const).flatMap((field) => {
    const date = meta[field];
    const place = locate(root, rules, field);
    if (date === undefined || date.iso !== undefined || place === undefined) return [];
    if (rules.computedDates.includes(date.text)) return [];
    const message = `“${date.text}” is not a date that Galley knows.`;
    const remedy = 'Write it as 2026-11-14 or 2026-11-14T09:00:00+01:00.';
    return [{ code: 'unreadable-date', message, remedy, line: lineOf(text, place.node.from) + 1 }];
  });
}
