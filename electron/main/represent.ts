import type { BrowserWindow } from 'electron';

/** The window's title for a post; the app's own name when no post is shown. */
export function windowTitle(title: string): string {
  const line = title.replace(/\s+/g, ' ').trim();
  return line === '' ? 'Galley' : `${line} — Galley`;
}

/** Shows in the window's frame which post it holds and whether that has unsaved changes. */
export function represent(window: BrowserWindow | undefined, title: string, edited: boolean): void {
  window?.setTitle(windowTitle(title));
  // Does something on macOS only: a dot in the close button.
  window?.setDocumentEdited(edited);
}
