/**
 * One replacement in a text: the characters from `from` up to `to` become `insert`.
 * Offsets are UTF-16 code units in the text as it was before the edit.
 */
export interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/**
 * Applies edits that all refer to the same original text.
 * They must be sorted by `from` and must not overlap; a bad list is a bug and throws.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let position = 0;
  for (const edit of edits) {
    if (edit.from < position || edit.to < edit.from || edit.to > text.length) {
      throw new RangeError(`Edit ${edit.from}-${edit.to} does not fit after ${position} of ${text.length}`);
    }
    result += text.slice(position, edit.from) + edit.insert;
    position = edit.to;
  }
  return result + text.slice(position);
}
