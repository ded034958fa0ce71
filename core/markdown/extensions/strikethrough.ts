import type { MarkdownIt } from 'markdown-it';

/** `~~struck out~~`. */
export function strikethrough(parser: MarkdownIt): void {
  parser.enable('strikethrough');
}
