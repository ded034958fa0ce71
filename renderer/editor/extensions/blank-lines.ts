import { RangeSetBuilder } from '@codemirror/state';
import type { Extension } from '@codemirror/state';
import { Decoration, ViewPlugin } from '@codemirror/view';
import type { DecorationSet, EditorView, ViewUpdate } from '@codemirror/view';

const paragraphGap = Decoration.line({ class: 'cm-paragraphGap' });

/**
 * The first blank line after text is drawn lower, as the space between two paragraphs. Only the first: so the
 * line on which a new paragraph is begun has its full height before a key is pressed, and does not jump.
 */
export function blankLines(): Extension {
  return ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;

      constructor(view: EditorView) {
        this.decorations = gapsIn(view);
      }

      update(update: ViewUpdate): void {
        if (update.docChanged || update.viewportChanged) this.decorations = gapsIn(update.view);
      }
    },
    { decorations: (plugin) => plugin.decorations },
  );
}

function gapsIn(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  const { doc } = view.state;
  for (const { from, to } of view.visibleRanges) {
    let line = doc.lineAt(from);
    let afterText = line.number > 1 && doc.line(line.number - 1).text.trim() !== '';
    for (;;) {
      const isBlank = line.text.trim() === '';
      if (isBlank && afterText) builder.add(line.from, line.from, paragraphGap);
      afterText = !isBlank;
      if (line.to >= to || line.number === doc.lines) break;
      line = doc.line(line.number + 1);
    }
  }
  return builder.finish();
}
