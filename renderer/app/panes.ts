import { createStore } from 'zustand/vanilla';
import type { Caret, EditorHandle } from '../editor/editor-handle.ts';
import type { PreviewHandle } from '../preview/preview-handle.ts';
import { readSide } from '../store/read-store.ts';
import type { ReadStore } from '../store/read-store.ts';
import { joinScrolling } from './scroll-sync.ts';

interface PanesState {
  /** Where the cursor is; undefined before the editor is there. */
  readonly caret: Caret | undefined;
}

/** The editor and the preview as others reach them, once they are there. */
export interface Panes extends ReadStore<PanesState> {
  readonly editor: () => EditorHandle | undefined;
  readonly preview: () => PreviewHandle | undefined;
  readonly setEditor: (handle: EditorHandle) => void;
  readonly setPreview: (handle: PreviewHandle) => void;
}

/** Keeps the handles of both panes and makes them scroll together as soon as both are there. */
export function createPanes(): Panes {
  const store = createStore<PanesState>(() => ({ caret: undefined }));
  let editor: EditorHandle | undefined;
  let preview: PreviewHandle | undefined;
  let stopCaret: (() => void) | undefined;
  let part: (() => void) | undefined;
  const join = (): void => {
    part?.();
    part = editor === undefined || preview === undefined ? undefined : joinScrolling(editor, preview);
  };
  return {
    ...readSide(store),
    editor: () => editor,
    preview: () => preview,
    setEditor: (handle) => {
      editor = handle;
      stopCaret?.();
      stopCaret = handle.onCaret((caret) => store.setState({ caret }));
      join();
    },
    setPreview: (handle) => {
      preview = handle;
      join();
    },
  };
}
