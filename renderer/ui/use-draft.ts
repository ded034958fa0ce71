import { useState } from 'react';

/** The text of a field while it is edited, apart from what is stored. */
export interface Draft {
  readonly text: string;
  readonly change: (text: string) => void;
  readonly focusChange: (focused: boolean) => void;
}

/**
 * Lets a field keep what was typed (`foo `, a half-written date) while what is stored may differ.
 * Every change is handed to `commit`; leaving the field shows what is stored again.
 * A stored value that others change while the field is edited is taken over.
 */
export function useDraft(stored: string, commit: (text: string, leaving: boolean) => void): Draft {
  const [draft, setDraft] = useState<{ readonly text: string; readonly expected: string } | undefined>();
  const [seen, setSeen] = useState(stored);
  if (stored !== seen) {
    setSeen(stored);
    if (draft !== undefined && stored.trim() !== draft.expected.trim()) setDraft(undefined);
  }
  return {
    text: draft?.text ?? stored,
    change: (text) => {
      setDraft({ text, expected: text });
      commit(text, false);
    },
    focusChange: (focused) => {
      if (focused || draft === undefined) return;
      commit(draft.text, true);
      setDraft(undefined);
    },
  };
}
