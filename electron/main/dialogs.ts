import { stat } from 'node:fs/promises';
import path from 'node:path';
import type {
  BrowserWindow,
  Dialog,
  MessageBoxOptions,
  OpenDialogOptions,
  SaveDialogOptions,
} from 'electron';

/** The questions that the system asks for Galley. Paths are absolute; undefined means that the person cancelled. */
export interface Dialogs {
  readonly chooseFolder: (start: string | undefined) => Promise<string | undefined>;
  readonly chooseImage: () => Promise<string | undefined>;
  readonly choosePage: (start: string) => Promise<string | undefined>;
  readonly chooseCopy: (start: string) => Promise<string | undefined>;
  /** Asks whether to go although these posts have text that is saved nowhere. */
  readonly confirmLoss: (posts: readonly string[]) => Promise<boolean>;
  /** Asks whether to try again after the window's process died several times. */
  readonly confirmReload: () => Promise<boolean>;
}

/** The system's dialogs, on top of the window if there is one. */
export function createDialogs(dialog: Dialog, window: () => BrowserWindow | undefined): Dialogs {
  const open = async (options: OpenDialogOptions): Promise<string | undefined> => {
    const parent = window();
    const answer = await (parent === undefined
      ? dialog.showOpenDialog(options)
      : dialog.showOpenDialog(parent, options));
    return answer.canceled ? undefined : answer.filePaths[0];
  };
  const ask = async (options: MessageBoxOptions): Promise<boolean> => {
    const parent = window();
    const answer = await (parent === undefined
      ? dialog.showMessageBox(options)
      : dialog.showMessageBox(parent, options));
    return answer.response === 1;
  };
  const save = async (
    options: SaveDialogOptions,
    extensions: readonly string[],
  ): Promise<string | undefined> => {
    const parent = window();
    const answer = await (parent === undefined
      ? dialog.showSaveDialog(options)
      : dialog.showSaveDialog(parent, options));
    if (answer.canceled || answer.filePath === '') return undefined;
    return withExtension(answer.filePath, extensions, (name) => ask(replaceQuestion(name)));
  };
  return {
    chooseFolder: (start) => open(folderOptions(start)),
    chooseImage: () => open(imageOptions),
    choosePage: (start) => save({ ...pageOptions, defaultPath: start }, ['.html', '.htm']),
    chooseCopy: (start) => save({ ...copyOptions, defaultPath: start }, ['.md', '.markdown']),
    confirmLoss: (posts) => ask(lossQuestion(posts)),
    confirmReload: () => ask(reloadQuestion),
  };
}

/**
 * The chosen file with one of `extensions`; the first is added if it has none of them. A file of that longer name was
 * not shown to the person, so `mayReplace` is asked.
 */
async function withExtension(
  file: string,
  extensions: readonly string[],
  mayReplace: (name: string) => Promise<boolean>,
): Promise<string | undefined> {
  if (extensions.includes(path.extname(file).toLowerCase())) return file;
  const full = `${file}${extensions[0] ?? ''}`;
  const exists = (await stat(full).catch(() => undefined)) !== undefined;
  return !exists || (await mayReplace(path.basename(full))) ? full : undefined;
}

const folderOptions = (start: string | undefined): OpenDialogOptions => ({
  title: 'Open Library',
  buttonLabel: 'Open',
  properties: ['openDirectory', 'createDirectory'],
  ...(start === undefined ? {} : { defaultPath: start }),
});

const imageOptions: OpenDialogOptions = {
  title: 'Choose a Cover Image',
  properties: ['openFile'],
  filters: [{ name: 'Images', extensions: ['png', 'jpg', 'jpeg', 'gif', 'webp', 'avif', 'svg'] }],
};

const pageOptions: SaveDialogOptions = {
  title: 'Export as HTML',
  buttonLabel: 'Export',
  filters: [{ name: 'HTML Page', extensions: ['html', 'htm'] }],
  properties: ['createDirectory', 'showOverwriteConfirmation'],
};

const copyOptions: SaveDialogOptions = {
  title: 'Save a Copy As',
  filters: [{ name: 'Markdown', extensions: ['md', 'markdown'] }],
  properties: ['createDirectory', 'showOverwriteConfirmation'],
};

const replaceQuestion = (name: string): MessageBoxOptions => ({
  type: 'question',
  message: `Replace “${name}”?`,
  detail: 'There is already a file of that name.',
  buttons: ['Cancel', 'Replace'],
  defaultId: 0,
  cancelId: 0,
});

const lossQuestion = (posts: readonly string[]): MessageBoxOptions => ({
  type: 'warning',
  message: 'Some text is saved nowhere.',
  detail: `Neither the file nor the safety copy could be written for ${posts.join(', ')}. Go back to copy the text or to save it elsewhere.`,
  buttons: ['Go Back', 'Quit and Lose Text'],
  defaultId: 0,
  cancelId: 0,
});

const reloadQuestion: MessageBoxOptions = {
  type: 'error',
  message: 'The window keeps failing.',
  detail:
    'Your text is kept: what was typed is in the files or in their safety copies. Help > Show Log says more.',
  buttons: ['Quit', 'Try Again'],
  defaultId: 1,
  cancelId: 0,
};
