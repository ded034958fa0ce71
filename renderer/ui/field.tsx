import { FieldError, Input, Label, Text, TextArea, TextField } from 'react-aria-components';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { useDraft } from './use-draft.ts';
import './field.css';

export interface TextLineProps {
  readonly label: string;
  readonly value: string;
  /** Called at every change, and with `leaving` once the field is left after a change. */
  readonly onChange: (value: string, leaving: boolean) => void;
  /** One sentence; the field is marked as wrong. */
  readonly error?: string | undefined;
  readonly hint?: ReactNode;
  readonly placeholder?: string;
  readonly lines?: number;
  /** Where the label stands; `bare`: for readers only. */
  readonly layout?: 'row' | 'stack' | 'bare';
  readonly isReadOnly?: boolean;
  readonly isRequired?: boolean;
  readonly autoFocus?: boolean;
  /** Lets others find the input, e.g. to put the focus there. */
  readonly name?: string;
  /** After the input, in the same line. */
  readonly children?: ReactNode;
  readonly type?: 'text' | 'url';
}

/** A labelled field of one or more lines of text. */
export function TextLine(props: TextLineProps): ReactNode {
  const { label, value, onChange, error, hint, lines = 1, layout = 'row', children } = props;
  const draft = useDraft(value, onChange);
  const placeholder = props.placeholder === undefined ? {} : { placeholder: props.placeholder };
  const name = props.name === undefined ? {} : { name: props.name };
  return (
    <TextField
      className={classNames('field', `field-${layout}`)}
      value={draft.text}
      onChange={draft.change}
      onFocusChange={draft.focusChange}
      isInvalid={error !== undefined}
      isReadOnly={props.isReadOnly ?? false}
      isRequired={props.isRequired ?? false}
      autoFocus={props.autoFocus ?? false}
      validationBehavior="aria"
      {...name}
    >
      <Label className={layout === 'bare' ? 'visually-hidden' : 'field-label'}>{label}</Label>
      <div className="field-control">
        <div className="field-line">
          {lines === 1 ? (
            <Input className="input" {...placeholder} type={props.type ?? 'text'} />
          ) : (
            <TextArea className="input input-area" rows={lines} {...placeholder} />
          )}
          {children}
        </div>
        {hint === undefined ? null : (
          <Text slot="description" className="field-hint">
            {hint}
          </Text>
        )}
        <FieldError className="field-error">{error}</FieldError>
      </div>
    </TextField>
  );
}

/** A label beside or above a control that names itself. */
export function FieldRow({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <div className="field field-row" role="group" aria-label={label}>
      <span className="field-label" aria-hidden="true">
        {label}
      </span>
      <div className="field-control">{children}</div>
    </div>
  );
}
