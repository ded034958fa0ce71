import { useState } from 'react';
import { Button as AriaButton, Input, Label, Tag, TagGroup, TagList, TextField } from 'react-aria-components';
import type { KeyboardEvent, ReactNode } from 'react';
import { Icon } from './icons.tsx';
import './field.css';
import './token-field.css';

export interface TokenFieldProps {
  readonly label: string;
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
  readonly placeholder?: string;
}

/** A labelled list of short words: Enter or a comma adds, Backspace in the empty input takes the last away. */
export function TokenField({ label, values, onChange, placeholder }: TokenFieldProps): ReactNode {
  const [typed, setTyped] = useState('');
  const add = (text: string): void => {
    const next = addTokens(values, text);
    setTyped('');
    if (next !== values) onChange(next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') add(typed);
    else if (event.key === 'Backspace' && typed === '' && values.length > 0) onChange(values.slice(0, -1));
    else return;
    event.preventDefault();
  };
  const change = (text: string): void => {
    if (text.includes(',')) add(text);
    else setTyped(text);
  };
  return (
    <div className="field field-row">
      <span className="field-label" aria-hidden="true">
        {label}
      </span>
      <div className="tokens">
        <TagGroup
          aria-label={label}
          className="token-group"
          onRemove={(keys) => onChange(values.filter((value) => !keys.has(value)))}
        >
          <TagList className="token-list">
            {values.map((value) => (
              <Token key={value} value={value} />
            ))}
          </TagList>
        </TagGroup>
        <TextField className="token-entry" value={typed} onChange={change} onBlur={() => add(typed)}>
          <Label className="visually-hidden">{`Add to ${label.toLocaleLowerCase()}`}</Label>
          <Input
            className="token-input"
            onKeyDown={onKeyDown}
            {...(values.length === 0 && placeholder !== undefined ? { placeholder } : {})}
          />
        </TextField>
      </div>
    </div>
  );
}

function Token({ value }: { readonly value: string }): ReactNode {
  return (
    <Tag id={value} textValue={value} className="token">
      <span className="token-text">{value}</span>
      <AriaButton slot="remove" className="token-remove">
        <Icon name="close" size={9} />
      </AriaButton>
    </Tag>
  );
}

/** `values` and the comma-separated new words of `text`, each once; the same list when nothing is new. */
export function addTokens(values: readonly string[], text: string): readonly string[] {
  const words = text.split(',').map((word) => word.trim());
  const fresh = [...new Set(words)].filter((word) => word !== '' && !values.includes(word));
  return fresh.length === 0 ? values : [...values, ...fresh];
}
