import { Text } from '@codemirror/state';
import type { TextEdit } from '../../core/base/text-edit.ts';
import type { OpenPostStore } from '../../renderer/store/open-post.ts';

/** Does to the open post what an editor would do: replaces `from` to `to` of the body by `insert`. */
export function edit(store: OpenPostStore, ...edits: readonly TextEdit[]): void {
  const { body } = store.getState();
  let after = body;
  for (const { from, to, insert } of [...edits].reverse()) {
    after = after.replace(from, to, Text.of(insert.split('\n')));
  }
  store.applyBody(edits, after);
}

/** Types at the end of the body. */
export function type(store: OpenPostStore, text: string): void {
  const at = store.getState().body.length;
  edit(store, { from: at, to: at, insert: text });
}
