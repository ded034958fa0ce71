import { useState } from 'react';
import type { ReactNode } from 'react';
import { sourceRelations } from '../../core/source/types.ts';
import type { SourceRecord, SourceRelation } from '../../core/source/types.ts';
import { Button } from '../ui/button.tsx';
import { ChoiceField } from '../ui/choice-field.tsx';
import { ModalDialog } from '../ui/dialog.tsx';
import { TextLine } from '../ui/field.tsx';
import { linkProblem } from './author-links.tsx';
import { readDate, writeNow } from './date-text.ts';
import { sourceText } from './source-words.ts';

export interface SourceDialogProps {
  /** The source to change; undefined for a new one. */
  readonly source: SourceRecord | undefined;
  /** BCP 47 tag of the post. */
  readonly lang: string;
  readonly onSave: (source: SourceRecord) => void;
  readonly onClose: () => void;
}

type Fields = Record<'title' | 'author' | 'site' | 'url' | 'accessed', string>;

/** Edits one source, showing the sentence that the page will have. */
export function SourceDialog({ source, lang, onSave, onClose }: SourceDialogProps): ReactNode {
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
      <SourceForm
        fields={fields}
        relation={relation}
        isTried={tried}
        onField={set}
        onRelation={setRelation}
      />
      <p className="source-preview source-sentence">
        {record.title === '' ? 'The sentence for the page will stand here.' : sourceText(record, lang)}
      </p>
    </ModalDialog>
  );
}

interface SourceFormProps {
  readonly fields: Fields;
  readonly relation: SourceRelation | '';
  /** What is missing may be said now. */
  readonly isTried: boolean;
  readonly onField: (field: keyof Fields) => (text: string) => void;
  readonly onRelation: (relation: SourceRelation | '') => void;
}

function SourceForm({ fields, relation, isTried, onField, onRelation }: SourceFormProps): ReactNode {
  const { title, author, site, url, accessed } = fields;
  return (
    <div className="form">
      <TextLine
        label="Title"
        value={title}
        isRequired
        autoFocus
        error={isTried && title.trim() === '' ? 'A source needs a title.' : undefined}
        onChange={onField('title')}
      />
      <TextLine label="Author" value={author} onChange={onField('author')} />
      <TextLine label="Site" value={site} placeholder="The Release Gazette" onChange={onField('site')} />
      <TextLine
        label="Address"
        value={url}
        placeholder="https://…"
        error={linkProblem(url)}
        onChange={onField('url')}
      />
      <TextLine
        label="Accessed"
        value={accessed}
        placeholder="2026-11-21"
        error={accessed === '' || readDate(accessed).ok ? undefined : 'Write the day as 2026-11-21.'}
        onChange={onField('accessed')}
      />
      <ChoiceField label="Relation" choices={relations} value={relation} onChange={onRelation} />
    </div>
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
