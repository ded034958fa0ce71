import { RangeSetBuilder } from '@codemirror/state';
import type { Extension } from '@codemirror/state';
import { Decoration, ViewPlugin } from '@codemirror/view';
import type { DecorationSet, EditorView, ViewUpdate } from '@codemirror/view';

const activeLineMark = Decoration.line({ class: 'cm-activeLine' });

/** Marks the lines of the cursors. A line with selected words is left plain, so that the selection is seen. */
export function activeLine(): Extension {
  return ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;

      constructor(view: EditorView) {
        this.decorations = cursorLines(view);
      }

      update(update: ViewUpdate): void {
        if (update.docChanged || update.selectionSet) this.decorations = cursorLines(update.view);
      }
    },
    { decorations: (plugin) => plugin.decorations },
  );
}

function cursorLines({ state }: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  let last = -1;
  for (const { head, empty } of state.selection.ranges) {
    const { from } = state.doc.lineAt(head);
    if (empty && from > last) builder.add(from, from, activeLineMark);
    last = from;
  }
  return builder.finish();
}
