import { skeleton } from '../../core/page/skeleton.ts';
import type { SkeletonElement } from '../../core/page/skeleton.ts';
import { buildNodes } from './build-nodes.ts';
import { heightOf, inLineOrder, lineOf } from './line-map.ts';
import type { PlacedBlock } from './line-map.ts';
import { planPatch } from './patch-plan.ts';
import { blockLists } from './worker/protocol.ts';
import type { BlockList, SentBlock, SentPage } from './worker/protocol.ts';

/** How long one slice of patching may take before the window gets a turn. Milliseconds. */
const slice = 12;

interface ShownBlock {
  readonly key: string;
  readonly fromLine: number;
  readonly toLine: number;
  readonly nodes: readonly ChildNode[];
}

type Shown = Record<BlockList, readonly ShownBlock[]>;

/** The elements of the skeleton that hold the lists; see `Page` in core/page. */
interface Skeleton {
  readonly main: Element;
  readonly article: Element;
  readonly content: Element;
}

/** The preview's document: shows pages by changing only what changed, and knows where each line stands. */
export class PageFrame {
  readonly #document: Document;
  readonly #skeleton: Skeleton;
  #shown: Shown = { header: [], content: [], footer: [], after: [] };
  /** The map from lines to places; it stands beside the document, not in it. */
  #lines: readonly PlacedBlock[] = [];

  /** `frame`: a loaded, empty document of the same origin. */
  constructor(frame: Document) {
    this.#document = frame;
    this.#skeleton = buildSkeleton(frame);
  }

  /**
   * Shows a page. False when a block came without its nodes and is not in the frame: then the page must be
   * sent afresh. A long page is built in slices, so that keys typed meanwhile are heard.
   */
  async show(page: SentPage): Promise<boolean> {
    const root = this.#document.documentElement;
    if (root.lang !== page.lang) root.lang = page.lang;
    if (root.dir !== page.dir) root.dir = page.dir;
    this.#document.title = page.title;
    const { main, article, content } = this.#skeleton;
    const places: Record<BlockList, readonly [parent: Element, before: ChildNode | null]> = {
      header: [article, content],
      content: [content, null],
      footer: [article, null],
      after: [main, null],
    };
    let complete = true;
    for (const list of blockLists) {
      const [parent, before] = places[list];
      const shown = await this.#patch(this.#shown[list], page[list], parent, before);
      this.#shown = { ...this.#shown, [list]: shown };
      complete &&= shown.length === page[list].length;
    }
    this.#lines = this.#placed();
    return complete;
  }

  /** Pixels from the top of the page to a line of the body. */
  heightOf(line: number): number {
    return heightOf(this.#lines, line);
  }

  /** The line of the body at a height, in pixels from the top of the page. */
  lineOf(y: number): number {
    return lineOf(this.#lines, y);
  }

  /** The line of the body that was clicked, when the place belongs to the body. */
  lineAt(target: Node, y: number): number | undefined {
    if (!this.#skeleton.content.contains(target)) return undefined;
    const block = this.#shown.content.find(({ nodes }) => nodes.some((node) => node.contains(target)));
    if (block === undefined) return undefined;
    const last = Math.max(block.fromLine, block.toLine - 1);
    return Math.min(last, Math.max(block.fromLine, Math.floor(this.lineOf(y))));
  }

  async #patch(
    before: readonly ShownBlock[],
    after: readonly SentBlock[],
    parent: Element,
    end: ChildNode | null,
  ): Promise<readonly ShownBlock[]> {
    const plan = planPatch(
      before.map((block) => block.key),
      after.map((block) => block.key),
    );
    for (const index of plan.remove) remove(before[index]);
    const shown: ShownBlock[] = [];
    // The node that stands where the next block belongs.
    let next = firstNode(plan.place, before) ?? end;
    let sliceEnd = performance.now() + slice;
    for (const [index, block] of after.entries()) {
      const kept = before[plan.place[index] ?? -1];
      const nodes = kept?.nodes ?? (block.nodes && buildNodes(this.#document, block.nodes));
      if (nodes === undefined) continue;
      if (kept !== undefined && nodes[0] === next) next = nodes.at(-1)?.nextSibling ?? end;
      else for (const node of nodes) parent.insertBefore(node, next);
      shown.push({ key: block.key, fromLine: block.fromLine, toLine: block.toLine, nodes });
      if (performance.now() > sliceEnd) {
        await windowTurn();
        sliceEnd = performance.now() + slice;
      }
    }
    return shown;
  }

  #placed(): readonly PlacedBlock[] {
    const root = this.#document.documentElement;
    const placed = this.#shown.content.flatMap(({ fromLine, toLine, nodes }) => {
      const elements = nodes.filter((node): node is HTMLElement => node.nodeType === node.ELEMENT_NODE);
      const [first] = elements;
      const last = elements.at(-1);
      if (first === undefined || last === undefined) return [];
      const edges: PlacedBlock['edges'] = () => ({
        top: first.getBoundingClientRect().top + root.scrollTop,
        bottom: last.getBoundingClientRect().bottom + root.scrollTop,
      });
      return [{ fromLine, toLine, edges }];
    });
    return inLineOrder(placed);
  }
}

function buildSkeleton(frame: Document): Skeleton {
  const main = make(frame, skeleton.main);
  const article = make(frame, skeleton.article);
  const content = make(frame, skeleton.content);
  article.append(content);
  main.append(article);
  frame.body.replaceChildren(main);
  return { main, article, content };
}

function make(frame: Document, { tagName, className }: SkeletonElement): HTMLElement {
  const element = frame.createElement(tagName);
  if (className.length > 0) element.className = className.join(' ');
  return element;
}

function firstNode(
  place: readonly (number | undefined)[],
  before: readonly ShownBlock[],
): ChildNode | undefined {
  const kept = place.filter((index) => index !== undefined);
  return kept.length === 0 ? undefined : before[Math.min(...kept)]?.nodes[0];
}

function remove(block: ShownBlock | undefined): void {
  for (const node of block?.nodes ?? []) node.remove();
}

function windowTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
