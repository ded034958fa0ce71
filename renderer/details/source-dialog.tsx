import { useState } from 'react';
import type { ReactNode } from 'react';
import { sourceSentence } from '../../core/source/sentence.ts';
import { sourceRelations } from '../../core/source/types.ts';
import type { SourceRecord, SourceRelation } from '../../core/source/types.ts';
import { Button } from '../ui/button.tsx';
import { ChoiceField } from '../ui/choice-field.tsx';
import { ModalDialog } from '../ui/dialog.tsx';
import { TextLine } from '../ui/field.tsx';
import { linkProblem } from './author-links.tsx';
import { readDate, writeNow } from './date-text.ts';

export interface SourceDialogProps {
  /** The source to change; undefined for a new one. */
  readonly source: SourceRecord | undefined;
  readonly onSave: (source: SourceRecord) => void;
  readonly onClose: () => void;
}

type Fields = Record<'title' | 'author' | 'site' | 'url' | 'accessed', string>;

/** Edits one source, showing the sentence that the page will have. */
export function SourceDialog({ source, onSave, onClose }: SourceDialogProps): ReactNode {
  const [fields, setFields] = useState<Fields>(() => ({
    title: source?.title ?? '',
    author: source?.author ?? '',
    site: source?.site ?? '',
    url: source?.url ?? '',
    accessed: source?.accessed ?? (source === undefined ? writeNow(Date.now()).slice(0, 10) : ''),
  }));
  const [relation, setRelation] = useState<SourceRelation | ''>(source?.relation ?? '');
  const [tried, setTried] = useState(false);
  const record = toRecord(fields, relation);
  const set = (field: keyof Fields) => (text: string) => setFields((old) => ({ ...old, [field]: text }));
  const save = (): void => {
    setTried(true);
    if (record.title !== '') onSave(record);
  };
  return (
    <ModalDialog
      title={source === undefined ? 'Add a source' : 'Edit source'}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="solid" onPress={save}>
            {source === undefined ? 'Add source' : 'Save source'}
          </Button>
        </>
      }
    >
      <div className="form">
        <TextLine
          label="Title"
          value={fields.title}
          isRequired
          autoFocus
          error={tried && record.title === '' ? 'A source needs a title.' : undefined}
          onChange={set('title')}
        />
        <TextLine label="Author" value={fields.author} onChange={set('author')} />
        <TextLine label="Site" value={fields.site} placeholder="The Release Gazette" onChange={set('site')} />
        <TextLine
          label="Address"
          value={fields.url}
          placeholder="https://…"
          error={linkProblem(fields.url)}
          onChange={set('url')}
        />
        <TextLine
          label="Accessed"
          value={fields.accessed}
          placeholder="2026-11-21"
          error={
            fields.accessed !== '' && !readDate(fields.accessed).ok
              ? 'Write the day as 2026-11-21.'
              : undefined
          }
          onChange={set('accessed')}
        />
        <ChoiceField label="Relation" choices={relations} value={relation} onChange={setRelation} />
      </div>
      <p className="source-preview source-sentence">
        {record.title === '' ? 'The sentence for the page will stand here.' : sourceSentence(record)}
      </p>
    </ModalDialog>
  );
}

const relations: readonly { readonly value: SourceRelation | ''; readonly label: string }[] = [
  { value: '', label: 'Not stated' },
  ...sourceRelations.map((value) => ({ value, label: `${value.charAt(0).toUpperCase()}${value.slice(1)}` })),
];

function toRecord(fields: Fields, relation: SourceRelation | ''): SourceRecord {
  const filled = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim());
  return {
    title: fields.title.trim(),
    author: filled(fields.author),
    site: filled(fields.site),
    url: filled(fields.url),
    accessed: filled(fields.accessed),
    relation: relation === '' ? undefined : relation,
  };
}
