import type { BooleanRules, DataScalar } from './types.ts';

/** Where a YAML scalar is written: flow collections forbid more characters in plain text. */
export type YamlContext = 'block' | 'flow';

const integer = /^[-+]?\d+$/;
const radix = /^0(o[0-7]+|x[0-9a-fA-F]+)$/;
const float = /^[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?$/;
const infinite = /^[-+]?\.(inf|Inf|INF)$/;
const notANumber = /^\.(nan|NaN|NAN)$/;
const nothing = /^(~|null|Null|NULL)?$/;

/** The value of a plain YAML scalar; everything that is no null, boolean or number is a string. */
export function resolvePlain(text: string, booleans: BooleanRules): DataScalar['value'] {
  if (nothing.test(text)) return null;
  const truth = yamlBoolean(text, booleans);
  if (truth !== undefined) return truth;
  if (integer.test(text) || radix.test(text) || float.test(text)) return Number(text);
  if (infinite.test(text)) return text.startsWith('-') ? -Infinity : Infinity;
  if (notANumber.test(text)) return NaN;
  return text;
}

/** The truth that a plain word states (YAML 1.2 core schema, or Psych's reading of YAML 1.1). */
function yamlBoolean(text: string, booleans: BooleanRules): boolean | undefined {
  if (/^(true|True|TRUE)$/.test(text)) return true;
  if (/^(false|False|FALSE)$/.test(text)) return false;
  if (booleans === 'core') return undefined;
  if (/^(yes|on)$/i.test(text)) return true;
  return /^(no|off)$/i.test(text) ? false : undefined;
}

/** Words and shapes that some YAML reader takes for something else than a string. */
const ambiguous = [
  /^(y|n|yes|no|on|off|true|false|null|nil|~|=|<<)$/i,
  /^[-+]?[\d.][\d_,.:]*([eE][-+]?\d+)?$/,
  /^[-+]?0[xob][\da-f_]+$/i,
  /^[-+]?\.(inf|nan)$/i,
  /^\d{4}-\d{1,2}-\d{1,2}([Tt\s].*)?$/,
];

/** Whether every YAML reader takes `text` as this very string when it stands without quotes. */
function isPlainSafe(text: string, context: YamlContext): boolean {
  if (text === '' || text !== text.trim() || ambiguous.some((shape) => shape.test(text))) return false;
  return isPlainShape(text, context);
}

/** Whether the characters can stand without quotes, whatever a reader makes of them. */
export function isPlainShape(text: string, context: YamlContext): boolean {
  if (text === '' || /^[\s\-?:,[\]{}#&*!|>'"%@`=]/.test(text)) return false;
  if (/: |:$| #|\t#/.test(text) || !isPrintable(text)) return false;
  return context === 'block' || !/[,[\]{}]|:[,[\]{}]/.test(text);
}

/** One line of characters that YAML allows outside double quotes. */
export function isPrintable(text: string): boolean {
  return !/[\p{Cc}\p{Cs}\u2028\u2029\ufeff\ufffe\uffff]/u.test(text);
}

/** Writes a string in double quotes. */
export function doubleQuoted(text: string): string {
  const body = [...text].map(escapeCharacter).join('');
  return `"${body}"`;
}

const shortEscapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\t': '\\t',
  '\r': '\\r',
};

function escapeCharacter(character: string): string {
  const short = shortEscapes[character];
  if (short !== undefined) return short;
  if (isPrintable(character)) return character;
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Writes a string in single quotes; only for text that `isPrintable`. */
function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Writes a string on one line: in the style of the `old` source characters when that can hold it. */
export function inlineString(text: string, context: YamlContext, old = ''): string {
  if (old.startsWith("'") && isPrintable(text)) return singleQuoted(text);
  if (old.startsWith('"')) return doubleQuoted(text);
  if (isPlainSafe(text, context)) return text;
  return /["\\]/.test(text) && isPrintable(text) && !text.includes("'")
    ? singleQuoted(text)
    : doubleQuoted(text);
}

/** Writes a boolean, in the words (yes/no, on/off) and the case of the `old` source if it was one. */
export function inlineBoolean(value: boolean, booleans: BooleanRules, old = ''): string {
  const plain = value ? 'true' : 'false';
  if (yamlBoolean(old, booleans) === undefined) return plain;
  const lower = old.toLowerCase();
  const pair = ['yes', 'no'].includes(lower)
    ? ['yes', 'no']
    : ['on', 'off'].includes(lower)
      ? ['on', 'off']
      : undefined;
  const word = pair === undefined ? plain : ((value ? pair[0] : pair[1]) ?? plain);
  if (old === lower) return word;
  return old === old.toUpperCase() ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1);
}
