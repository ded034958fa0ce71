import { markdown, markdownLanguage } from '@codemirror/lang-markdown';
import { languages } from '@codemirror/language-data';
import type { Extension } from '@codemirror/state';
import { footnoteSyntax } from './footnote-syntax.ts';

/** What pages do not know either: `~sub~`, `^super^` and `:emoji:`. */
const notOfPages = { remove: ['Subscript', 'Superscript', 'Emoji'] };

/** Markdown as pages understand it; the language of a fence is loaded when a fence names it. */
export function writingLanguage(): Extension {
  return [
    markdown({
      base: markdownLanguage,
      codeLanguages: languages,
      extensions: [notOfPages, footnoteSyntax],
      addKeymap: false,
      completeHTMLTags: false,
    }),
    // Quotes are left alone: in prose an apostrophe is more frequent than a pair.
    markdownLanguage.data.of({ closeBrackets: { brackets: ['(', '[', '{'] } }),
  ];
}
