import createMarkdownIt, { type MarkdownIt } from 'markdown-it';
import { explicitHeadingIds } from './extensions/explicit-heading-ids.ts';
import { fileAddresses } from './extensions/file-addresses.ts';
import { footnotes } from './extensions/footnotes.ts';
import { linkAddresses } from './extensions/link-addresses.ts';
import { strikethrough } from './extensions/strikethrough.ts';
import { tables } from './extensions/tables.ts';
import { taskLists } from './extensions/task-lists.ts';
import { maxMarkdownNesting } from './limits.ts';

/** What Galley adds to CommonMark, in the order in which it is added. */
const extensions: readonly ((parser: MarkdownIt) => void)[] = [
  tables,
  strikethrough,
  linkAddresses,
  fileAddresses,
  footnotes,
  taskLists,
  explicitHeadingIds,
];

/** A parser of CommonMark 0.31 and nothing else; raw HTML passes through it untouched. */
export function createCoreParser(): MarkdownIt {
  const parser = new createMarkdownIt('commonmark', { maxNesting: maxMarkdownNesting });
  // The specification writes the line break of an empty quote too.
  parser.renderer.rules['blockquote_open'] = (tokens, index, options, _environment, renderer) =>
    `${renderer.renderToken(tokens, index, options).trimEnd()}\n`;
  return parser;
}

/** The parser of post bodies: CommonMark and the extensions. Its output is not safe before sanitising. */
export function createParser(): MarkdownIt {
  const parser = createCoreParser();
  for (const extension of extensions) extension(parser);
  return parser;
}
