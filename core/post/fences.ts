import type { FrontMatterBlock, FrontMatterFormat } from './types.ts';

/** What stands at the start of a post's text. */
export type FenceReading =
  | { readonly kind: 'none' }
  | { readonly kind: 'block'; readonly block: FrontMatterBlock }
  /** An opening fence followed by what looks like front matter, but no closing one. */
  | { readonly kind: 'unclosed'; readonly format: FrontMatterFormat };

const yamlKeyLine = /^[ \t]*(?:[\p{L}\p{N}_"'][^:\n]*:(?:[ \t]|$)|\{)/u;
const tomlKeyLine = /^[ \t]*(?:(?:[\w.-]|"[^"\n]*"|'[^'\n]*')+[ \t]*=|\[)/;

/**
 * Finds the front matter: `---` (closed by `---` or `...`) or `+++` alone on the very first line.
 * A block without a single line that looks like a key is a thematic break and text, not front matter.
 */
export function findFences(text: string): FenceReading {
  const opening = /^(---|\+\+\+)[ \t]*(?:\n|$)/.exec(text);
  if (opening === null) return { kind: 'none' };
  const format = opening[1] === '---' ? 'yaml' : 'toml';
  const contentFrom = opening[0].length;
  const closing = format === 'yaml' ? /^(?:---|\.\.\.)[ \t]*$/gm : /^\+\+\+[ \t]*$/gm;
  closing.lastIndex = contentFrom;
  const match = closing.exec(text);
  if (match === null || !opening[0].endsWith('\n')) {
    const first = text
      .slice(contentFrom)
      .split('\n', 20)
      .find((line) => line.trim() !== '' && !line.startsWith('#'));
    return looksLikeData(first ?? '', format) ? { kind: 'unclosed', format } : { kind: 'none' };
  }
  const contentTo = match.index;
  const end = contentTo + match[0].length;
  const content = text.slice(contentFrom, contentTo);
  if (!isData(content, format)) return { kind: 'none' };
  return { kind: 'block', block: { format, contentFrom, contentTo, to: Math.min(text.length, end + 1) } };
}

function isData(content: string, format: FrontMatterFormat): boolean {
  const lines = content.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  return lines.length === 0 || lines.some((line) => looksLikeData(line, format));
}

function looksLikeData(line: string, format: FrontMatterFormat): boolean {
  return (format === 'yaml' ? yamlKeyLine : tomlKeyLine).test(line);
}
