import type { Element, Root } from 'hast';
import { eachElement, headingLevel, textProperty, visibleTextOf } from './tree.ts';

/** A heading as one block's tree has it, before the page as a whole gives it a level and an id. */
interface HeadingFact {
  readonly level: number;
  readonly text: string;
  /** The id that the writer gave it. */
  readonly ownId: string | undefined;
  /** Lines between the start of its block and the heading. */
  readonly lineOffset: number;
}

/** What the rest of the page has to know of one block's tree. Every list is in document order. */
export interface TreeFacts {
  readonly headings: readonly HeadingFact[];
  /** Ids of elements that are no headings. */
  readonly ids: readonly string[];
  /** Targets of links within the page, decoded, without `#`; each once. */
  readonly targets: readonly string[];
  /** Image URLs as written; each once. */
  readonly images: readonly string[];
}

/** Carries a heading's line from the Markdown parser to its tree; the sanitiser drops it. */
export const lineAttribute = 'data-line';

/** Reads what the page needs to know of a block, before anything is changed in it. */
export function readFacts(tree: Root): TreeFacts {
  const headings: HeadingFact[] = [];
  const ids: string[] = [];
  const targets = new Set<string>();
  const images = new Set<string>();
  eachElement(tree, (element) => {
    const level = headingLevel(element);
    const id = textProperty(element, 'id');
    if (level !== undefined) {
      headings.push({
        level,
        text: oneLine(visibleTextOf(element)),
        ownId: id,
        lineOffset: lineOffset(element),
      });
    } else if (id !== undefined) {
      ids.push(id);
    }
    const target = linkTarget(element);
    if (target !== undefined) targets.add(target);
    const image = element.tagName === 'img' ? imageUrl(element) : undefined;
    if (image !== undefined) images.add(image);
  });
  return { headings, ids, targets: [...targets], images: [...images] };
}

/** The id that a link of this page leads to, decoded; undefined for other links and elements. */
export function linkTarget(element: Element): string | undefined {
  const href = element.tagName === 'a' ? textProperty(element, 'href') : undefined;
  if (href === undefined || !href.startsWith('#') || href.length === 1) return undefined;
  try {
    return decodeURIComponent(href.slice(1));
  } catch {
    return href.slice(1);
  }
}

/** The URL of an image element as the writer meant it; undefined when it has none. */
export function imageUrl(element: Element): string | undefined {
  const url = textProperty(element, 'src')?.trim();
  return url === '' ? undefined : url;
}

/** A text with every run of white space as one space, none at its ends. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

function lineOffset(element: Element): number {
  const offset = Number(textProperty(element, 'dataLine') ?? 0);
  return Number.isSafeInteger(offset) && offset > 0 ? offset : 0;
}
