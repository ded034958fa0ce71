import { EditorView } from '@codemirror/view';
import type { Extension } from '@codemirror/state';

/**
 * The looks of the column that is written in. Font and size come from `--editor-font` and
 * `--editor-font-size`, which the pane sets; colours are the tokens of the window.
 */
export function writingTheme(): Extension {
  return EditorView.theme({
    '&': { height: '100%', color: 'var(--ink)', backgroundColor: 'var(--paper)' },
    '&.cm-focused': { outline: 'none' },
    '.cm-scroller': {
      fontFamily: 'var(--editor-font)',
      fontSize: 'var(--editor-font-size)',
      lineHeight: '1.68',
    },
    '.cm-content': { padding: '34px 0 45vh', caretColor: 'var(--accent)', cursor: 'text' },
    // The measure is kept by the lines, not by the column, so that the active line reaches the pane's edge.
    '.cm-line': { padding: '0 max(24px, min(44px, 10%), calc((100% - 66ch) / 2))' },
    '.cm-paragraphGap': { lineHeight: '0.96' },
    '.cm-activeLine': {
      backgroundColor: 'transparent',
      backgroundImage: 'linear-gradient(to right, var(--track), transparent 94%)',
    },
    '&:not(.cm-focused) .cm-activeLine': { backgroundImage: 'none' },
    '.cm-cursor, .cm-dropCursor': { borderLeft: '2px solid var(--accent)', marginLeft: '-1px' },
    '& > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': { background: 'var(--selection)' },
    '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
      background: 'var(--selection)',
    },
    '.cm-searchMatch': {
      backgroundColor: 'color-mix(in srgb, var(--warn) 24%, transparent)',
      borderRadius: '2px',
    },
    '.cm-searchMatch-selected': {
      backgroundColor: 'color-mix(in srgb, var(--accent) 30%, transparent)',
      outline: '1px solid var(--accent)',
    },
    '.cm-panels': { backgroundColor: 'var(--panel)', color: 'var(--ink)' },
    '.cm-panels-top': { borderBottom: '1px solid var(--line)' },
    ...marks,
    ...code,
  });
}

const marks = {
  '.md-heading, .md-strong': { fontWeight: '700' },
  '.md-emphasis': { fontStyle: 'italic' },
  '.md-struck': { textDecoration: 'line-through' },
  '.md-link': { color: 'var(--accent)' },
  '.md-quote, .md-aside, .md-mark': { color: 'var(--soft)' },
  '.md-heading.md-mark': { fontWeight: '700' },
  '.md-mark': { fontStyle: 'normal' },
  '.md-mark.md-strong, .md-mark.md-emphasis': { fontWeight: '400' },
  '.md-fence-name': { color: 'var(--accent)' },
};

const code = {
  '.code-comment': { color: 'var(--soft)', fontStyle: 'italic' },
  '.code-keyword': { color: 'var(--accent)' },
  '.code-string': { color: 'var(--ok)' },
  '.code-value': { color: 'var(--warn)' },
  '.code-name': { fontWeight: '700' },
  '.code-invalid': { color: 'var(--soft)', textDecoration: 'underline' },
};
