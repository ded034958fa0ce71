import { describe, expect, test } from 'vitest';
import { countText, countWords, readingMinutes, visibleText } from '../../../core/post/counts.ts';
import { firstHeading } from '../../../core/post/first-heading.ts';
import { cpuTime } from '../../helpers/cpu-time.ts';

describe('visible text', () => {
  test.each([
    ['headings', '# One ##\n\nTwo\n===\n\nThree\n---', 'One\nTwo\nThree'],
    ['emphasis', '*a* **b** _c_ __d__ ~~e~~ snake_case `f`', 'a b c d e snake_case f'],
    [
      'links',
      '[text](https://x.example/y "t") and [ref][1] and [short]\n\n[1]: https://x.example',
      'text and ref and short',
    ],
    ['links with brackets in the address', '[a](https://x.example/b_(c)) d', 'a d'],
    ['addresses', 'see https://x.example/y or <https://z.example>.', 'see or .'],
    ['images', 'a ![not shown](i.png) b', 'a b'],
    ['linked images', '[![alt](i.png)](https://x.example) after', 'after'],
    ['lists', '- a\n* b\n+ c\n1. d\n2) e\n- [x] f', 'a\nb\nc\nd\ne\nf'],
    ['quotes', '> a\n> > b', 'a\nb'],
    ['rules', 'a\n\n---\n***\n\nb', 'a\nb'],
    ['tables', '| a | b |\n|---|:-:|\n| c | d |', 'a b\nc d'],
    [
      'code',
      'a\n\n```js title\nconst x = [1];\n// # no heading\n```\n\nb',
      'a\nconst x = [1];\n// # no heading\nb',
    ],
    ['tags', '<p class="x">a</p> <br> b <!-- c\n\nd --> e', 'a b e'],
    ['comments behind letters of two lengths', 'İİ <!-- a --> b', 'İİ b'],
    ['scripts', 'a <script>let b = 1;</script> c', 'a c'],
    ['comments in code', '```\n<!-- shown -->\n```', '<!-- shown -->'],
    ['an open comment', 'a <!-- b', 'a <!-- b'],
    ['footnotes', 'a[^1] b\n\n[^1]: c', 'a b\nc'],
    ['escapes', '\\*a\\* b\\_c', '*a* b_c'],
    ['entities', 'a &amp; b&nbsp;c &copy; d', 'a & b c d'],
    ['template tags', 'a {{< youtube x >}} {% include b %} c', 'a c'],
    ['comparisons', 'a < b and c > d', 'a < b and c > d'],
    ['nothing', '', ''],
  ])('%s', (_, body, text) => {
    expect(visibleText(body)).toBe(text);
  });

  test.each([
    '<!--',
    '[',
    '![',
    '](',
    '<a',
    '`',
    '*',
    '{{<',
    '&',
    '# ',
    '> ',
    '<script',
    '\\',
    '| ',
    '--|',
    '_',
  ])('many “%s” take linear time', (text) => {
    const bodies = [text.repeat(200_000 / text.length), `${text}\n`.repeat(50_000 / text.length)];
    expect(cpuTime(() => bodies.map(visibleText))).toBeLessThan(1000);
  });
});

test.each([
  ['one two, three-four it’s 5', { words: 5, cjk: 0 }],
  ['— … !', { words: 0, cjk: 0 }],
  ['before—after', { words: 2, cjk: 0 }],
  ['東京は晴れ today', { words: 1, cjk: 5 }],
  ['한국어 문장', { words: 2, cjk: 0 }],
])('%j counts %j', (text, counts) => {
  expect(countWords(text)).toEqual(counts);
});

test.each([
  [{ words: 0, cjk: 0 }, 1],
  [{ words: 220, cjk: 0 }, 1],
  [{ words: 221, cjk: 0 }, 2],
  [{ words: 0, cjk: 1001 }, 3],
  [{ words: 110, cjk: 250 }, 1],
])('%j takes %i min', (counts, minutes) => {
  expect(readingMinutes(counts)).toBe(minutes);
});

test('a body in words and minutes', () => {
  expect(countText(`# Title\n\n${'word '.repeat(220)}https://x.example`)).toEqual({ words: 221, minutes: 2 });
});

test.each([
  ['text\n\n## The *first* one\n# Second', 'The first one'],
  ['Underlined\n===', 'Underlined'],
  ['```\n# code\n```\n\n# Real', 'Real'],
  ['- item\n---\n\nno heading', undefined],
  ['#hashtag', undefined],
  ['', undefined],
])('the first heading of %j is %j', (body, heading) => {
  expect(firstHeading(body)).toBe(heading);
});
