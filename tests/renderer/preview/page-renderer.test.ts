import type { ElementContent } from 'hast';
import { describe, expect, it } from 'vitest';
import type { LibrarySettings } from '../../../core/library/types.ts';
import type { PostId } from '../../../core/post/types.ts';
import { PageRenderer } from '../../../renderer/preview/worker/page-renderer.ts';
import type { PageContext, SentBlock, SentPage } from '../../../renderer/preview/worker/protocol.ts';

const settings: LibrarySettings = {
  site: {},
  authors: [],
  categories: [],
  author: undefined,
  profile: undefined,
};
const context: PageContext = {
  id: 'ferry.md' as PostId,
  dialect: 'galley',
  settings,
  related: [],
  images: [],
};
const text = '---\ntitle: Ferry\n---\nIt leaves at noon.\n\nBring a coat.\n';

function pageOf(renderer: PageRenderer, request: Parameters<PageRenderer['answer']>[0]): SentPage {
  const answer = renderer.answer(request);
  if (answer.kind !== 'page') throw new Error(answer.message);
  return answer.page;
}

const nodeText = (node: ElementContent): string =>
  node.type === 'text' ? node.value : node.type === 'element' ? node.children.map(nodeText).join('') : '';
const words = (block: SentBlock | undefined): string | undefined =>
  block?.nodes?.map(nodeText).join('').trim();

describe('PageRenderer', () => {
  it('answers the whole page to the first request', () => {
    const page = pageOf(new PageRenderer(), { context, text: { kind: 'whole', text }, fresh: true });
    expect(page.title).toBe('Ferry');
    expect(page.content.map(words)).toEqual(['It leaves at noon.', 'Bring a coat.']);
    expect(page.content.map(({ fromLine, toLine }) => [fromLine, toLine])).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  it('counts lines as the editor does, from after the blank line below the front matter', () => {
    const spaced = text.replace('---\nIt', '---\n\nIt');
    const page = pageOf(new PageRenderer(), { context, text: { kind: 'whole', text: spaced }, fresh: true });
    expect(page.content.map(({ fromLine, toLine }) => [fromLine, toLine])).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  it('then sends only the blocks that are new', () => {
    const renderer = new PageRenderer();
    const first = pageOf(renderer, { context, text: { kind: 'whole', text }, fresh: true });
    const at = text.indexOf('coat');
    const page = pageOf(renderer, {
      text: { kind: 'edits', batches: [[{ from: at, to: at, insert: 'warm ' }]] },
      fresh: false,
    });
    expect(page.content.map(words)).toEqual([undefined, 'Bring a warm coat.']);
    expect(page.content[0]?.key).toBe(first.content[0]?.key);
    expect(page.header.every((block) => block.nodes === undefined)).toBe(true);
  });

  it('sends a block again that was away for one page', () => {
    const renderer = new PageRenderer();
    pageOf(renderer, { context, text: { kind: 'whole', text }, fresh: true });
    pageOf(renderer, { text: { kind: 'whole', text: text.replace('Bring a coat.\n', '') }, fresh: false });
    const page = pageOf(renderer, { text: { kind: 'whole', text }, fresh: false });
    expect(page.content.map(words)).toEqual([undefined, 'Bring a coat.']);
  });

  it('sends everything to an empty frame', () => {
    const renderer = new PageRenderer();
    pageOf(renderer, { context, text: { kind: 'whole', text }, fresh: true });
    const page = pageOf(renderer, { fresh: true });
    expect([...page.header, ...page.content].every((block) => block.nodes !== undefined)).toBe(true);
  });

  it('names images that nothing is known of and shows local ones meanwhile, remote ones never', () => {
    const renderer = new PageRenderer();
    const body = 'A ![pier](pier.png) and a ![gull](https://images.example/gull.png).\n';
    const answer = renderer.answer({ context, text: { kind: 'whole', text: body }, fresh: true });
    if (answer.kind !== 'page') throw new Error(answer.message);
    expect(answer.unknownImages).toEqual(['pier.png', 'https://images.example/gull.png']);
    const shown = JSON.stringify(answer.page.content);
    expect(shown).toContain('app://galley/media/ferry.md/pier.png');
    expect(shown).not.toMatch(/"src":"https:/);
    const known = renderer.answer({
      context: {
        ...context,
        images: [
          ['pier.png', { kind: 'image', src: 'app://galley/media/x', width: 640, height: 480 }],
          ['https://images.example/gull.png', { kind: 'remote', url: 'https://images.example/gull.png' }],
        ],
      },
      fresh: false,
    });
    if (known.kind !== 'page') throw new Error(known.message);
    expect(known.unknownImages).toEqual([]);
    expect(JSON.stringify(known.page.content)).toContain('640');
  });

  it('says what is wrong instead of throwing', () => {
    expect(new PageRenderer().answer({ text: { kind: 'whole', text }, fresh: true }).kind).toBe('failed');
  });
});
