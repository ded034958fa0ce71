/** Most bytes of UTF-8 that a data text may have. */
export const maxDataBytes = 64 * 1024;
/** Deepest nesting, counted over brackets, indentation and dotted keys. */
export const maxDataDepth = 100;
/** Most keys, list items and separators together. */
export const maxDataEntries = 4000;
/** Most anchors, aliases and tags together. */
export const maxDataMarks = 200;

/** What a text would ask of a parser; counting stops as soon as a limit is passed. */
export interface DataLoad {
  readonly depth: number;
  readonly entries: number;
  readonly marks: number;
  /** Where counting stopped, in UTF-16 code units. */
  readonly offset: number;
}

/** Whether counting can stop because a limit is passed. */
export function isOverLimit(load: DataLoad): boolean {
  return load.depth > maxDataDepth || load.entries > maxDataEntries || load.marks > maxDataMarks;
}
