import type { MarkdownIt } from 'markdown-it';
import type { ElementContent } from 'hast';
import { parseTree, sourceTree, type BlockTree, type TooComplexTree } from './block-tree.ts';
import { footnoteWords } from './extensions/footnotes.ts';
import type { ParseWork } from './fragment.ts';
import { GenerationCache } from './generation-cache.ts';
import { groupTokens } from './groups.ts';
import { contentHash } from './hash.ts';
import { englishLabels, type BodyLabels } from './labels.ts';
import { createParser } from './parser.ts';
import { placeAll, type Placement } from './placement.ts';
import { renderTree } from './render-tree.ts';
import { markHeadingLines, withoutTitle } from './body-headings.ts';
import type { Block, Heading, ImageResolver } from './types.ts';

/** How a body is read. */
export interface ParseOptions {
  /** The post's title: a heading that opens the body and repeats it is left out. */
  readonly title?: string | undefined;
  /** Words of the page's language; English when missing. */
  readonly labels?: BodyLabels | undefined;
}

/** One block as parsed: its tree before images are known, and its place in the page. */
interface ParsedBlock {
  readonly fromLine: number;
  readonly toLine: number;
  /** What the tree was made from: equal identities have equal trees. */
  readonly identity: string;
  readonly tree: BlockTree;
  readonly placement: Placement;
}

/** A body as parsed, ready to be rendered as often as its images change. */
export interface ParsedBody {
  readonly blocks: readonly ParsedBlock[];
}

/** Work done since a renderer was made. */
interface RendererWork {
  /** Blocks whose HTML was parsed. */
  readonly parsed: number;
  /** Blocks whose tree went through plugins and sanitiser. */
  readonly rendered: number;
  /** Elements that the HTML parser made. */
  readonly elements: number;
}

/** Parses and renders bodies, keeping what the last one was made of: after an edit only what changed is made anew. */
export interface BlockRenderer {
  readonly parse: (body: string, options?: ParseOptions) => ParsedBody;
  readonly render: (parsed: ParsedBody, images: ImageResolver) => readonly Block[];
  readonly work: () => RendererWork;
}

/** A renderer with an empty cache. It remembers one body: use one for each post that is shown. */
export function createBlockRenderer(): BlockRenderer {
  const parser = createParser();
  const elements: ParseWork = { elements: 0 };
  const counts = { parsed: 0, rendered: 0 };
  const trees = new GenerationCache<BlockTree | TooComplexTree>();
  const nodes = new GenerationCache<readonly ElementContent[]>();
  let last: { readonly input: string; readonly parsed: ParsedBody } | undefined;

  const treeOf: TreeMaker = (identity, html, raw) =>
    trees.take(identity, () => {
      counts.parsed += 1;
      return parseTree(html, raw, elements);
    });
  return {
    parse: (body, options = {}) => {
      const input = JSON.stringify([body, options]);
      if (last?.input === input) return last.parsed;
      const parsed = { blocks: parseBlocks(parser, body, options, treeOf) };
      trees.turn();
      last = { input, parsed };
      return parsed;
    },
    render: (parsed, images) => {
      const blocks = parsed.blocks.map((block) => {
        const key = blockKey(block, images);
        const rendered = nodes.take(key, () => {
          counts.rendered += 1;
          return renderTree(block.tree.tree, { placement: block.placement, images });
        });
        return { key, fromLine: block.fromLine, toLine: block.toLine, nodes: rendered };
      });
      nodes.turn();
      return withUniqueKeys(blocks.filter((block) => block.nodes.some(isVisible)));
    },
    work: () => ({ ...counts, ...elements }),
  };
}

/** Parses a body once; see `createBlockRenderer` for one that is parsed again and again. */
export function parseBody(body: string, options: ParseOptions = {}): ParsedBody {
  return createBlockRenderer().parse(body, options);
}

/** Renders a parsed body once, to sanitised blocks. */
export function renderBlocks(parsed: ParsedBody, images: ImageResolver): readonly Block[] {
  return createBlockRenderer().render(parsed, images);
}

/** The image URLs of a body as written, each once, in order: what the resolver will be asked. */
export function imageUrls(parsed: ParsedBody): readonly string[] {
  return [...new Set(parsed.blocks.flatMap((block) => block.tree.facts.images))];
}

/** The headings of a body with the levels and ids that they have in the page. */
export function headings(parsed: ParsedBody): readonly Heading[] {
  return parsed.blocks.flatMap((block) =>
    block.tree.facts.headings.map((fact, index) => ({
      level: block.placement.headings[index]?.level ?? 2,
      text: fact.text,
      id: block.placement.headings[index]?.id ?? '',
      line: Math.min(block.fromLine + fact.lineOffset, Math.max(block.fromLine, block.toLine - 1)),
    })),
  );
}

type TreeMaker = (identity: string, html: string, raw: boolean) => BlockTree | TooComplexTree;

function parseBlocks(
  parser: MarkdownIt,
  body: string,
  options: ParseOptions,
  treeOf: TreeMaker,
): readonly ParsedBlock[] {
  const environment = { [footnoteWords]: options.labels ?? englishLabels };
  const groups = groupTokens(parser.parse(body, environment));
  const lines = body.split('\n');
  const blocks = groups.map((group) => {
    markHeadingLines(group);
    const html = parser.renderer.render([...group.tokens], parser.options, environment);
    const { fromLine, toLine } = group;
    const identity = `${group.raw ? 'raw' : 'markdown'}\n${html}`;
    const tree = treeOf(identity, html, group.raw);
    if (tree.kind === 'tree') return { fromLine, toLine, identity, tree };
    const source = lines.slice(fromLine, toLine).join('\n');
    return { fromLine, toLine, identity: `source\n${source}`, tree: sourceTree(source) };
  });
  const kept = withoutTitle(blocks, options.title);
  const placements = placeAll(kept.map((block) => block.tree.facts));
  return kept.map((block, index) => ({
    ...block,
    placement: placements[index] ?? { headings: [], ids: [], targets: [] },
  }));
}

/** Equal keys mean equal nodes: it covers everything that `renderTree` looks at. */
function blockKey(block: ParsedBlock, images: ImageResolver): string {
  const answers = block.tree.facts.images.map((url) => [url, images(url)]);
  return contentHash(JSON.stringify([block.identity, block.placement, answers]));
}

function isVisible(node: ElementContent): boolean {
  return node.type === 'element' || (node.type === 'text' && node.value.trim() !== '');
}

/** Tells equal blocks of one list apart by a number. */
function withUniqueKeys(blocks: readonly Block[]): readonly Block[] {
  const seen = new Map<string, number>();
  return blocks.map((block) => {
    const count = (seen.get(block.key) ?? 0) + 1;
    seen.set(block.key, count);
    return count === 1 ? block : { ...block, key: `${block.key}-${count}` };
  });
}
