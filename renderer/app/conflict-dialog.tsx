import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { Result } from '../../core/base/result.ts';
import type { ConflictText } from '../../core/ipc/types.ts';
import { Button } from '../ui/button.tsx';
import { ModalDialog } from '../ui/dialog.tsx';
import { useStore } from '../ui/use-store.ts';
import type { Workbench } from './compose.ts';
import { fileOf } from './post-title.ts';

interface ConflictDialogProps {
  readonly bench: Workbench;
  readonly onClose: () => void;
}

/** Asks which of two texts of a post shall be its file. The other one is kept in the trash. */
export function ConflictDialog({ bench, onClose }: ConflictDialogProps): ReactNode {
  const id = useStore(bench.openPost, (state) => state.id ?? '');
  const theirs = useTheirs(bench);
  const isGone = theirs !== undefined && theirs.text === undefined;
  return (
    <ModalDialog
      title={`Two versions of ${fileOf(id)}`}
      size="large"
      onClose={onClose}
      actions={<Answers bench={bench} onClose={onClose} isGone={isGone} isLoaded={theirs !== undefined} />}
    >
      <p className="dialog-lead">
        {isGone
          ? 'The file was deleted or moved outside Galley. Your text is kept in the journal until you decide.'
          : 'The file was changed outside Galley while you were writing. Whichever you choose, the other text is kept in the Trash, so nothing is lost.'}
      </p>
      {theirs?.text === undefined ? null : <SideBySide bench={bench} theirs={theirs.text} />}
    </ModalDialog>
  );
}

interface AnswersProps extends ConflictDialogProps {
  /** The file is not there any more. */
  readonly isGone: boolean;
  readonly isLoaded: boolean;
}

function Answers({ bench, onClose, isGone, isLoaded }: AnswersProps): ReactNode {
  const { openPost, notices, dialogs } = bench;
  const isConflict = useStore(openPost, (state) => state.save.kind === 'conflict');
  const [busy, setBusy] = useState(false);
  const answer = async (choose: () => Promise<Result<void>>, message: string): Promise<void> => {
    setBusy(true);
    const done = await choose();
    setBusy(false);
    if (!done.ok) {
      notices.fail(done.failure);
      return;
    }
    const trash = { label: 'Show trash', run: () => dialogs.show('trash') };
    notices.show({ tone: 'info', message, actions: isGone ? [] : [trash] });
    onClose();
  };
  const mine = isGone ? said.written : said.mine;
  return (
    <>
      <Button onPress={onClose}>Decide later</Button>
      {isGone ? null : (
        <Button
          isDisabled={busy || !isConflict || !isLoaded}
          onPress={() => void answer(() => openPost.takeTheirs(), said.theirs)}
        >
          Use the file
        </Button>
      )}
      <Button
        look="solid"
        isDisabled={busy || !isConflict || !isLoaded}
        onPress={() => void answer(() => openPost.keepMine(), mine)}
      >
        {isGone ? 'Write the file again' : 'Keep mine'}
      </Button>
    </>
  );
}

const said = {
  mine: 'Your text is in the file; the other is kept in the trash.',
  written: 'Your text is in the file again.',
  theirs: 'The file’s text is shown; yours is kept in the trash.',
};

function useTheirs({ openPost }: Workbench): ConflictText | undefined {
  const known = useStore(openPost, ({ save }) => (save.kind === 'conflict' ? save.theirs : undefined));
  useEffect(() => {
    if (known === undefined) void openPost.loadTheirs();
  }, [openPost, known]);
  return known;
}

function SideBySide({ bench, theirs }: { readonly bench: Workbench; readonly theirs: string }): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const { openPost } = bench;
  useEffect(() => {
    const parent = place.current;
    if (parent === null) return undefined;
    let remove: (() => void) | undefined;
    let gone = false;
    void import('./merge-view.ts').then(({ showSideBySide }) => {
      if (gone) return;
      const { head, body } = openPost.getState();
      remove = showSideBySide(parent, head + body.toString(), theirs.replace(/\r\n?/gu, '\n'));
    });
    return () => {
      gone = true;
      remove?.();
    };
  }, [openPost, theirs]);
  return (
    <>
      <div className="merge-heads" aria-hidden="true">
        <span>Yours, in this window</span>
        <span>The file, as it is on disk</span>
      </div>
      <div ref={place} className="merge scrolls" />
    </>
  );
}
