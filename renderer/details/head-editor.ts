import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { HighlightStyle, LanguageDescription, syntaxHighlighting } from '@codemirror/language';
import { languages } from '@codemirror/language-data';
import { Annotation, Compartment, EditorState } from '@codemirror/state';
import { EditorView, drawSelection, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { FrontMatterFormat } from '../../core/post/types.ts';
import { cspNonce } from '../ui/csp-nonce.ts';

export interface HeadEditorOptions {
  readonly parent: HTMLElement;
  readonly content: string;
  readonly format: FrontMatterFormat;
  /** How many lines of the file come before the content. */
  readonly linesBefore: number;
  readonly readOnly: boolean;
  readonly onChange: (content: string) => void;
}

/** The raw front matter in an editor of its own, with its own undo. */
export interface HeadEditor {
  /** Shows other content, unless it is there already. */
  readonly setContent: (content: string) => void;
  /** Puts the cursor at a 1-based line of the file and the focus in the editor. */
  readonly goToLine: (line: number) => void;
  readonly destroy: () => void;
}

const fromOutside = Annotation.define<boolean>();

const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--accent)' },
  { tag: tags.comment, color: 'var(--soft)' },
  { tag: [tags.meta, tags.punctuation, tags.separator], color: 'var(--soft)' },
]);

const look = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'var(--paper)', color: 'var(--ink)', fontSize: '12.5px' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--font-code)', lineHeight: '1.55' },
  '.cm-content': { padding: '8px 0', caretColor: 'var(--accent)' },
  '.cm-gutters': { backgroundColor: 'var(--paper)', color: 'var(--soft)', border: 'none' },
  '.cm-cursor': { borderLeftColor: 'var(--accent)', borderLeftWidth: '2px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--selection)',
  },
});

/** Makes the editor in `parent`. */
export function createHeadEditor(options: HeadEditorOptions): HeadEditor {
  const { linesBefore, onChange } = options;
  const language = new Compartment();
  const view = new EditorView({
    parent: options.parent,
    state: EditorState.create({
      doc: options.content,
      extensions: [
        EditorView.cspNonce.of(cspNonce()),
        EditorState.readOnly.of(options.readOnly),
        EditorView.contentAttributes.of({
          'aria-label': `Front matter, ${options.format.toUpperCase()}`,
          tabindex: '0',
        }),
        lineNumbers({ formatNumber: (line) => String(line + linesBefore) }),
        history(),
        drawSelection(),
        EditorView.lineWrapping,
        language.of(options.format === 'yaml' ? yaml() : []),
        syntaxHighlighting(colours),
        look,
        keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
        EditorView.updateListener.of((update) => {
          const own = !update.transactions.some((one) => one.annotation(fromOutside) === true);
          if (update.docChanged && own) onChange(update.state.doc.toString());
        }),
      ],
    }),
  });
  if (options.format === 'toml') void loadToml(view, language);
  return {
    setContent: (content) => {
      if (content === view.state.doc.toString()) return;
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: content },
        annotations: fromOutside.of(true),
      });
    },
    goToLine: (line) => {
      const { doc } = view.state;
      const at = doc.line(Math.min(doc.lines, Math.max(1, line - linesBefore)));
      view.dispatch({ selection: { anchor: at.from, head: at.to }, scrollIntoView: true });
      view.focus();
    },
    destroy: () => view.destroy(),
  };
}

async function loadToml(view: EditorView, language: Compartment): Promise<void> {
  const support = await LanguageDescription.matchLanguageName(languages, 'toml')?.load();
  if (support !== undefined) view.dispatch({ effects: language.reconfigure(support) });
}
