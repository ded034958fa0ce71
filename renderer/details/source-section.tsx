import { Suspense, lazy, useState } from 'react';
import type { ReactNode } from 'react';
import type { PostMeta } from '../../core/post/types.ts';
import type { SourceRecord } from '../../core/source/types.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icons.tsx';
import { sourceFacts, sourceText } from './source-words.ts';
import type { EditMeta } from './use-meta.ts';

const SourceDialog = lazy(() =>
  import('./source-dialog.tsx').then((module) => ({ default: module.SourceDialog })),
);

export interface SourceSectionProps {
  readonly meta: PostMeta;
  readonly edit: EditMeta;
  /** BCP 47 tag of the post. */
  readonly lang: string;
}

/** The works that the post cites, each with the sentence that the page will have. */
export function SourceSection({ meta, edit, lang }: SourceSectionProps): ReactNode {
  const { sources } = meta;
  const [edited, setEdited] = useState<number | undefined>();
  const set = (value: readonly SourceRecord[]): boolean => edit({ field: 'sources', value });
  const move = (from: number, to: number): void => {
    const others = sources.filter((_, index) => index !== from);
    const moved = sources[from];
    if (moved !== undefined) set(others.toSpliced(to, 0, moved));
  };
  return (
    <section className="details-section" aria-label="Source">
      <h3 className="section-title">{sources.length > 1 ? 'Sources' : 'Source'}</h3>
      <ol className="source-list">
        {sources.map((source, at) => (
          <SourceCard
            key={at}
            source={source}
            lang={lang}
            at={at}
            count={sources.length}
            onEdit={() => setEdited(at)}
            onMove={(to) => move(at, to)}
            onRemove={() => set(sources.filter((_, index) => index !== at))}
          />
        ))}
      </ol>
      <Button small className="add-source" onPress={() => setEdited(sources.length)}>
        <Icon name="plus" size={12} /> Add a source
      </Button>
      {edited === undefined ? null : (
        <Suspense>
          <SourceDialog
            source={sources[edited]}
            lang={lang}
            onSave={(source) => {
              if (set(sources.toSpliced(edited, 1, source))) setEdited(undefined);
            }}
            onClose={() => setEdited(undefined)}
          />
        </Suspense>
      )}
    </section>
  );
}

interface SourceCardProps {
  readonly source: SourceRecord;
  readonly lang: string;
  readonly at: number;
  readonly count: number;
  readonly onEdit: () => void;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
}

function SourceCard({ source, lang, at, count, onEdit, onMove, onRemove }: SourceCardProps): ReactNode {
  return (
    <li className="card source-card">
      <Button className="source-open" look="quiet" onPress={onEdit}>
        <span className="visually-hidden">Edit source: </span>
        <span className="source-sentence">{sourceText(source, lang)}</span>
        <span className="source-facts">{sourceFacts(source)}</span>
      </Button>
      <span className="source-tools">
        {count < 2 ? null : (
          <>
            <Button
              look="icon"
              small
              aria-label="Move up"
              isDisabled={at === 0}
              onPress={() => onMove(at - 1)}
            >
              <Icon name="up" size={12} />
            </Button>
            <Button
              look="icon"
              small
              aria-label="Move down"
              isDisabled={at === count - 1}
              onPress={() => onMove(at + 1)}
            >
              <Icon name="down" size={12} />
            </Button>
          </>
        )}
        <Button look="icon" small aria-label={`Remove source: ${source.title}`} onPress={onRemove}>
          <Icon name="close" size={12} />
        </Button>
      </span>
    </li>
  );
}
