import { Tokenizer, TokenizerMode, type Token as HtmlToken, type TokenHandler } from 'parse5';
import type { Token } from 'markdown-it';

/** Elements that never have content. */
const voidTags = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

/** Elements whose content is no markup; the tokenizer has to be told. */
const textModes = new Map<string, (typeof TokenizerMode)[keyof typeof TokenizerMode]>([
  ['script', TokenizerMode.SCRIPT_DATA],
  ['title', TokenizerMode.RCDATA],
  ['textarea', TokenizerMode.RCDATA],
  ...['style', 'xmp', 'iframe', 'noembed', 'noframes'].map((tag) => [tag, TokenizerMode.RAWTEXT] as const),
  ['plaintext', TokenizerMode.PLAINTEXT],
]);

/** Whether a run of tokens holds HTML that the writer typed. */
export function hasRawHtml(tokens: readonly Token[]): boolean {
  return tokens.some(
    (token) =>
      token.type === 'html_block' || token.type === 'html_inline' || hasRawHtml(token.children ?? []),
  );
}

/**
 * Answers, for runs of tokens in order, which must be one block because HTML opened in one is closed in another:
 * ranges of indexes `[first, last]`, ascending and apart. What is never closed binds nothing, so that
 * a tag half typed does not swallow the rest of the page. Linear in the length of the raw HTML.
 */
export function spanningRanges(runs: readonly (readonly Token[])[]): readonly (readonly [number, number])[] {
  const open = new OpenElements();
  const ranges: (readonly [number, number])[] = [];
  runs.forEach((tokens, index) => {
    eachRawHtml(tokens, (html) => {
      scanTags(html, {
        start: (tag) => {
          open.push(tag, index);
        },
        end: (tag) => {
          const first = open.close(tag);
          if (first !== undefined && first < index) ranges.push([first, index]);
        },
      });
    });
  });
  return mergeRanges(ranges);
}

/** The elements that raw HTML has opened so far, and the run in which each was. */
class OpenElements {
  readonly #stack: { readonly tag: string; readonly index: number }[] = [];
  readonly #counts = new Map<string, number>();

  push(tag: string, index: number): void {
    this.#stack.push({ tag, index });
    this.#counts.set(tag, (this.#counts.get(tag) ?? 0) + 1);
  }

  /** Closes the innermost element of this tag and all within it; answers with the index where it was opened. */
  close(tag: string): number | undefined {
    if ((this.#counts.get(tag) ?? 0) === 0) return undefined;
    for (let top = this.#stack.pop(); top; top = this.#stack.pop()) {
      this.#counts.set(top.tag, (this.#counts.get(top.tag) ?? 1) - 1);
      if (top.tag === tag) return top.index;
    }
    return undefined;
  }
}

function eachRawHtml(tokens: readonly Token[], read: (html: string) => void): void {
  for (const token of tokens) {
    if (token.type === 'html_block' || token.type === 'html_inline') read(token.content);
    if (token.children) eachRawHtml(token.children, read);
  }
}

function scanTags(
  html: string,
  on: { readonly start: (tag: string) => void; readonly end: (tag: string) => void },
): void {
  const ignore = (): void => undefined;
  const handler: TokenHandler = {
    onStartTag: (token: HtmlToken.TagToken) => {
      const mode = textModes.get(token.tagName);
      if (mode !== undefined) tokenizer.state = mode;
      // The next block closes an open paragraph in any case.
      if (!voidTags.has(token.tagName) && token.tagName !== 'p') on.start(token.tagName);
    },
    onEndTag: (token: HtmlToken.TagToken) => {
      on.end(token.tagName);
    },
    onComment: ignore,
    onDoctype: ignore,
    onEof: ignore,
    onCharacter: ignore,
    onNullCharacter: ignore,
    onWhitespaceCharacter: ignore,
  };
  const tokenizer = new Tokenizer({}, handler);
  tokenizer.write(html, true);
}

function mergeRanges(ranges: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const merged: [number, number][] = [];
  for (const [first, last] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const previous = merged.at(-1);
    if (previous && first <= previous[1]) previous[1] = Math.max(previous[1], last);
    else merged.push([first, last]);
  }
  return merged;
}
