/** Points for how a word of the query stands in a text; the best place counts. */
const points = { start: 100, wordStart: 60, inside: 30, scattered: 8 };

/**
 * How well `query` fits `text`: each of its words must be there, at the start, at the start of a word,
 * inside, or with its letters in order from the start of a word. Undefined when one is not; higher is better; 0 for an empty query.
 */
export function matchScore(text: string, query: string): number | undefined {
  return lowerScore(text.toLocaleLowerCase(), wordsOf(query));
}

function wordsOf(query: string): readonly string[] {
  return query.toLocaleLowerCase().split(/\s+/u).filter(Boolean);
}

function lowerScore(target: string, words: readonly string[]): number | undefined {
  let total = 0;
  for (const word of words) {
    const score = wordScore(target, word);
    if (score === undefined) return undefined;
    total += score;
  }
  return words.length === 0 ? 0 : total / words.length - Math.min(5, target.length / 40);
}

function wordScore(target: string, word: string): number | undefined {
  if (target.startsWith(word)) return points.start;
  for (let at = target.indexOf(word); at !== -1; at = target.indexOf(word, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(target.charAt(at - 1))) return points.wordStart;
  }
  if (target.includes(word)) return points.inside;
  return isScattered(target, word) ? points.scattered : undefined;
}

/** Whether the letters of `word` follow each other somewhere from the start of a word on. */
function isScattered(target: string, word: string): boolean {
  if (word.length < 2 || !hasInOrder(target, word, 0)) return false;
  for (const start of target.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)) {
    if (target.startsWith(word.charAt(0), start.index) && hasInOrder(target, word, start.index)) return true;
  }
  return false;
}

function hasInOrder(target: string, word: string, from: number): boolean {
  let at = from;
  for (const letter of word) {
    at = target.indexOf(letter, at);
    if (at === -1) return false;
    at += letter.length;
  }
  return true;
}

/** The `limit` items that fit the query best, in that order; equals keep their order. */
export function bestMatches<Item>(
  items: readonly Item[],
  query: string,
  textOf: (item: Item) => string,
  limit: number,
): readonly Item[] {
  if (query.trim() === '') return items.slice(0, limit);
  const words = wordsOf(query);
  const scored: { readonly item: Item; readonly score: number }[] = [];
  for (const item of items) {
    const score = lowerScore(textOf(item).toLocaleLowerCase(), words);
    if (score !== undefined) scored.push({ item, score });
  }
  return scored
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ item }) => item);
}
