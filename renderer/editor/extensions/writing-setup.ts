import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, redo } from '@codemirror/commands';
import { EditorState } from '@codemirror/state';
import type { Extension } from '@codemirror/state';
import { drawSelection, dropCursor, EditorView, keymap } from '@codemirror/view';
import { activeLine } from './active-line.ts';
import { blankLines } from './blank-lines.ts';
import { formattingKeys } from './formatting-keys.ts';
import { listKeys } from './list-keys.ts';
import { searching, searchKeys } from './searching.ts';
import { writingHighlight } from './writing-highlight.ts';
import { writingLanguage } from './writing-language.ts';
import { writingTheme } from './writing-theme.ts';

/** Everything that makes the editor a place to write Markdown in, in order of precedence. */
export function writingSetup(cspNonce: string): Extension {
  return [
    EditorView.cspNonce.of(cspNonce),
    keymap.of([
      ...formattingKeys,
      ...listKeys,
      ...searchKeys,
      ...closeBracketsKeymap,
      { key: 'Mod-Shift-z', run: redo, preventDefault: true },
      ...historyKeymap,
      ...defaultKeymap,
    ]),
    history(),
    writingLanguage(),
    writingHighlight(),
    closeBrackets(),
    searching(),
    blankLines(),
    activeLine(),
    drawSelection(),
    dropCursor(),
    EditorView.lineWrapping,
    EditorState.allowMultipleSelections.of(true),
    EditorState.tabSize.of(4),
    EditorView.scrollMargins.of(() => ({ top: 40, bottom: 80 })),
    EditorView.contentAttributes.of({ 'aria-label': 'Text of the post', spellcheck: 'false', tabindex: '0' }),
    writingTheme(),
  ];
}
