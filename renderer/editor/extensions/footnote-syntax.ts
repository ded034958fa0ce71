import type { markdown } from '@codemirror/lang-markdown';
import { tags } from '@lezer/highlight';

type MarkdownExtension = NonNullable<NonNullable<Parameters<typeof markdown>[0]>['extensions']>;

const bracket = '['.charCodeAt(0);
const reference = /^\[\^[^\s\]]{1,100}\]/;

/** Footnote references (`[^1]`) as a thing of their own; without it they would look like links. */
export const footnoteSyntax: MarkdownExtension = {
  defineNodes: [{ name: 'FootnoteReference', style: tags.annotation }],
  parseInline: [
    {
      name: 'FootnoteReference',
      before: 'Link',
      parse: (context, next, at) => {
        if (next !== bracket) return -1;
        const found = reference.exec(context.slice(at, Math.min(context.end, at + 104)));
        return found === null
          ? -1
          : context.addElement(context.elt('FootnoteReference', at, at + found[0].length));
      },
    },
  ],
};
