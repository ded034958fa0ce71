import type { MarkdownIt } from 'markdown-it';

const taskMark = /^\[([ xX])\][ \t]/;

/** `- [x] done`: a list item that opens with a mark becomes a labelled, read-only checkbox. */
export function taskLists(parser: MarkdownIt): void {
  parser.core.ruler.after('inline', 'task_lists', (state) => {
    state.tokens.forEach((item, index) => {
      if (item.type !== 'list_item_open') return;
      if (state.tokens[index + 1]?.type !== 'paragraph_open') return;
      const children = state.tokens[index + 2]?.children;
      const first = children?.[0];
      const mark = first?.type === 'text' ? taskMark.exec(first.content) : null;
      if (!children || !first || !mark) return;
      first.content = first.content.slice(mark[0].length);
      item.attrJoin('class', 'task-list-item');
      const open = new state.Token('task_open', 'label', 1);
      open.meta = { done: mark[1] !== ' ' };
      children.unshift(open);
      children.push(new state.Token('task_close', 'label', -1));
    });
  });
  parser.renderer.rules['task_open'] = (tokens, index) => {
    const checked = tokens[index]?.meta?.['done'] === true ? ' checked' : '';
    return `<label class="task"><input type="checkbox" disabled${checked}> `;
  };
  parser.renderer.rules['task_close'] = () => '</label>';
}
