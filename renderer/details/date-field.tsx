import { useState } from 'react';
import { FieldError, Input, Label, TextField } from 'react-aria-components';
import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { readDate, showDate, writeNow } from './date-text.ts';

export interface DateFieldProps {
  /** The characters of the file; '' for no date. */
  readonly value: string;
  /** One sentence when the file's date could not be read. */
  readonly problem: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

/** The post's date as text. A date that is no date stays in the field, says why, and changes nothing. */
export function DateField({ value, problem, onChange }: DateFieldProps): ReactNode {
  const [typed, setTyped] = useState<string | undefined>();
  const [error, setError] = useState<string | undefined>();
  const settle = (text: string): void => {
    if (text.trim() === '') {
      setTyped(undefined);
      setError(undefined);
      if (value !== '') onChange(undefined);
      return;
    }
    const read = readDate(text);
    setError(read.ok ? undefined : read.failure.message);
    if (!read.ok) return;
    setTyped(undefined);
    if (showDate(value) !== text.trim()) onChange(read.value);
  };
  const change = (text: string): void => {
    setTyped(text);
    if (error !== undefined && readDate(text).ok) setError(undefined);
  };
  const now = (): void => {
    setTyped(undefined);
    setError(undefined);
    onChange(writeNow(Date.now()));
  };
  const shown = error ?? (typed === undefined ? problem : undefined);
  return (
    <TextField
      className="field field-row"
      value={typed ?? showDate(value)}
      onChange={change}
      onBlur={() => typed !== undefined && settle(typed)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && typed !== undefined) settle(typed);
        else event.continuePropagation();
      }}
      isInvalid={shown !== undefined}
      validationBehavior="aria"
    >
      <Label className="field-label">Date</Label>
      <div className="field-control">
        <div className="date-line">
          <Input className="input" placeholder="2026-11-22 09:40" />
          <Button look="quiet" small className="date-now" aria-label="Set the date to now" onPress={now}>
            Now
          </Button>
        </div>
        <FieldError className="field-error">{shown}</FieldError>
      </div>
    </TextField>
  );
}
