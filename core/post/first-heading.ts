import { visibleText } from './counts.ts';

/**
 * The text of the first heading of a Markdown body, or undefined. Looks at the first 200 lines,
 * outside fenced code.
 */
export function firstHeading(body: string): string | undefined {
  const lines = body.split('\n', 200);
  let fence: string | undefined;
  for (const [index, line] of lines.entries()) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark !== undefined && (fence === undefined || mark.startsWith(fence))) {
      fence = fence === undefined ? mark : undefined;
      continue;
    }
    if (fence !== undefined) continue;
    const atx = /^ {0,3}#{1,6}[ \t]+(\S.*)$/.exec(line)?.[1];
    const underlined =
      /^ {0,3}(?:=+|-+)[ \t]*$/.test(lines[index + 1] ?? '') && isParagraph(line) ? line : undefined;
    const text = visibleText(atx ?? underlined ?? '');
    if (text !== '') return text;
  }
  return undefined;
}

function isParagraph(line: string): boolean {
  return /^ {0,3}[^\s>#|*+-]/.test(line) && !/^ {0,3}\d+[.)]/.test(line);
}
