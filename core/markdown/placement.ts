import type { TreeFacts } from './facts.ts';
import { rawIdPrefix } from './schema.ts';

/** What the page as a whole gives one block. A block looks the same as long as this and its source do. */
export interface Placement {
  /** Level and id for each heading of the block, in order. */
  readonly headings: readonly { readonly level: number; readonly id: string }[];
  /** The id for each other element with an id, in order; undefined where another has it already. */
  readonly ids: readonly (string | undefined)[];
  /** Link targets that are spelled differently in the page, as pairs of written and actual id. */
  readonly targets: readonly (readonly [string, string])[];
}

const footnoteId = /^(?:fn|fnref)-\d+(?:-\d+)?$/;

/**
 * Places all blocks of a body in one page: levels so that none is skipped under the page's own `<h1>`, ids so
 * that none is there twice, and links within the page to the ids that their targets got.
 */
export function placeAll(facts: readonly TreeFacts[]): readonly Placement[] {
  const levels = headingLevels(facts.flatMap((each) => each.headings.map((heading) => heading.level)));
  const registry = new IdRegistry();
  let next = 0;
  const placed = facts.map((each) => ({
    headings: each.headings.map((heading) => {
      const level = levels[next] ?? 2;
      next += 1;
      return { level, id: registry.forHeading(heading.ownId, heading.text) };
    }),
    ids: each.ids.map((id) => registry.forElement(id)),
  }));
  return placed.map((each, index) => ({
    ...each,
    targets: (facts[index]?.targets ?? []).flatMap((target) => {
      const actual = registry.resolve(target);
      return actual === target ? [] : [[target, actual] as const];
    }),
  }));
}

/**
 * Levels 2 to 6 that keep which heading stands under which, without skipping one: a heading is one
 * level below the nearest earlier heading that was written higher.
 */
export function headingLevels(written: readonly number[]): readonly number[] {
  const open: number[] = [];
  return written.map((level) => {
    while (open.length > 0 && (open.at(-1) ?? 0) >= level) open.pop();
    open.push(level);
    return Math.min(6, open.length + 1);
  });
}

/**
 * The id that a heading's text makes, as GitHub does it: lower case, letters, digits, `-` and `_` of any script,
 * spaces as hyphens; `section` when nothing is left.
 */
export function headingId(text: string): string {
  const id = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .trim()
    .replace(/ /g, '-');
  return id === '' ? 'section' : id;
}

/** The ids of one page: gives each out once. */
class IdRegistry {
  readonly #used = new Set<string>();
  /** The next number to try for an id that was taken, so that many equal headings cost no search. */
  readonly #next = new Map<string, number>();

  forHeading(own: string | undefined, text: string): string {
    const written = own?.replace(/[\s\p{Surrogate}]+/gu, '');
    const wanted = written === undefined || written === '' ? headingId(text) : written;
    return this.#claim(footnoteId.test(wanted) ? `section-${wanted}` : wanted);
  }

  forElement(written: string): string | undefined {
    // Half a character can stand in a text, but not in a link.
    const bare = written.replace(/[\s\p{Surrogate}]+/gu, '');
    if (bare === '') return undefined;
    const id = footnoteId.test(bare) || bare.startsWith(rawIdPrefix) ? bare : rawIdPrefix + bare;
    if (this.#used.has(id)) return undefined;
    this.#used.add(id);
    return id;
  }

  /** The id that a link to `target` should name; `target` itself when nothing in the page has it. */
  resolve(target: string): string {
    const prefixed = rawIdPrefix + target;
    return !this.#used.has(target) && this.#used.has(prefixed) ? prefixed : target;
  }

  #claim(wanted: string): string {
    let id = wanted;
    let number = this.#next.get(wanted) ?? 1;
    while (this.#used.has(id)) {
      id = `${wanted}-${number}`;
      number += 1;
    }
    this.#next.set(wanted, number);
    this.#used.add(id);
    return id;
  }
}
