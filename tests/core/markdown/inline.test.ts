import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import { renderInline } from '../../../core/markdown/inline.ts';

describe('a line of Markdown', () => {
  test.each([
    ['Edits *type* by `day`.', 'Edits <em>type</em> by <code>day</code>.'],
    ['See [home](https://a.example)', 'See <a href="https://a.example" rel="noopener noreferrer">home</a>'],
    ['[x](javascript:alert(1))', '[x](javascript:alert(1))'],
    ['<a href="javascript:alert(1)" onclick=x>x</a>', '<a>x</a>'],
    ['![p](https://evil.example/p.png)', 'p'],
    ['# no heading', '# no heading'],
    ['<h2 id=x>no</h2><p>blocks</p><table><td>here', 'noblockshere'],
    ['<b id="x" class="card" style="x">b</b>', '<b>b</b>'],
    ['<script>x</script><style>y</style>z', 'z'],
    ['1 < 2 & 3', '1 &#x3C; 2 &#x26; 3'],
    ['a<br>b', 'a<br>b'],
  ])('%s', (line, html) => {
    expect(toHtml([...renderInline(line)])).toBe(html);
  });

  test('that is too deep is shown as written', () => {
    const line = `${'*'.repeat(900)}a${'*'.repeat(900)}`;
    expect(renderInline(line)).toEqual([{ type: 'text', value: line }]);
  });
});
