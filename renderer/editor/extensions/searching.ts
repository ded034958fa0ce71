import { search, searchKeymap } from '@codemirror/search';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { createSearchPanel } from './search-panel.ts';

/** Keys that find in the post: Ctrl+F, F3, Ctrl+G, Escape and their kin. */
export const searchKeys = searchKeymap;

/** Finding and replacing in the post, with a panel above the text. What is typed is taken literally. */
export function searching(): Extension {
  return search({
    top: true,
    literal: true,
    createPanel: createSearchPanel,
    scrollToMatch: (range) => EditorView.scrollIntoView(range, { y: 'center' }),
  });
}
