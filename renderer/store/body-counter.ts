import type { Text } from '@codemirror/state';
import { countWords, readingMinutes, visibleText } from '../../core/post/counts.ts';
import type { TextCounts } from '../../core/post/counts.ts';
import type { Clock } from './clock.ts';

/** Milliseconds between a change and the counts that follow it. */
const delay = 400;
/** How long one slice of counting may take. Milliseconds. */
const slice = 8;

/** What the status line says of a body: words (Chinese and Japanese by characters) and minutes to read. */
export interface BodyCounts {
  readonly words: number;
  readonly minutes: number;
}

/**
 * Counts a body's words while it is written: piece by piece, remembering the pieces, so that after an edit only
 * what changed is counted, and in slices, so that a book does not stop the window.
 */
export class BodyCounter {
  readonly #clock: Clock;
  readonly #onCounts: (counts: BodyCounts) => void;
  #known = new Map<string, TextCounts>();
  /** Calls off what is to come: the delay before counting, or the next slice of it. */
  #stop: (() => void) | undefined;
  /** Set while counting in slices goes on and the body has changed again. */
  #next: (() => Text) | undefined;
  #isCounting = false;

  constructor(clock: Clock, onCounts: (counts: BodyCounts) => void) {
    this.#clock = clock;
    this.#onCounts = onCounts;
  }

  /** The body has changed; `body` is asked for when it is time. */
  changed(body: () => Text): void {
    if (this.#isCounting) this.#next = body;
    else this.#stop ??= this.#clock.after(delay, () => this.#begin(body()));
  }

  /** Another body is shown: its counts follow at once, those of a long one in a moment. */
  restart(body: Text): void {
    this.cancel();
    this.#known = new Map();
    this.#begin(body);
  }

  /** No counts follow. */
  cancel(): void {
    this.#stop?.();
    this.#stop = this.#next = undefined;
    this.#isCounting = false;
  }

  #begin(body: Text): void {
    this.#isCounting = true;
    this.#count(piecesOf(body), new Map(), { words: 0, cjk: 0 });
  }

  #count(pieces: Iterator<string>, seen: Map<string, TextCounts>, sum: TextCounts): void {
    const end = performance.now() + slice;
    let total = sum;
    for (let next = pieces.next(); next.done !== true; next = pieces.next()) {
      const counts = this.#known.get(next.value) ?? countWords(visibleText(next.value));
      seen.set(next.value, counts);
      total = { words: total.words + counts.words, cjk: total.cjk + counts.cjk };
      if (performance.now() > end) {
        this.#stop = this.#clock.after(0, () => this.#count(pieces, seen, total));
        return;
      }
    }
    this.#known = seen;
    this.#finish(total);
  }

  #finish(total: TextCounts): void {
    const next = this.#next;
    this.cancel();
    this.#onCounts({ words: total.words + total.cjk, minutes: readingMinutes(total) });
    if (next !== undefined) this.changed(next);
  }
}

const fence = /^ {0,3}(?:>[ \t]?)*(?:[-*+][ \t]+)?(`{3,}|~{3,})/;
const opening = /<(?:!--|script\b|style\b)/i;
const closing = /-->|<\/(?:script|style)>/i;

/** The body in pieces that are visible or not by themselves: paragraphs with what follows up to a blank line. */
function* piecesOf(body: Text): Generator<string> {
  let lines: string[] = [];
  let open: string | undefined;
  for (const line of body.iterLines()) {
    lines.push(line);
    const mark = fence.exec(line)?.[1];
    if (open === undefined) open = mark ?? (opening.test(line) && !closing.test(line) ? '<' : undefined);
    else if (open === '<') open = closing.test(line) ? undefined : open;
    else if (mark?.startsWith(open) === true) open = undefined;
    if (open === undefined && line.trim() === '') {
      yield lines.join('\n');
      lines = [];
    }
  }
  if (lines.length > 0) yield lines.join('\n');
}
