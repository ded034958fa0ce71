import type { BooleanRules, DataValue } from './types.ts';
import { isDataList, isDataMap, isDateText } from './values.ts';
import { inlineBoolean, inlineString, isPlainShape, isPrintable, doubleQuoted } from './yaml-scalar.ts';
import type { YamlContext } from './yaml-scalar.ts';

/** A value as it is written behind `key:` or `-`: what follows on the line, and the lines below it. */
export interface YamlText {
  /** Characters on the indicator's own line, without the space before them; may be empty. */
  readonly head: string;
  /** Full lines below, each with its indentation, without line ends. */
  readonly lines: readonly string[];
}

/** How a value was written before; empty for a new one. */
export interface OldStyle {
  /** The source characters of the old scalar, quotes and block header included. */
  readonly source: string;
  readonly booleans: BooleanRules;
  /** Columns of the old block scalar's content. */
  readonly contentIndent?: number | undefined;
}

const wrapColumn = 80;
const longestInlineList = 90;

/** Writes a key, with quotes only where they are needed. */
export function yamlKey(key: string): string {
  return /^[A-Za-z_][\w-]*$/.test(key) ? inlineString(key, 'flow') : doubleQuoted(key);
}

/** Writes a value on one line, collections in brackets. */
export function inlineValue(value: DataValue, context: YamlContext, old?: OldStyle): string {
  if (isDataList(value)) return `[${value.map((item) => inlineValue(item, 'flow')).join(', ')}]`;
  if (isDataMap(value)) {
    if (value.size === 0) return '{}';
    const pairs = [...value].map(([key, inner]) => `${yamlKey(key)}: ${inlineValue(inner, 'flow')}`);
    return `{ ${pairs.join(', ')} }`;
  }
  if (isDateText(value)) return inlineDate(value.date, context, old);
  if (typeof value === 'string') return inlineString(value, context, old?.source);
  if (typeof value === 'boolean') return inlineBoolean(value, old?.booleans ?? 'core', old?.source);
  return value === null ? 'null' : numberText(value);
}

function inlineDate(date: string, context: YamlContext, old?: OldStyle): string {
  if (old !== undefined && /^["']/.test(old.source)) return inlineString(date, context, old.source);
  return isPlainShape(date, context) ? date : inlineString(date, context);
}

function numberText(value: number): string {
  if (Number.isNaN(value)) return '.nan';
  if (Number.isFinite(value)) return String(value);
  return value > 0 ? '.inf' : '-.inf';
}

/**
 * Writes a value behind an indicator of a block collection whose own column is `indent`.
 * Lists of short scalars go in brackets; maps and lists of maps get lines of their own;
 * strings with line breaks, or that were block scalars, become block scalars.
 */
export function blockValue(value: DataValue, indent: number, old?: OldStyle): YamlText {
  if (typeof value === 'string') {
    const wasBlock = old !== undefined && /^[|>]/.test(old.source);
    const block = wasBlock || value.includes('\n') ? blockScalar(value, indent, old) : undefined;
    return block ?? { head: inlineValue(value, 'block', old), lines: [] };
  }
  if (isDataMap(value) && value.size > 0) return { head: '', lines: mapLines(value, indent + 2) };
  if (isDataList(value) && value.length > 0 && !fitsInline(value)) {
    return { head: '', lines: value.flatMap((item) => itemLines(item, indent + 2)) };
  }
  return { head: inlineValue(value, 'block', old), lines: [] };
}

function fitsInline(list: readonly DataValue[]): boolean {
  const simple = list.every(
    (item) => !isDataList(item) && !isDataMap(item) && !(typeof item === 'string' && item.includes('\n')),
  );
  return simple && inlineValue(list, 'block').length <= longestInlineList;
}

/** The lines of a pair in a block map at column `indent`. */
export function pairLines(key: string, value: DataValue, indent: number): string[] {
  const { head, lines } = blockValue(value, indent);
  return [`${' '.repeat(indent)}${yamlKey(key)}:${head === '' ? '' : ` ${head}`}`, ...lines];
}

function mapLines(map: ReadonlyMap<string, DataValue>, indent: number): string[] {
  return [...map].flatMap(([key, value]) => pairLines(key, value, indent));
}

/** The lines of an item in a block list whose dashes stand at column `indent`. */
export function itemLines(value: DataValue, indent: number): string[] {
  const { head, lines } = itemValue(value, indent);
  return [`${' '.repeat(indent)}-${head === '' ? '' : ` ${head}`}`, ...lines];
}

/** As `blockValue`, behind a dash at column `indent`: a map starts on the dash's own line. */
export function itemValue(value: DataValue, indent: number, old?: OldStyle): YamlText {
  if (!isDataMap(value) || value.size === 0) return blockValue(value, indent, old);
  const [first = '', ...rest] = mapLines(value, indent + 2);
  return { head: first.trimStart(), lines: rest };
}

/** A `|` or `>` scalar, or undefined when such a scalar cannot hold the text. */
function blockScalar(text: string, indent: number, old: OldStyle | undefined): YamlText | undefined {
  const body = text.replace(/\n+$/, '');
  const ends = text.length - body.length;
  // A scalar that keeps its final line ends would also take in blank lines that follow it.
  if (ends > 1 && !/^[|>]\d?\+/.test(old?.source ?? '')) return undefined;
  const lines = body.split('\n');
  if (body === '' || /^\n*[ \t]/.test(body) || lines.some((line) => !isBlockLine(line))) return undefined;
  const folded = old?.source.startsWith('>') === true && !lines.some((line) => /^[ \t]|^$/.test(line));
  const chomping = ends === 0 ? '-' : ends === 1 ? '' : '+';
  const pad = ' '.repeat(Math.max(old?.contentIndent ?? 0, indent + 2));
  const written = folded ? lines.flatMap((line, at) => (at === 0 ? wrap(line) : ['', ...wrap(line)])) : lines;
  const blank = Array.from({ length: Math.max(0, ends - 1) }, () => '');
  return {
    head: `${folded ? '>' : '|'}${chomping}`,
    lines: [...written.map((line) => (line === '' ? '' : pad + line)), ...blank],
  };
}

function isBlockLine(line: string): boolean {
  return isPrintable(line.replaceAll('\t', ' ')) && !(line !== '' && line.trim() === '');
}

/** Breaks a paragraph at single spaces so that folding gives it back. */
function wrap(line: string): string[] {
  const lines: string[] = [];
  let rest = line;
  while (rest.length > wrapColumn) {
    const at = foldPoint(rest);
    if (at === -1) break;
    lines.push(rest.slice(0, at));
    rest = rest.slice(at + 1);
  }
  return [...lines, rest];
}

function foldPoint(text: string): number {
  const isPoint = (at: number): boolean => /^\S \S$/.test(text.slice(at - 1, at + 2));
  for (let at = wrapColumn; at > 0; at -= 1) if (isPoint(at)) return at;
  for (let at = wrapColumn + 1; at < text.length; at += 1) if (isPoint(at)) return at;
  return -1;
}
