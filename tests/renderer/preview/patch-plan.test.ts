import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planPatch } from '../../../renderer/preview/patch-plan.ts';

describe('planPatch', () => {
  it.each([
    ['nothing to something', [], ['a', 'b'], { remove: [], place: [undefined, undefined] }],
    ['something to nothing', ['a', 'b'], [], { remove: [0, 1], place: [] }],
    ['no change', ['a', 'b'], ['a', 'b'], { remove: [], place: [0, 1] }],
    ['one edited', ['a', 'b', 'c'], ['a', 'x', 'c'], { remove: [1], place: [0, undefined, 2] }],
    ['one inserted', ['a', 'b'], ['a', 'x', 'b'], { remove: [], place: [0, undefined, 1] }],
    ['two swapped', ['a', 'b'], ['b', 'a'], { remove: [], place: [1, 0] }],
  ])('%s', (_, before, after, plan) => {
    expect(planPatch(before, after)).toEqual(plan);
  });

  it('keeps all equal keys, removes the others, and leads to the new list', () => {
    const keys = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'));
    fc.assert(
      fc.property(keys, keys, (before, after) => {
        const { remove, place } = planPatch(before, after);
        const kept = before.filter((_, index) => !remove.includes(index));
        expect(new Set(kept)).toEqual(new Set(before.filter((key) => after.includes(key))));
        const built = place.map((index, at) => (index === undefined ? after[at] : before[index]));
        expect(built).toEqual(after);
      }),
    );
  });
});
