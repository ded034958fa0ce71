import type { MarkdownIt } from 'markdown-it';

/**
 * Bare `https://…` and mail addresses become links. Names without a scheme do not: `README.md` and
 * `node.js` are files far more often than hosts.
 */
export function linkAddresses(parser: MarkdownIt): void {
  parser.set({ linkify: true });
  parser.linkify.set({ fuzzyLink: false, fuzzyEmail: true });
  parser.enable('linkify');
}
