import fc from 'fast-check';
import { fromParse5 } from 'hast-util-from-parse5';
import { toHtml } from 'hast-util-to-html';
import { parseFragment } from 'parse5';
import { describe, expect, test } from 'vitest';
import { createParser } from '../../../core/markdown/parser.ts';
import { parseBody, renderBlocks } from '../../../core/markdown/blocks.ts';

const tags =
  `a b i p div span table tr td th caption ul li dl dd pre code h1 h3 details summary svg math mtext style
script select option button form template noscript object iframe img input br u font center figure label ruby rt`.split(
    /\s+/,
  );
const piece = fc.oneof(
  fc.constantFrom(...tags).map((tag) => `<${tag}>`),
  fc.constantFrom(...tags).map((tag) => `</${tag}>`),
  fc
    .constantFrom(...tags)
    .map((tag) => `<${tag} id=x name=y class=card style="x" onclick=x href=javascript:x src=x>`),
  fc.constantFrom(
    '\n\n',
    '\n',
    ' ',
    'word',
    '*',
    '**',
    '`',
    '[',
    ']',
    '](x)',
    '![',
    '> ',
    '- ',
    '# ',
    '[^1]',
    '|',
    '~~',
  ),
  fc.constantFrom(
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '&lt;',
    '"',
    "'",
    '\n[^1]: ',
    '\n```\n',
    '\u0000',
    '<',
    '>',
  ),
);
const soup = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

describe('any mixture of Markdown and HTML', () => {
  test('makes bytes that a browser reads as the tree that was sanitised', () => {
    fc.assert(
      fc.property(soup, (markdown) => {
        const blocks = renderBlocks(parseBody(markdown), () => ({ kind: 'refused', reason: 'none' }));
        const html = blocks.map((block) => toHtml([...block.nodes])).join('');
        expect(toHtml(fromParse5(parseFragment(html)))).toBe(html);
        expect(html).not.toMatch(/<(?:script|style|iframe|svg|math|form|object|template)/i);
        expect(html).not.toMatch(/<[a-z][^<>]*\s(?:on\w+|style|name)=/i);
      }),
      { numRuns: 600, seed: 20261122 },
    );
  });
});

describe('the number of times that a rule is tried', () => {
  const shapes: readonly (readonly [string, (n: number) => string])[] = [
    ['brackets', (n) => '['.repeat(n)],
    ['closed brackets', (n) => '['.repeat(n) + ']'.repeat(n)],
    ['links in links', (n) => '['.repeat(n) + '](x)'.repeat(n)],
    ['footnote marks', (n) => '[^'.repeat(n)],
    ['footnotes in footnotes', (n) => '[^a]: '.repeat(n)],
    ['quotes', (n) => `${'> '.repeat(n)}x`],
    ['lists', (n) => `${'- '.repeat(n)}x`],
    ['stars', (n) => `${'*'.repeat(n)}a${'*'.repeat(n)}`],
    ['tags', (n) => '<a '.repeat(n)],
  ];

  test.each(shapes)('grows with the length: %s', (_name, make) => {
    const calls = (n: number) => {
      let count = 0;
      const parser = createParser();
      parser.inline.ruler.before('text', 'count', () => {
        count += 1;
        return false;
      });
      parser.block.ruler.before('table', 'count', () => {
        count += 1;
        return false;
      });
      parser.render(make(n), {});
      return count;
    };
    expect(calls(8_000)).toBeLessThan(3 * calls(4_000) + 1_000);
  });
});
