import { describe, expect, it } from 'vitest';
import { relink } from '../../../electron/library/relink.ts';

const change = (text: string, from = 'old', to = 'new'): string => relink(text, from, to);

describe('relinking', () => {
  it.each([
    ['an inline image', '![a](assets/old/a.png)', '![a](assets/new/a.png)'],
    ['a dotted path', '![a](./assets/old/a.png "t")', '![a](./assets/new/a.png "t")'],
    ['a link in angle brackets', '[a]( <assets/old/a b.png> )', '[a]( <assets/new/a b.png> )'],
    ['a definition', '> [fig]: assets/old/a.png', '> [fig]: assets/new/a.png'],
    ['an HTML image', `<img alt="x" src='assets/old/a.png'>`, `<img alt="x" src='assets/new/a.png'>`],
    [
      'two on a line',
      '![](assets/old/1.png)![](assets/old/2.png)',
      '![](assets/new/1.png)![](assets/new/2.png)',
    ],
    ['front matter', '---\ncover: assets/old/a.png\n---\n', '---\ncover: assets/new/a.png\n---\n'],
    ['quoted TOML', '+++\nimages = ["assets/old/a.png"]\n+++\n', '+++\nimages = ["assets/new/a.png"]\n+++\n'],
    ['CRLF and a missing end', 'one\r\n![](assets/old/a.png)\r\nx', 'one\r\n![](assets/new/a.png)\r\nx'],
    [
      'a link between two code spans',
      '`one` ![](assets/old/a.png) ``two ` ``',
      '`one` ![](assets/new/a.png) ``two ` ``',
    ],
  ])('changes %s', (_name, before, after) => {
    expect(change(before)).toBe(after);
  });

  it.each([
    ['words', 'The folder assets/old/a.png holds a picture.'],
    ['code', '`![a](assets/old/a.png)`'],
    ['longer code', '``a ` ![a](assets/old/a.png)``'],
    ['a fence', '```md\n![a](assets/old/a.png)\n```'],
    ['a fence in a list', '- ~~~\n  ![a](assets/old/a.png)\n  ~~~'],
    ['a fence that never ends', '````\n```\n![a](assets/old/a.png)'],
    ['another folder', '![a](assets/older/a.png) ![b](assets/very-old/b.png) ![c](x/assets/old/c.png)'],
    ['another place', '![a](/assets/old/a.png) ![b](https://x.example/assets/old/b.png)'],
    ['the folder itself', '[a](assets/old)'],
  ])('leaves %s', (_name, text) => {
    expect(change(text)).toBe(text);
  });

  it('goes on after a fence', () => {
    const text = '```\n![](assets/old/a.png)\n```\n![](assets/old/b.png)';
    expect(change(text)).toBe('```\n![](assets/old/a.png)\n```\n![](assets/new/b.png)');
  });

  it('knows encoded names, and encodes new ones in the body only', () => {
    expect(change('![](assets/my%20post/a.png)', 'my post', 'new')).toBe('![](assets/new/a.png)');
    expect(change('![](assets/old/a.png)', 'old', 'my (new) post')).toBe(
      '![](assets/my%20%28new%29%20post/a.png)',
    );
    expect(change('---\ncover: assets/old/a.png\n---\n', 'old', 'my post')).toBe(
      '---\ncover: assets/my post/a.png\n---\n',
    );
  });

  it('takes a stem literally', () => {
    expect(change('![](assets/a.b/x.png) ![](assets/axb/x.png)', 'a.b', 'c')).toBe(
      '![](assets/c/x.png) ![](assets/axb/x.png)',
    );
  });
});
