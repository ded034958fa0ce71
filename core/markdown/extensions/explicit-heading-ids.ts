import type { MarkdownIt } from 'markdown-it';

const idAtEnd = /[ \t]*\{#([^\s{}#"'<>&]+)\}[ \t]*$/u;

/** `## Heading {#its-id}`, as Hugo and kramdown read it: the id is the writer's, the braces are not shown. */
export function explicitHeadingIds(parser: MarkdownIt): void {
  parser.core.ruler.after('inline', 'explicit_heading_ids', (state) => {
    state.tokens.forEach((token, index) => {
      if (token.type !== 'heading_open') return;
      const last = state.tokens[index + 1]?.children?.at(-1);
      const match = last?.type === 'text' ? idAtEnd.exec(last.content) : null;
      if (!last || !match?.[1]) return;
      last.content = last.content.slice(0, match.index);
      token.attrSet('id', match[1]);
    });
  });
}
