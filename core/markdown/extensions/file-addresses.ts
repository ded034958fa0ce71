import type { MarkdownIt } from 'markdown-it';

/**
 * Reads links and images of `file:` addresses as what they are, where the parser would show their Markdown as text,
 * with the path in it. What they name reaches no page: the image is refused, and the link leads nowhere.
 */
export function fileAddresses(parser: MarkdownIt): void {
  const isValid = parser.validateLink.bind(parser);
  parser.validateLink = (url) => isValid(url) || /^\s*file:/i.test(url);
}
