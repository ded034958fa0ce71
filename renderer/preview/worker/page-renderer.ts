import { applyEdits } from '../../../core/base/text-edit.ts';
import { mediaUrl } from '../../../core/ipc/media-url.ts';
import { createBlockRenderer } from '../../../core/markdown/blocks.ts';
import type { BlockRenderer } from '../../../core/markdown/blocks.ts';
import type { Block, ImageInfo } from '../../../core/markdown/types.ts';
import { composePage } from '../../../core/page/compose-page.ts';
import type { Page } from '../../../core/page/types.ts';
import { readPost } from '../../../core/post/read-post.ts';
import type { PostId } from '../../../core/post/types.ts';
import { writtenFrom } from '../../../core/post/written-from.ts';
import type {
  BlockList,
  PageAnswer,
  PageContext,
  PageRequest,
  SentBlock,
  SentPage,
  TextNews,
} from './protocol.ts';

/** Turns requests into pages and remembers, from one to the next, the text, the trees and what was sent. */
export class PageRenderer {
  #context: PageContext | undefined;
  #text = '';
  #renderer: BlockRenderer = createBlockRenderer();
  #sent: Record<BlockList, ReadonlySet<string>> = noneSent();

  /** The page asked for; a fault while it is made becomes a `failed` answer. */
  answer({ context, text, fresh }: PageRequest): PageAnswer {
    if (context !== undefined && context.id !== this.#context?.id) this.#renderer = createBlockRenderer();
    this.#context = context ?? this.#context;
    this.#text = textAfter(this.#text, text);
    if (fresh) this.#sent = noneSent();
    try {
      return this.#render();
    } catch (error) {
      return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
    }
  }

  #render(): PageAnswer {
    const context = this.#context;
    if (context === undefined) return { kind: 'failed', message: 'No post was named.' };
    const known = new Map(context.images);
    const unknown = new Set<string>();
    const images = (url: string): ImageInfo => {
      const info = known.get(url);
      if (info !== undefined) return info;
      unknown.add(url);
      return provisional(context.id, url);
    };
    const post = readPost(context.id, this.#text, context.dialect);
    const page = composePage(
      { post, settings: context.settings, related: context.related, images },
      this.#renderer,
    );
    const skipped = writtenFrom(post) - post.bodyFrom;
    return { kind: 'page', id: context.id, page: this.#toSend(page, skipped), unknownImages: [...unknown] };
  }

  /** `skipped`: lines of the body that the editor does not show. */
  #toSend(page: Page, skipped: number): SentPage {
    const before = this.#sent;
    const lists = {
      header: withoutKnown(page.header, before.header),
      content: withoutKnown(page.content, before.content).map((block) => moveUp(block, skipped)),
      footer: withoutKnown(page.footer, before.footer),
      after: withoutKnown(page.after, before.after),
    };
    this.#sent = {
      header: keysOf(page.header),
      content: keysOf(page.content),
      footer: keysOf(page.footer),
      after: keysOf(page.after),
    };
    return { ...page, ...lists };
  }
}

function noneSent(): Record<BlockList, ReadonlySet<string>> {
  const none = new Set<string>();
  return { header: none, content: none, footer: none, after: none };
}

function keysOf(blocks: readonly Block[]): ReadonlySet<string> {
  return new Set(blocks.map((block) => block.key));
}

function withoutKnown(blocks: readonly Block[], known: ReadonlySet<string>): readonly SentBlock[] {
  return blocks.map(({ key, fromLine, toLine, nodes }) =>
    known.has(key) ? { key, fromLine, toLine } : { key, fromLine, toLine, nodes },
  );
}

function moveUp(block: SentBlock, lines: number): SentBlock {
  const { fromLine, toLine } = block;
  return { ...block, fromLine: Math.max(0, fromLine - lines), toLine: Math.max(0, toLine - lines) };
}

function textAfter(text: string, news: TextNews | undefined): string {
  if (news === undefined) return text;
  return news.kind === 'whole' ? news.text : news.batches.reduce(applyEdits, text);
}

/** What is shown of an image until main has looked at its file: the image, without its size. */
function provisional(id: PostId, url: string): ImageInfo {
  if (/^(?:https?:)?\/\//i.test(url)) return { kind: 'remote', url };
  return { kind: 'image', src: mediaUrl(id, url), width: undefined, height: undefined };
}
