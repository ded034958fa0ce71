import type { Root } from 'hast';
import type { LibrarySettings } from '../library/types.ts';
import { createBlockRenderer, headings, type BlockRenderer, type ParsedBody } from '../markdown/blocks.ts';
import { contentHash } from '../markdown/hash.ts';
import { sanitise } from '../markdown/sanitise.ts';
import type { Block, ImageResolver } from '../markdown/types.ts';
import type { Post } from '../post/types.ts';
import { externalUrls } from './external-urls.ts';
import { pageDirection } from './language.ts';
import { libraryImagePath } from './library-image.ts';
import { pageImageUrls } from './page-images.ts';
import { gatherContext, pageIdentity, type PageContext } from './page-context.ts';
import type { PagePart } from './page-part.ts';
import { byline } from './parts/byline.ts';
import { card } from './parts/card.ts';
import { category } from './parts/category.ts';
import { cover } from './parts/cover.ts';
import { related } from './parts/related.ts';
import { share } from './parts/share.ts';
import { sources } from './parts/sources.ts';
import { title } from './parts/title.ts';
import { pageSchema } from './schema.ts';
import type { Page, PageInput } from './types.ts';
import { pageWords, type PageWords } from './words.ts';

/** What stands above the text, below it and after the article, in order. Each part is one block. */
const headerParts: readonly PagePart[] = [category, title, byline, cover];
const footerParts: readonly PagePart[] = [sources, share, card];
const afterParts: readonly PagePart[] = [related];

/**
 * Parses a post's body as its page does: with the words of its language and without a heading that repeats the
 * title. `pageImageUrls` of the answer is what `composePage` will ask its resolver.
 */
export function parsePost(
  post: Post,
  settings: LibrarySettings,
  renderer: BlockRenderer = createBlockRenderer(),
): ParsedBody {
  const { title: name, lang } = pageIdentity(post, settings);
  return parseFor(post, name, pageWords(lang), renderer);
}

function parseFor(post: Post, name: string, words: PageWords, renderer: BlockRenderer): ParsedBody {
  return renderer.parse(post.text.slice(post.bodyFrom), { title: name, labels: words.body });
}

/**
 * Makes a post into a page. Hand in the renderer that was used for the same post before, and only the
 * blocks that changed are made anew; without one the answer is the same, from nothing.
 */
export function composePage(
  input: PageInput,
  renderer: BlockRenderer = createBlockRenderer(),
  context: PageContext = gatherContext(input),
): Page {
  const { post, settings, images } = input;
  const parsed = parseFor(post, context.title, context.words, renderer);
  const content = renderer.render(parsed, images);
  const lastLine = content.at(-1)?.toLine ?? 0;
  const header = partBlocks(headerParts, context, 0);
  const footer = partBlocks(footerParts, context, lastLine);
  const after = partBlocks(afterParts, context, lastLine);
  return {
    lang: context.lang,
    dir: pageDirection(context.lang),
    title: context.title,
    header,
    content,
    footer,
    after,
    headings: headings(parsed),
    externalUrls: externalUrls([header, content, footer, after].flat().flatMap((block) => block.nodes)),
    leftOut: leftOut(pageImageUrls(post, settings, parsed), images),
  };
}

function partBlocks(parts: readonly PagePart[], context: PageContext, line: number): readonly Block[] {
  return parts.flatMap((part, index) => {
    const nodes = part(context);
    if (nodes.length === 0) return [];
    const tree: Root = { type: 'root', children: [...nodes, { type: 'text', value: '\n' }] };
    const safe = sanitise(tree, pageSchema);
    // The place is part of the key: two parts of one list are never mistaken for each other.
    const key = contentHash(JSON.stringify([index, safe]));
    return [{ key, fromLine: line, toLine: line, nodes: safe }];
  });
}

/** An image written into the post itself can be megabytes long. */
function shortUrl(url: string): string {
  return url.length > 200 ? `${url.slice(0, 199)}…` : url;
}

function leftOut(urls: readonly string[], images: ImageResolver): Page['leftOut'] {
  return urls.flatMap((url) => {
    const info = images(url);
    if (info.kind === 'image') return [];
    const reason = info.kind === 'remote' ? 'It is on another host.' : info.reason;
    return [{ url: shortUrl(libraryImagePath(url) ?? url), reason }];
  });
}
