import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import {
  createBlockRenderer,
  headings,
  imageUrls,
  parseBody,
  renderBlocks,
} from '../../../core/markdown/blocks.ts';
import { contentHash } from '../../../core/markdown/hash.ts';
import type { ImageInfo, ImageResolver } from '../../../core/markdown/types.ts';

const noImages: ImageResolver = () => ({ kind: 'refused', reason: 'There are none.' });

function htmlOf(markdown: string): readonly string[] {
  return renderBlocks(parseBody(markdown), noImages).map((block) => toHtml([...block.nodes]).trimEnd());
}

describe('blocks', () => {
  test('cover the body in order', () => {
    const body = '# A\n\npara\nmore\n\n- x\n\n\n- y\n\n```\ncode\n```\n\n> q\n\n***\n\n<p>raw</p>\n\nend';
    const blocks = renderBlocks(parseBody(body), noImages);
    expect(blocks.map(({ fromLine }) => fromLine)).toEqual([0, 2, 5, 10, 14, 16, 18, 20]);
    for (const [index, block] of blocks.entries()) {
      expect(block.toLine).toBeGreaterThan(block.fromLine);
      expect(block.toLine).toBeLessThanOrEqual(blocks[index + 1]?.fromLine ?? 21);
    }
  });

  test('with equal keys have equal nodes, and no key is there twice', () => {
    const blocks = renderBlocks(parseBody('same\n\nsame\n\nother\n\nsame\n'), noImages);
    expect(new Set(blocks.map(({ key }) => key)).size).toBe(4);
    expect(blocks[1]?.key.startsWith(blocks[0]?.key ?? 'x')).toBe(true);
    expect(blocks[0]?.nodes).toEqual(blocks[3]?.nodes);
    expect(blocks[2]?.key).not.toContain(blocks[0]?.key);
  });

  test('change their key when their image does', () => {
    const key = (info: ImageInfo) => renderBlocks(parseBody('![a](a.png)'), () => info)[0]?.key;
    const first = key({ kind: 'image', src: 'data:image/png;base64,AA==', width: 1, height: 1 });
    expect(key({ kind: 'image', src: 'data:image/png;base64,AB==', width: 1, height: 1 })).not.toBe(first);
    expect(key({ kind: 'refused', reason: 'gone' })).not.toBe(first);
    expect(key({ kind: 'image', src: 'data:image/png;base64,AA==', width: 1, height: 1 })).toBe(first);
  });

  test('are the same from a fresh renderer and from one that has seen much', () => {
    const renderer = createBlockRenderer();
    const bodies = ['# A\n\nb[^1]\n\n[^1]: c', '## A\n\n# B\n\n[x](#a)\n\n<a name="a">', 'b\n\n# A'];
    for (const body of [...bodies, ...bodies]) {
      expect(renderer.render(renderer.parse(body), noImages)).toEqual(
        renderBlocks(parseBody(body), noImages),
      );
    }
  });

  test('leave out what shows nothing', () => {
    expect(htmlOf('<!-- note -->\n\n[a]: b\n\n<script>x</script>\n')).toEqual([]);
    expect(htmlOf('')).toEqual([]);
  });
});

describe('a renderer that is kept', () => {
  const body = Array.from({ length: 40 }, (_, index) => `Paragraph ${index} with *words*.`).join('\n\n');

  function workAfter(before: string, after: string) {
    const renderer = createBlockRenderer();
    renderer.render(renderer.parse(before), noImages);
    const first = renderer.work();
    renderer.render(renderer.parse(after), noImages);
    const second = renderer.work();
    return { parsed: second.parsed - first.parsed, rendered: second.rendered - first.rendered };
  }

  test('makes only the edited block anew', () => {
    expect(workAfter(body, body.replace('Paragraph 20', 'Paragraph twenty'))).toEqual({
      parsed: 1,
      rendered: 1,
    });
  });

  test('makes nothing anew when blocks only move', () => {
    expect(workAfter(body, `\n\n\n${body}`)).toEqual({ parsed: 0, rendered: 0 });
  });

  test('makes anew what uses a changed reference, and nothing else', () => {
    const linked = `${body}\n\n[one][r] here\n\nplain [two][s]\n\n[r]: https://a.example\n[s]: https://s.example`;
    expect(workAfter(linked, linked.replace('//a.', '//b.'))).toEqual({ parsed: 1, rendered: 1 });
  });

  test('renumbers footnotes where they are used', () => {
    const notes = `a[^1]\n\n${body}\n\nb[^2]\n\n[^1]: one\n[^2]: two`;
    expect(workAfter(notes, notes.replace('a[^1]', 'a'))).toEqual({ parsed: 3, rendered: 3 });
  });

  test('renders, but does not parse, a heading whose level another one moves', () => {
    expect(workAfter(`## a\n\n${body}\n\n### b`, `a\n\n${body}\n\n### b`)).toEqual({
      parsed: 1,
      rendered: 2,
    });
  });

  test('asks nothing twice when only the images arrive', () => {
    const renderer = createBlockRenderer();
    const withImage = `${body}\n\n![a](a.png)`;
    renderer.render(renderer.parse(withImage), noImages);
    const before = renderer.work();
    renderer.render(renderer.parse(withImage), () => ({
      kind: 'image',
      src: 'data:image/png;base64,AA==',
      width: 1,
      height: 1,
    }));
    expect(renderer.work()).toEqual({ ...before, rendered: before.rendered + 1 });
  });
});

describe('what the page asks of a body', () => {
  test('its image URLs, each once, in order, as written', () => {
    expect(imageUrls(parseBody('![a](b.png) <img src=" a.png "> ![c](b.png)\n\n![ü](ü%20x.png)'))).toEqual([
      'b.png',
      'a.png',
      '%C3%BC%20x.png',
    ]);
  });

  test('its headings with their lines, those inside other blocks too', () => {
    const body =
      '# One\n\n> quote\n>\n> ## Two *em* ![pic](x.png)\n\n<div>\n\n### Three[^n]\n\n</div>\n\n[^n]: x';
    expect(headings(parseBody(body))).toEqual([
      { level: 2, text: 'One', id: 'one', line: 0 },
      { level: 3, text: 'Two em pic', id: 'two-em-pic', line: 4 },
      { level: 4, text: 'Three', id: 'three', line: 8 },
    ]);
  });

  test('its title is left out only where it opens the body as a first-level heading', () => {
    const shown = (body: string) => headings(parseBody(body, { title: 'A  day' })).map(({ text }) => text);
    expect(shown('# A day\n\nx')).toEqual([]);
    expect(shown('A day\n=====\n\nx')).toEqual([]);
    expect(shown('<h1>A day</h1>\n\nx')).toEqual([]);
    expect(shown('## A day\n\nx')).toEqual(['A day']);
    expect(shown('x\n\n# A day')).toEqual(['A day']);
    expect(shown('# A day later')).toEqual(['A day later']);
  });

  test('words of its own language', () => {
    const labels = { backToText: 'Zurück "zum" <Text>', footnotes: 'Fußnoten' };
    const blocks = renderBlocks(parseBody('a[^1]\n\n[^1]: b', { labels }), noImages);
    const html = toHtml([...(blocks.at(-1)?.nodes ?? [])]);
    expect(html).toContain('aria-label="Fußnoten"');
    expect(html).toContain('aria-label="Zurück &#x22;zum&#x22; <Text> (1)"');
  });
});

describe('the content hash', () => {
  test('is 16 digits and differs for texts that differ a little', () => {
    const texts = [
      '',
      'a',
      'b',
      'ab',
      'ba',
      'a\u0000',
      ...Array.from({ length: 5000 }, (_, i) => `text ${i}`),
    ];
    const hashes = texts.map(contentHash);
    expect(new Set(hashes).size).toBe(texts.length);
    for (const hash of hashes) expect(hash).toMatch(/^[0-9a-f]{16}$/);
  });
});
