import { syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { tagHighlighter, tags as t } from '@lezer/highlight';

const highlighter = tagHighlighter([
  { tag: t.heading, class: 'md-heading' },
  { tag: t.strong, class: 'md-strong' },
  { tag: t.emphasis, class: 'md-emphasis' },
  { tag: t.strikethrough, class: 'md-struck' },
  { tag: t.quote, class: 'md-quote' },
  { tag: t.link, class: 'md-link' },
  { tag: [t.url, t.annotation, t.contentSeparator, t.escape], class: 'md-aside' },
  { tag: [t.processingInstruction, t.atom], class: 'md-mark' },
  { tag: t.labelName, class: 'md-fence-name' },
  { tag: [t.comment, t.meta], class: 'code-comment' },
  {
    tag: [t.keyword, t.operatorKeyword, t.definitionKeyword, t.controlKeyword, t.modifier, t.tagName],
    class: 'code-keyword',
  },
  { tag: [t.string, t.regexp, t.special(t.string)], class: 'code-string' },
  { tag: [t.number, t.bool, t.null], class: 'code-value' },
  { tag: [t.function(t.variableName), t.typeName, t.className], class: 'code-name' },
  { tag: t.invalid, class: 'code-invalid' },
]);

/** Gives each kind of text its class; editor.css gives the classes their looks. */
export function writingHighlight(): Extension {
  return syntaxHighlighting(highlighter);
}
