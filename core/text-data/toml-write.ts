import type { DataValue } from './types.ts';
import { isDataList, isDataMap, isDateText } from './values.ts';

const bareDate = /^\d{4}-\d{2}-\d{2}([Tt ]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})?)?$/;

/** Writes a key, in quotes when it is not a bare one. */
export function tomlKey(key: string): string {
  return /^[A-Za-z0-9_-]+$/.test(key) ? key : basicString(key);
}

/** Whether TOML can say a value: it has no null. */
export function isTomlValue(value: DataValue): boolean {
  if (isDataList(value)) return value.every(isTomlValue);
  if (isDataMap(value)) return [...value.values()].every(isTomlValue);
  return value !== null;
}

/** Writes a value, keeping the kind of string of the `old` source characters when that can hold it. */
export function tomlValue(value: DataValue, old = ''): string {
  if (isDataList(value)) return `[${value.map((item) => inlineOnly(item)).join(', ')}]`;
  if (isDataMap(value)) return inlineTable(value);
  if (isDateText(value))
    return /^["']/.test(old) || !bareDate.test(value.date) ? tomlString(value.date, old) : value.date;
  if (typeof value === 'string') return tomlString(value, old);
  if (typeof value === 'number') return numberText(value);
  return String(value);
}

/** The lines `key = value` of a table's map. */
export function tableLines(map: ReadonlyMap<string, DataValue>): string[] {
  return [...map].map(([key, value]) => `${tomlKey(key)} = ${tomlValue(value)}`);
}

function inlineTable(map: ReadonlyMap<string, DataValue>): string {
  if (map.size === 0) return '{}';
  return `{ ${[...map].map(([key, value]) => `${tomlKey(key)} = ${inlineOnly(value)}`).join(', ')} }`;
}

/** Inline tables must stay on one line, so strings in them are never multi-line. */
function inlineOnly(value: DataValue): string {
  return typeof value === 'string' ? basicString(value) : tomlValue(value);
}

function numberText(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (Number.isFinite(value)) return String(value);
  return value > 0 ? 'inf' : '-inf';
}

function tomlString(text: string, old: string): string {
  // A line of plus signs would end the front matter that the string stands in.
  if (/^\+{3}/m.test(text)) return basicString(text);
  const literal = !/[\p{Cc}\p{Cs}]/u.test(text.replaceAll('\t', ''));
  if (old.startsWith("'''") && !text.includes("''") && !text.endsWith("'") && isBlockText(text)) {
    return `'''${old.startsWith("'''\n") || text.startsWith('\n') ? '\n' : ''}${text}'''`;
  }
  if (old.startsWith('"""') || text.includes('\n')) {
    const gap = old.startsWith('"""') && !old.startsWith('"""\n') && !text.startsWith('\n') ? '' : '\n';
    return `"""${gap}${escapeBasic(text, true)}"""`;
  }
  if (old.startsWith("'") && literal && !text.includes("'")) return `'${text}'`;
  return basicString(text);
}

function isBlockText(text: string): boolean {
  return !/[\p{Cc}\p{Cs}]/u.test(text.replace(/[\t\n]/g, ''));
}

function basicString(text: string): string {
  return `"${escapeBasic(text, false)}"`;
}

const shortEscapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\n': '\\n',
  '\t': '\\t',
  '\r': '\\r',
};

function escapeBasic(text: string, multiline: boolean): string {
  const escaped = [...text]
    .map((character) => {
      if (multiline && (character === '\n' || character === '\t')) return character;
      if (character === '"') return multiline ? character : '\\"';
      const short = shortEscapes[character];
      if (short !== undefined) return short;
      if (!/\p{Cc}/u.test(character)) return character;
      return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
    })
    .join('');
  return multiline ? escaped.replace(/"{3,}|"+$/g, (run) => run.replaceAll('"', '\\"')) : escaped;
}
