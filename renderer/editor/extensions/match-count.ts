import type { SearchQuery } from '@codemirror/search';
import type { EditorState } from '@codemirror/state';

/** More matches than this are not counted one by one. */
const countedAtMost = 2000;

/** How many matches a search has in the text, and which of them is selected, in words; '' for no search. */
export function matchCount(state: EditorState, query: SearchQuery): string {
  if (query.search === '') return '';
  if (!query.valid) return 'Not a valid expression';
  const { from, to } = state.selection.main;
  const cursor = query.getCursor(state);
  let count = 0;
  let current = 0;
  for (let next = cursor.next(); next.done !== true; next = cursor.next()) {
    count += 1;
    if (next.value.from === from && next.value.to === to) current = count;
    if (count === countedAtMost) return `More than ${countedAtMost - 1}`;
  }
  if (count === 0) return 'Not found';
  return current === 0 ? `${count} found` : `${current} of ${count}`;
}
