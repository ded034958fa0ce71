import { MergeView } from '@codemirror/merge';
import { EditorState } from '@codemirror/state';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { cspNonce } from '../ui/csp-nonce.ts';

const look = EditorView.theme({
  '&': { backgroundColor: 'var(--paper)', color: 'var(--ink)', fontSize: '13px' },
  '.cm-scroller': { fontFamily: 'var(--font-writing)', lineHeight: '1.6' },
  '.cm-changedLine': { backgroundColor: 'var(--track)' },
  '.cm-changedText': { background: 'var(--selection)' },
  '.cm-deletedChunk': { backgroundColor: 'var(--track)' },
  '.cm-collapsedLines': { background: 'var(--panel)', color: 'var(--soft)' },
});

function readable(label: string): Extension {
  return [
    EditorView.cspNonce.of(cspNonce()),
    EditorState.readOnly.of(true),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
    look,
  ];
}

/** Shows two texts side by side with their differences marked; the answer takes them away. */
export function showSideBySide(parent: HTMLElement, mine: string, theirs: string): () => void {
  const view = new MergeView({
    parent,
    a: { doc: mine, extensions: readable('Your text') },
    b: { doc: theirs, extensions: readable('The text in the file') },
    collapseUnchanged: { margin: 3, minSize: 6 },
  });
  return () => view.destroy();
}
