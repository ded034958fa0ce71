import type { MarkdownIt } from 'markdown-it';

/** Pipe tables, as GitHub writes them. */
export function tables(parser: MarkdownIt): void {
  parser.enable('table');
}
