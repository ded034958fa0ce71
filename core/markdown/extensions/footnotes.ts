import type { Env, MarkdownIt, StateBlock, StateCore, StateInline, Token } from 'markdown-it';
import { englishLabels, type BodyLabels } from '../labels.ts';
import { collectFootnotes, type FootnoteReference } from './footnote-list.ts';

const maxLabelLength = 100;
const bracketOpen = 0x5b;
const bracketClose = 0x5d;
const caret = 0x5e;
const colon = 0x3a;

/** The labels that footnotes define, normalised; filled by the block rule, read by the inline rule. */
const definedLabels = Symbol('footnote labels');

/** Where the words for footnotes stand in the parser's environment, a `BodyLabels`. */
export const footnoteWords = Symbol('footnote words');

/**
 * Footnotes: `text[^label]` and `[^label]: the note` anywhere. Notes are numbered by their first reference
 * and gathered at the end of the tokens, as one `footnotes_open` … `footnotes_close` run.
 * The first definition of a label wins; a note that nothing refers to is not shown.
 */
export function footnotes(parser: MarkdownIt): void {
  parser.block.ruler.before('reference', 'footnote_definition', definition, {
    alt: ['paragraph', 'reference'],
  });
  parser.inline.ruler.after('image', 'footnote_reference', reference);
  parser.core.ruler.after('inline', 'footnote_list', (state: StateCore) => {
    state.tokens = collectFootnotes(state.tokens);
  });
  const rules = parser.renderer.rules;
  rules['footnote_reference'] = (tokens, index) => renderReference(tokens[index]);
  rules['footnotes_open'] = (_tokens, _index, _options, env) =>
    `<section class="footnotes" role="doc-endnotes" aria-label="${parser.utils.escapeHtml(wordsOf(env).footnotes)}">\n<ol>\n`;
  rules['footnotes_close'] = () => '</ol>\n</section>\n';
  rules['footnote_open'] = (tokens, index) => `<li id="fn-${numberIn(tokens[index])}">\n`;
  rules['footnote_close'] = () => '</li>\n';
  rules['footnote_back'] = (tokens, index, _options, env) =>
    renderBack(tokens[index], parser.utils.escapeHtml(wordsOf(env).backToText));
}

function labelsOf(env: Env): Set<string> {
  const known = env[definedLabels] as Set<string> | undefined;
  if (known) return known;
  const labels = new Set<string>();
  env[definedLabels] = labels;
  return labels;
}

function wordsOf(env: Env | undefined): BodyLabels {
  return (env?.[footnoteWords] as BodyLabels | undefined) ?? englishLabels;
}

/** Offset of the bracket that ends a label starting at `from`, or -1. Looks at `maxLabelLength` characters at most. */
function labelEnd(source: string, from: number, max: number): number {
  const limit = Math.min(max, from + maxLabelLength);
  for (let position = from; position < limit; position += 1) {
    const code = source.charCodeAt(position);
    if (code === bracketClose) return position > from ? position : -1;
    if (code === bracketOpen || code <= 0x20) return -1;
  }
  return -1;
}

function definition(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  const max = state.eMarks[startLine] ?? 0;
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  if (state.src.charCodeAt(start) !== bracketOpen || state.src.charCodeAt(start + 1) !== caret) return false;
  const end = labelEnd(state.src, start + 2, max);
  if (end < 0 || state.src.charCodeAt(end + 1) !== colon) return false;
  if (silent) return true;

  const label = state.md.utils.normalizeReference(state.src.slice(start + 2, end));
  labelsOf(state.env).add(label);
  const open = state.push('footnote_definition_open', '', 1);
  open.meta = { label };
  parseNote(state, startLine, endLine, end + 2);
  const close = state.push('footnote_definition_close', '', -1);
  open.map = [startLine, state.line];
  close.map = open.map;
  return true;
}

/** Parses the note as blocks indented by four columns, its first line starting at offset `from`. */
function parseNote(state: StateBlock, startLine: number, endLine: number, from: number): void {
  const max = state.eMarks[startLine] ?? 0;
  const saved = {
    bMark: state.bMarks[startLine] ?? 0,
    tShift: state.tShift[startLine] ?? 0,
    sCount: state.sCount[startLine] ?? 0,
    parentType: state.parentType,
  };
  const firstColumn = saved.sCount + from - (saved.bMark + saved.tShift);
  let column = firstColumn;
  let position = from;
  while (position < max && state.md.utils.isSpace(state.src.charCodeAt(position))) {
    column += state.src.charCodeAt(position) === 0x09 ? 4 - (column % 4) : 1;
    position += 1;
  }
  state.bMarks[startLine] = from;
  state.tShift[startLine] = position - from;
  state.sCount[startLine] = column - firstColumn;
  state.blkIndent += 4;
  state.parentType = 'footnote';
  if (column - firstColumn < state.blkIndent)
    state.sCount[startLine] = column - firstColumn + state.blkIndent;

  state.md.block.tokenize(state, startLine, endLine);

  state.parentType = saved.parentType;
  state.blkIndent -= 4;
  state.bMarks[startLine] = saved.bMark;
  state.tShift[startLine] = saved.tShift;
  state.sCount[startLine] = saved.sCount;
}

function reference(state: StateInline, silent: boolean): boolean {
  const start = state.pos;
  if (state.src.charCodeAt(start) !== bracketOpen || state.src.charCodeAt(start + 1) !== caret) return false;
  const end = labelEnd(state.src, start + 2, state.posMax);
  if (end < 0) return false;
  const label = state.md.utils.normalizeReference(state.src.slice(start + 2, end));
  if (!labelsOf(state.env).has(label)) return false;
  // A silent run looks for the end of a link's text, which may hold a mark as it may hold a pair of brackets.
  if (silent) return false;
  const token = state.push('footnote_reference', '', 0);
  // A link cannot hold a link: inside one the mark is shown without its own.
  const meta: FootnoteReference = { label, number: 0, use: 0, linked: state.linkLevel === 0 };
  token.meta = { ...meta };
  state.pos = end + 1;
  return true;
}

function numberIn(token: Token | undefined): number {
  return Number(token?.meta?.['number'] ?? 0);
}

function renderReference(token: Token | undefined): string {
  const number = numberIn(token);
  const use = Number(token?.meta?.['use'] ?? 1);
  if (token?.meta?.['linked'] !== true) return `<sup class="footnote-ref">${number}</sup>`;
  const id = use === 1 ? `fnref-${number}` : `fnref-${number}-${use}`;
  return `<sup class="footnote-ref"><a href="#fn-${number}" id="${id}" role="doc-noteref">${number}</a></sup>`;
}

function renderBack(token: Token | undefined, name: string): string {
  const number = numberIn(token);
  const uses = (token?.meta?.['uses'] as readonly number[] | undefined) ?? [];
  return uses
    .map((use) => {
      const mark = use === 1 ? `${number}` : `${number}-${use}`;
      // The variation selector keeps phones from showing an emoji.
      return ` <a href="#fnref-${mark}" class="footnote-back" role="doc-backlink" aria-label="${name} (${mark})">↩\uFE0E</a>`;
    })
    .join('');
}
