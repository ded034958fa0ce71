import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { Failure } from '../../core/base/result.ts';
import type { GalleyApi } from '../../core/ipc/contract.ts';
import type { TrashedPost } from '../../core/ipc/types.ts';
import type { NoticesStore } from '../store/notices.ts';
import type { PostActions } from '../store/post-actions.ts';
import { Button } from '../ui/button.tsx';
import { counted } from '../ui/counted.ts';
import { ModalDialog } from '../ui/dialog.tsx';
import { shortLocalDay } from '../ui/short-date.ts';
import './posts.css';

export interface TrashDialogProps {
  readonly bridge: GalleyApi;
  readonly posts: PostActions;
  readonly notices: NoticesStore;
  readonly onClose: () => void;
}

type Contents =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'listed'; readonly entries: readonly TrashedPost[] };

/** What was moved to the library's trash: to be taken back, or handed to the system's trash. */
export function TrashDialog({ bridge, posts, notices, onClose }: TrashDialogProps): ReactNode {
  const contents = useContents(bridge);
  const [confirming, setConfirming] = useState(false);
  const restore = async (entry: TrashedPost): Promise<void> => {
    const answer = await posts.restore(entry.entry);
    if (answer.ok) onClose();
    else notices.fail(answer.failure);
  };
  const empty = async (): Promise<void> => {
    const answer = await bridge.call('trash.empty', undefined);
    onClose();
    if (answer.ok) notices.show({ tone: 'info', message: emptied(answer.value.moved) });
    else notices.fail(answer.failure);
  };
  const count = contents.kind === 'listed' ? contents.entries.length : 0;
  const actions =
    count === 0 ? (
      <Button onPress={onClose}>Close</Button>
    ) : confirming ? (
      <>
        <span className="trash-question">{`Move ${counted(count, 'entry', 'entries')} to the system’s trash?`}</span>
        <Button onPress={() => setConfirming(false)}>Keep them</Button>
        <Button look="solid" onPress={() => void empty()}>
          Empty
        </Button>
      </>
    ) : (
      <>
        <Button onPress={() => setConfirming(true)}>Empty trash…</Button>
        <Button look="solid" onPress={onClose}>
          Done
        </Button>
      </>
    );
  return (
    <ModalDialog title="Trash" onClose={onClose} actions={actions}>
      <TrashContents contents={contents} onRestore={(entry) => void restore(entry)} />
    </ModalDialog>
  );
}

function emptied(moved: number): string {
  return `${counted(moved, 'entry is', 'entries are')} in the system’s trash now.`;
}

function useContents(bridge: GalleyApi): Contents {
  const [contents, setContents] = useState<Contents>({ kind: 'loading' });
  useEffect(() => {
    let current = true;
    void bridge.call('trash.list', undefined).then((answer) => {
      if (!current) return;
      setContents(
        answer.ok
          ? { kind: 'listed', entries: answer.value.toSorted((a, b) => b.deletedAt - a.deletedAt) }
          : { kind: 'failed', failure: answer.failure },
      );
    });
    return () => {
      current = false;
    };
  }, [bridge]);
  return contents;
}

interface TrashContentsProps {
  readonly contents: Contents;
  readonly onRestore: (entry: TrashedPost) => void;
}

function TrashContents({ contents, onRestore }: TrashContentsProps): ReactNode {
  if (contents.kind === 'loading') return <p className="dialog-lead">Looking…</p>;
  if (contents.kind === 'failed') {
    return (
      <p className="dialog-lead" role="alert">
        {contents.failure.message} {contents.failure.remedy}
      </p>
    );
  }
  if (contents.entries.length === 0) return <p className="dialog-lead">The trash is empty.</p>;
  const thisYear = new Date().getFullYear();
  return (
    <>
      <p className="dialog-lead">These files lie in the library’s .trash folder until it is emptied.</p>
      <ul className="trash-list">
        {contents.entries.map((entry) => (
          <li key={entry.entry} className="trash-entry">
            <span className="trash-words">
              <span className="trash-title">{entry.title}</span>
              <span className="trash-facts">
                {entry.id} · {shortLocalDay(entry.deletedAt, thisYear)}
                {entry.reason === 'conflict' ? ' · kept from a conflict' : ''}
              </span>
            </span>
            <Button small aria-label={`Restore ${entry.title}`} onPress={() => onRestore(entry)}>
              Restore
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
