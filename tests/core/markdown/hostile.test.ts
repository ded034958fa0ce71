import type { Element, ElementContent, Root } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { toHtml } from 'hast-util-to-html';
import { parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import { createBlockRenderer } from '../../../core/markdown/blocks.ts';
import type { ImageResolver } from '../../../core/markdown/types.ts';
import casesText from '../../fixtures/markdown/hostile.json?raw';

const cases = JSON.parse(casesText) as readonly { readonly name: string; readonly markdown: string }[];

const images: ImageResolver = (url) =>
  /^\s*(?:[a-z][a-z+]*:)?\/\//i.test(url)
    ? { kind: 'remote', url: url.trim() }
    : url === 'a.png'
      ? { kind: 'image', src: 'data:image/png;base64,AA==', width: 1, height: 1 }
      : { kind: 'refused', reason: 'There is no such file.' };

/** The attributes that content may have, by hand and not from the schema, so that a slip there is seen here. */
const harmless = new Set(
  `align alt ariaLabel checked className colSpan dateTime dir disabled height href id lang open rel reversed role
  rowSpan scope span start tabIndex title type value width abbr cite src`.split(/\s+/),
);
const forbidden = new Set(
  `script style link meta base iframe frame frameset object embed applet form button select textarea option svg math
  template noscript title head body html audio video source picture portal dialog slot marquee keygen isindex plaintext xmp
  noembed noframes h1`.split(/\s+/),
);

function blocksOf(markdown: string) {
  const renderer = createBlockRenderer();
  return { blocks: renderer.render(renderer.parse(markdown), images), work: renderer.work() };
}

function elementsOf(nodes: readonly (ElementContent | Root['children'][number])[]): Element[] {
  const found: Element[] = [];
  const open = [...nodes];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type !== 'element') continue;
    found.push(node);
    open.push(...node.children);
  }
  return found;
}

function expectHarmless(elements: readonly Element[]) {
  for (const { tagName, properties } of elements) {
    expect(forbidden).not.toContain(tagName);
    for (const [name, value] of Object.entries(properties)) {
      expect(harmless).toContain(name);
      if (name === 'href') expect(String(value)).toMatch(/^(?:https?:|mailto:|#|[^:\\]*$|[^:]*[/?#])/);
      if (name === 'href') expect(String(value)).not.toMatch(/^[/\\]{2}/);
      if (name === 'cite') expect(String(value)).not.toMatch(/^\s*javascript/i);
      if (name === 'src') expect(String(value)).toBe('data:image/png;base64,AA==');
      if (name === 'type' && tagName === 'input') expect(value).toBe('checkbox');
      if (name === 'id' && !/^h[2-6]$/.test(tagName)) {
        expect(String(value)).toMatch(/^(?:user-content-\S+|fn(?:ref)?-\d+(?:-\d+)?)$/);
      }
    }
  }
}

/** What a browser makes of the exported bytes, with scripting as `scripting` says. */
function reparsed(html: string, scripting: boolean): readonly Element[] {
  const document = fromParse5(
    parse(`<!doctype html><body><div class="e-content">${html}</div></body>`, {
      scriptingEnabled: scripting,
    }),
  ) as Root;
  const content = elementsOf(document.children).find(
    ({ properties }) => Array.isArray(properties['className']) && properties['className'][0] === 'e-content',
  );
  return elementsOf(content?.children ?? []);
}

describe('hostile content', () => {
  test.each(cases)('leaves nothing that runs or loads: $name', ({ markdown }) => {
    const { blocks } = blocksOf(markdown);
    const html = blocks.map((block) => toHtml([...block.nodes])).join('');
    expectHarmless(blocks.flatMap((block) => elementsOf(block.nodes)));
    expectHarmless(reparsed(html, true));
    expectHarmless(reparsed(html, false));
  });

  test.each(cases)('is read by a browser as the tree that was checked: $name', ({ markdown }) => {
    const { blocks } = blocksOf(markdown);
    const html = blocks.map((block) => toHtml([...block.nodes])).join('');
    const names = (elements: readonly Element[]) => elements.map(({ tagName }) => tagName);
    expect(names(reparsed(html, true)).sort()).toEqual(
      names(blocks.flatMap((block) => elementsOf(block.nodes))).sort(),
    );
  });

  test.each(cases)('has no id twice: $name', ({ markdown }) => {
    const { blocks } = blocksOf(markdown);
    const ids = blocks
      .flatMap((block) => elementsOf(block.nodes))
      .flatMap(({ properties }) => properties['id'] ?? []);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('keeps the words around what it takes out', () => {
    const { blocks } = blocksOf('Before <blink>during</blink>\n\n<script>x</script>\n\nAfter');
    expect(blocks.map((block) => toHtml([...block.nodes]).trim())).toEqual([
      '<p>Before during</p>',
      '<p>After</p>',
    ]);
  });
});

describe('content made to be slow', () => {
  const shapes: readonly { readonly name: string; readonly make: (n: number) => string }[] = [
    { name: 'nested divisions', make: (n) => '<div>'.repeat(n) },
    { name: 'nested divisions, closed', make: (n) => '<div>'.repeat(n) + '</div>'.repeat(n) },
    { name: 'nested quotes', make: (n) => `${'>'.repeat(n)} x` },
    { name: 'nested lists', make: (n) => `${'- '.repeat(n)}x` },
    { name: 'open brackets', make: (n) => '['.repeat(n) },
    { name: 'nested brackets', make: (n) => '['.repeat(n) + ']'.repeat(n) },
    { name: 'open image brackets', make: (n) => '!['.repeat(n) },
    { name: 'open footnotes', make: (n) => '[^'.repeat(n) },
    { name: 'open links', make: (n) => '[a]('.repeat(n) },
    { name: 'emphasis', make: (n) => '*a **a '.repeat(n) },
    { name: 'nested emphasis', make: (n) => `${'*_'.repeat(n)}a${'_*'.repeat(n)}` },
    {
      name: 'back ticks',
      make: (n) => Array.from({ length: Math.sqrt(n) }, (_, i) => '`'.repeat(i)).join(' '),
    },
    { name: 'misnested formatting', make: (n) => `${'<b><i><u>'.repeat(80)}${'<p>'.repeat(n)}` },
    {
      name: 'many different formats',
      make: (n) => Array.from({ length: n }, (_, i) => `<b id=${i}><p>`).join(''),
    },
    { name: 'unclosed tags over many blocks', make: (n) => '<b>x\n\n'.repeat(n) },
    { name: 'closing tags of nothing', make: (n) => `${'<i>\n\n'.repeat(n)}${'</b>\n\n'.repeat(n)}` },
    { name: 'headings with one name', make: (n) => '# a\n'.repeat(n) },
    {
      name: 'footnotes',
      make: (n) => Array.from({ length: n }, (_, i) => `a[^${i}]\n\n[^${i}]: b\n\n`).join(''),
    },
    { name: 'children of an unknown element', make: (n) => `<x>${'<br>'.repeat(n * 6)}</x>` },
    { name: 'entities', make: (n) => '&'.repeat(n) },
    {
      name: 'tables of many columns',
      make: (n) => `${'|a'.repeat(n / 10)}\n${'|-'.repeat(n / 10)}\n${'|b\n'.repeat(n / 10)}`,
    },
  ];

  test.each(shapes)('costs no more than its length asks: $name', ({ make }) => {
    const size = 4_000;
    const body = make(size);
    const { blocks, work } = blocksOf(body);
    // A quadratic cost would be thousands of times the length; the parser fills up tables to 65 536 cells at most.
    expect(work.elements).toBeLessThan(8 * body.length + 70_000);
    expect(blocks.length).toBeLessThanOrEqual(body.length);
  });

  test.each(['<div>'.repeat(10_000), `${'>'.repeat(10_000)} x`, '*'.repeat(9_000) + 'a' + '*'.repeat(9_000)])(
    'shows its source when it is too deep (%#)',
    (body) => {
      const { blocks } = blocksOf(`before\n\n${body}\n\nafter`);
      expect(blocks).toHaveLength(3);
      const shown = blocks[1]?.nodes[0];
      expect(shown).toMatchObject({ tagName: 'pre', properties: { className: ['too-deep'] } });
      expect(toHtml(shown ? [shown] : []).replaceAll(/&#x3C;|&lt;/g, '<')).toContain(body);
    },
  );
});
