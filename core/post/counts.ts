/** What a text amounts to for a reader. */
export interface TextCounts {
  /** Words of scripts that put spaces between them. */
  readonly words: number;
  /** Chinese and Japanese characters. */
  readonly cjk: number;
}

const wordsPerMinute = 220;
const cjkPerMinute = 500;

/** Counts words (runs between blanks or dashes that have a letter or digit) and CJK characters. */
export function countWords(visible: string): TextCounts {
  const ideographs = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
  let cjk = 0;
  const spaced = visible.replace(ideographs, () => {
    cjk += 1;
    return ' ';
  });
  let words = 0;
  for (const token of spaced.split(/[\s—–]+/)) if (/[\p{L}\p{N}]/u.test(token)) words += 1;
  return { words, cjk };
}

/** Minutes to read: at 220 words or 500 CJK characters a minute, rounded up, at least 1. */
export function readingMinutes(counts: TextCounts): number {
  return Math.max(1, Math.ceil(counts.words / wordsPerMinute + counts.cjk / cjkPerMinute));
}

/**
 * The text that a reader sees, roughly: Markdown's signs, addresses, HTML tags and comments, images
 * and template tags are left out; code stays. Good for counts, summaries and search, not for display.
 * Linear in the length of the body.
 */
export function visibleText(body: string): string {
  const parts: string[] = [];
  let prose: string[] = [];
  let fence: string | undefined;
  const flush = (): void => {
    if (prose.length > 0) parts.push(proseText(prose.join('\n')));
    prose = [];
  };
  for (const line of body.split('\n')) {
    const mark = /^ {0,3}(?:>[ \t]?)*(?:[-*+][ \t]+)?(`{3,}|~{3,})(.*)$/.exec(line);
    if (fence !== undefined) {
      const closes = mark?.[1]?.startsWith(fence) === true && mark[2]?.trim() === '';
      if (closes) fence = undefined;
      else parts.push(line.trim());
    } else if (mark?.[1] !== undefined && !(mark[1].startsWith('`') && mark[2]?.includes('`') === true)) {
      flush();
      fence = mark[1];
    } else {
      prose.push(line);
    }
  }
  flush();
  return singleBlanks(parts.join('\n'))
    .replace(/\s*\n\s*/g, '\n')
    .trim();
}

/** Runs of blanks become one, which also keeps the patterns below from trying every part of a run. */
function singleBlanks(text: string): string {
  return text.replace(/[^\S\n]+/g, ' ');
}

function proseText(text: string): string {
  const plain = singleBlanks(text);
  const bare = cutOut(cutOut(cutOut(plain, '<!--', '-->'), '<script', '</script>'), '<style', '</style>');
  return inlineText(bare.split('\n').map(lineText).join('\n'));
}

/** Removes everything from `open` to `close`; an `open` without a `close` stays. */
function cutOut(text: string, open: string, close: string): string {
  // Only ASCII: other letters may change their length.
  const lower = text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  let result = '';
  let position = 0;
  for (let at = lower.indexOf(open); at !== -1; at = lower.indexOf(open, position)) {
    const end = lower.indexOf(close, at + open.length);
    if (end === -1) break;
    result += `${text.slice(position, at)} `;
    position = end + close.length;
  }
  return result + text.slice(position);
}

/** A line without the signs of its block: quotes, lists, headings, tables, definitions, rules. */
function lineText(line: string): string {
  const inner = line
    .replace(/^[ \t]*(?:>[ \t]?)+/, '')
    .replace(/^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t])?/, '');
  if (/^[ \t]*(?:[-*_=][ \t]*){2,}$/.test(inner) || /^[ \t]*\[[^\]^][^\]]*\]:[ \t]*\S/.test(inner)) return '';
  if (/^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/.test(inner) && inner.includes('|'))
    return '';
  return inner
    .replace(/^[ \t]*#{1,6}(?:[ \t]+|$)/, '')
    .replace(/[ \t]+#+[ \t]*$/, '')
    .replace(/^[ \t]*\[\^[^\]]+\]:/, '')
    .replaceAll('|', ' ');
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

function inlineText(text: string): string {
  return text
    .replace(/\{\{[<%][^{}]*[>%]\}\}|\{%[^{}]*%\}/g, ' ')
    .replace(/!\[[^[\]]*\](?:\([^()]*\)|\[[^[\]]*\])?/g, ' ')
    .replace(/\[\^[^[\]\s]+\]/g, '')
    .replace(/\[([^[\]]*)\](?:\([^()]*(?:\([^()]*\)[^()]*)?\)|\[[^[\]]*\])/g, '$1')
    .replace(/\[([^[\]]*)\]/g, '$1')
    .replace(/<(?:https?:|mailto:)[^<>\s]*>|<\/?[a-zA-Z][^<>]*>/g, ' ')
    .replace(/\bhttps?:\/\/[^\s<>)\]]+/g, ' ')
    .replace(
      /\\([!-/:-@[-`{-~])|[*`]+|~~|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu,
      (sign, escaped?: string) =>
        escaped === undefined ? (sign === '~~' || /^[*_`]/.test(sign) ? '' : sign) : escaped,
    )
    .replace(
      /&(?:#\d+|#x[\da-f]+|([a-z]+));/gi,
      (_, name?: string) => entities[name?.toLowerCase() ?? ''] ?? '',
    );
}

/** What a post's Markdown body amounts to: words (each CJK character counts as one) and minutes. */
export function countText(body: string): { readonly words: number; readonly minutes: number } {
  const counts = countWords(visibleText(body));
  return { words: counts.words + counts.cjk, minutes: readingMinutes(counts) };
}
