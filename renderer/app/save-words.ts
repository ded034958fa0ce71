import type { SaveState } from '../store/open-post-types.ts';

/** What the status bar says of the open post's text. */
export interface SaveWords {
  /** `ok`: in the file; `busy`: on its way; `warning`: safe elsewhere; `alarm`: only in memory. */
  readonly tone: 'ok' | 'busy' | 'warning' | 'alarm';
  readonly text: string;
}

/** The truth about where the text is, in few words; `file`: the name of its file. */
export function saveWords(save: SaveState, file: string): SaveWords {
  switch (save.kind) {
    case 'saved':
      return { tone: 'ok', text: `Saved to ${file}` };
    case 'dirty':
      return { tone: 'busy', text: 'Edited' };
    case 'saving':
      return { tone: 'busy', text: 'Saving…' };
    case 'failed':
      return save.journaled
        ? { tone: 'warning', text: 'Not in the file; kept in the journal' }
        : { tone: 'alarm', text: 'Not in the file' };
    case 'conflict':
      return {
        tone: 'warning',
        text: `${isFileGone(save) ? 'File gone' : 'Changed outside'}; your text is kept in the journal`,
      };
    case 'memory-only':
      return { tone: 'alarm', text: 'Only in memory' };
    case 'read-only':
      return { tone: 'ok', text: `${file} is read-only` };
  }
}

type Conflict = Extract<SaveState, { readonly kind: 'conflict' }>;

/** Whether the other side of a conflict is no file at all. */
export function isFileGone({ theirs }: Conflict): boolean {
  return theirs !== undefined && theirs.text === undefined;
}

/** What a conflict is about, and what to do. */
export function conflictWords(save: Conflict): { readonly message: string; readonly remedy: string } {
  if (isFileGone(save)) {
    return {
      message: 'The file of this post was deleted or moved outside Galley.',
      remedy: 'Your text is kept in the journal. Shall it be written again?',
    };
  }
  return {
    message: 'This post was changed outside Galley.',
    remedy: 'The file is left as it is, and your text is kept in the journal. Which one shall it be?',
  };
}
