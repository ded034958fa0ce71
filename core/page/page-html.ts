import type { ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { pageBody } from './page-body.ts';
import type { Page } from './types.ts';

/** What the document may load: its own style and the images inside it. A page stays alone even where it is hosted. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/**
 * The whole document as text: one file, the stylesheet inside it, no script, nothing to fetch.
 * @param head what `pageHead` says of the page
 * @param css the theme's stylesheet
 */
export function pageHtml(page: Page, head: readonly ElementContent[], css: string): string {
  const fixed = [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { httpEquiv: 'Content-Security-Policy', content: policy }),
    h('title', page.title),
  ];
  const elements = [...fixed, ...head, h('style', `\n${styleText(css)}`)];
  const document: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      { type: 'text', value: '\n' },
      h('html', { lang: page.lang, dir: page.dir }, [
        '\n',
        h('head', ['\n', ...elements.flatMap((element) => [element, '\n'])]),
        '\n',
        pageBody(page),
        '\n',
      ]),
      { type: 'text', value: '\n' },
    ],
  };
  return toHtml(document, { upperDoctype: true });
}

/** A stylesheet cannot end the element it stands in. */
function styleText(css: string): string {
  return css.replace(/<(?=\/?style|!--)/gi, '\\3c ');
}
