import { applyEdits, type TextEdit } from '../../core/base/text-edit.ts';

interface Line {
  readonly from: number;
  readonly text: string;
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  const end = /\r\n|\n|\r/g;
  let from = 0;
  for (let match = end.exec(text); match !== null; match = end.exec(text)) {
    lines.push({ from, text: text.slice(from, match.index) });
    from = end.lastIndex;
  }
  lines.push({ from, text: text.slice(from) });
  return lines;
}

const fence = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*(`{3,}|~{3,})/;
const inlineCode = /(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g;

/** Where a link's destination may begin in the body: inline, in a definition, or in an HTML attribute. */
const bodyStart = String.raw`\]\(\s*<?|^[\s>]*\[[^\]]+\]:\s*<?|\b(?:src|href|poster)\s*=\s*["']?`;
/** And in front matter, where any value may be a path. */
const dataStart = String.raw`^|[\s"'\[,:=]`;

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

/** A stem as it stands in a link's destination. */
export function encodedStem(stem: string): string {
  return encodeURI(stem).replace(/[()#?&]/g, (found) => `%${found.charCodeAt(0).toString(16).toUpperCase()}`);
}

function matcher(start: string, stem: string): RegExp {
  const names = [...new Set([stem, encodeURI(stem), encodedStem(stem), encodeURIComponent(stem)])];
  const name = names
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|');
  return new RegExp(`(?<=(?:${start})(?:\\./)?assets/)(?:${name})(?=/)`, 'gm');
}

/** The number of lines that the front matter takes, its fences included; 0 without one. */
function headLength(lines: readonly Line[]): number {
  const opening = lines[0]?.text.trimEnd();
  if (opening !== '---' && opening !== '+++') return 0;
  const closing = lines.findIndex(({ text }, index) => index > 0 && text.trimEnd() === opening);
  return closing + 1;
}

function editsIn(line: Line, shown: string, pattern: RegExp, insert: string): readonly TextEdit[] {
  return [...shown.matchAll(pattern)].map((match) => {
    const from = line.from + match.index;
    return { from, to: from + match[0].length, insert };
  });
}

/**
 * Makes links to `assets/<from>/…` lead to `assets/<to>/…`: the destinations alone are changed, in
 * front matter, links, definitions and HTML attributes, and never in code.
 */
export function relink(text: string, from: string, to: string): string {
  const lines = linesOf(text);
  const head = headLength(lines);
  const inData = matcher(dataStart, from);
  const inBody = matcher(bodyStart, from);
  const edits: TextEdit[] = [];
  let open: string | undefined;
  for (const [index, line] of lines.entries()) {
    if (index < head) {
      edits.push(...editsIn(line, line.text, inData, to));
      continue;
    }
    const mark = fence.exec(line.text)?.[1];
    if (open !== undefined) {
      const closes =
        mark !== undefined && mark.startsWith(open) && line.text.trim().replaceAll('>', '').trim() === mark;
      if (closes) open = undefined;
      continue;
    }
    if (mark !== undefined) open = mark;
    else {
      const shown = line.text.replace(inlineCode, (code) => ' '.repeat(code.length));
      edits.push(...editsIn(line, shown, inBody, encodedStem(to)));
    }
  }
  return applyEdits(text, edits);
}
