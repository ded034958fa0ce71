import { Text } from '@codemirror/state';
import { applyEdits } from '../../core/base/text-edit.ts';
import type { TextEdit } from '../../core/base/text-edit.ts';
import { joinLineEnds, mapLineEnds, splitLineEnds } from '../../core/post/line-ends.ts';
import type { LineEnds } from '../../core/post/line-ends.ts';
import type { Post } from '../../core/post/types.ts';
import { writtenFrom } from '../../core/post/written-from.ts';

/** An editor's text of an LF text. */
function toText(text: string): Text {
  return Text.of(text.split('\n'));
}

/** Edits of a body as edits of the whole text, whose head is `headLength` long. */
export function shiftEdits(edits: readonly TextEdit[], headLength: number): readonly TextEdit[] {
  if (headLength === 0) return edits;
  return edits.map(({ from, to, insert }) => ({ from: from + headLength, to: to + headLength, insert }));
}

/**
 * The one edit that turns `before` into `after`: what lies between their common start and common end.
 * Undefined when they are equal.
 */
export function spanningEdit(before: string, after: string): TextEdit | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  let end = 0;
  while (
    end < shorter - start &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  ) {
    end += 1;
  }
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
}

/** A post's text in the two parts that the window shows in different places. */
export interface PostText {
  readonly head: string;
  readonly body: Text;
}

/** The LF text that the parts make. */
export function wholeText({ head, body }: PostText): string {
  return head + body.toString();
}

/** The parts of a post as read. */
export function splitPost(post: Post): PostText {
  const from = writtenFrom(post);
  return { head: post.text.slice(0, from), body: toText(post.text.slice(from)) };
}

/** Whether two texts say the same. Quick when they differ in length. */
export function sameText(a: PostText, b: PostText): boolean {
  return a.head === b.head && a.body.eq(b.body);
}

/** Remembers how the lines of a file end while its LF text is edited, at no cost a key when all end alike. */
export class LineEndsKeeper {
  #lineEnds: LineEnds;
  /** The LF text that `#lineEnds` belongs to, and the edits since; kept only when lines end differently. */
  #text: string;
  #batches: (readonly TextEdit[])[] = [];

  /** `raw`: the text as read from the file. */
  constructor(raw: string) {
    const { text, lineEnds } = splitLineEnds(raw);
    this.#lineEnds = lineEnds;
    this.#text = this.#isMixed ? text : '';
  }

  /** The LF text was changed by edits that refer to the text before them. */
  changed(batch: readonly TextEdit[]): void {
    if (this.#isMixed) this.#batches.push(batch);
  }

  /** `text`, which is the LF text after all edits so far, as the file would spell it. */
  raw(text: string): string {
    for (const batch of this.#batches) {
      this.#lineEnds = mapLineEnds(this.#lineEnds, batch, this.#text);
      this.#text = applyEdits(this.#text, batch);
    }
    this.#batches = [];
    return joinLineEnds(text, this.#lineEnds);
  }

  get #isMixed(): boolean {
    return this.#lineEnds.exceptions.length > 0;
  }
}
