/** How one list of blocks becomes another. */
export interface PatchPlan {
  /** Indexes of old blocks that go. */
  readonly remove: readonly number[];
  /** For each new block, in order: the index of the old block that it is, or undefined when it must be made. */
  readonly place: readonly (number | undefined)[];
}

/** Plans the change from one list of keys to another: equal keys stay what they are. Keys are unique in a list. */
export function planPatch(before: readonly string[], after: readonly string[]): PatchPlan {
  const indexes = new Map(before.map((key, index) => [key, index]));
  const place = after.map((key) => indexes.get(key));
  const kept = new Set(place);
  const remove = before.map((_, index) => index).filter((index) => !kept.has(index));
  return { remove, place };
}
