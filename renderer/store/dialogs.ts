import { createStore } from 'zustand/vanilla';
import { readSide } from './read-store.ts';
import type { ReadStore } from './read-store.ts';

/** The dialogs of the window that a command opens; at most one is open. */
export type DialogName = 'settings' | 'palette' | 'trash' | 'conflict';

interface DialogsState {
  readonly open: DialogName | undefined;
}

export interface DialogsStore extends ReadStore<DialogsState> {
  readonly show: (name: DialogName) => void;
  readonly close: () => void;
}

/** Which dialog is open. */
export function createDialogsStore(): DialogsStore {
  const store = createStore<DialogsState>(() => ({ open: undefined }));
  return {
    ...readSide(store),
    show: (open) => store.setState({ open }),
    close: () => store.setState({ open: undefined }),
  };
}
