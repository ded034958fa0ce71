import { isOverLimit } from './load.ts';
import type { DataLoad } from './load.ts';

const delimiters = ['"""', "'''", '"', "'"];

/**
 * Counts what a TOML text would ask of the parser: brackets and dotted keys as depth, lines and
 * separators as entries. Strings and comments are skipped as TOML 1.0 delimits them.
 */
export function countTomlLoad(text: string): DataLoad {
  let depth = 0;
  let dots = 0;
  let deepest = 0;
  let entries = 0;
  let offset = 0;
  while (offset < text.length) {
    const character = text[offset] ?? '';
    const skipped = skipOpaque(text, offset, character);
    if (skipped !== undefined) {
      offset = skipped;
      continue;
    }
    if (character === '[' || character === '{') depth += 1;
    else if (character === ']' || character === '}') depth = Math.max(0, depth - 1);
    else if (character === '.') dots += 1;
    if (/[\n,=[\]]/.test(character)) dots = 0;
    if (/[\n,]/.test(character)) entries += 1;
    offset += 1;
    deepest = Math.max(deepest, depth, dots);
    const load = { depth: deepest, entries, marks: 0, offset };
    if (isOverLimit(load)) return load;
  }
  return { depth: deepest, entries, marks: 0, offset };
}

/** The end of the string or comment that starts at `offset`, or undefined if none does. */
function skipOpaque(text: string, offset: number, character: string): number | undefined {
  if (character === '#') {
    const end = text.indexOf('\n', offset);
    return end === -1 ? text.length : end;
  }
  const delimiter = delimiters.find((candidate) => text.startsWith(candidate, offset));
  return delimiter === undefined ? undefined : stringEnd(text, offset + delimiter.length, delimiter);
}

function stringEnd(text: string, from: number, delimiter: string): number {
  const escapes = delimiter.startsWith('"');
  for (let at = from; at < text.length; at += 1) {
    if (escapes && text[at] === '\\') at += 1;
    else if (text.startsWith(delimiter, at)) return at + delimiter.length;
    else if (text[at] === '\n' && delimiter.length === 1) return at;
  }
  return text.length;
}
