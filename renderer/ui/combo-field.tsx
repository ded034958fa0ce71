import { useState } from 'react';
import { Button as AriaButton, ComboBox, Input, Label, ListBox, ListBoxItem } from 'react-aria-components';
import { Popover } from 'react-aria-components';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icons.tsx';
import './field.css';
import './menu.css';

export interface ComboFieldProps {
  readonly label: string;
  /** What is chosen; '' for nothing. */
  readonly value: string;
  readonly choices: readonly string[];
  /** Called with a listed or a new value, trimmed, once it is settled; '' clears. */
  readonly onCommit: (value: string) => void;
  readonly placeholder?: string;
  readonly layout?: 'row' | 'stack';
}

interface Item {
  readonly id: string;
}

/** A labelled field that takes one of a list, or a new value that is typed. */
export function ComboField(props: ComboFieldProps): ReactNode {
  const { label, value, choices, onCommit, placeholder, layout = 'row' } = props;
  const [typed, setTyped] = useState<string | undefined>();
  const text = typed ?? value;
  const isNew = typed !== undefined && typed.trim() !== '' && !choices.includes(typed.trim());
  const commit = (next: string): void => {
    setTyped(undefined);
    if (next.trim() !== value) onCommit(next.trim());
  };
  return (
    <ComboBox<Item>
      className={classNames('field', `field-${layout}`)}
      allowsCustomValue
      defaultItems={choices.map((id) => ({ id }))}
      inputValue={text}
      onInputChange={setTyped}
      selectedKey={choices.includes(text) ? text : null}
      onSelectionChange={(key) => commit(key === null ? text : String(key))}
      onBlur={() => commit(text)}
    >
      <Label className="field-label">{label}</Label>
      <div className="field-control">
        <div
          className="combo"
          onKeyDownCapture={(event) => {
            // With an option under the cursor, Enter is the list's.
            const input = event.target;
            const isOnOption = input instanceof Element && input.hasAttribute('aria-activedescendant');
            if (event.key === 'Enter' && !event.nativeEvent.isComposing && !isOnOption) commit(text);
          }}
        >
          <Input className="input combo-input" {...(placeholder === undefined ? {} : { placeholder })} />
          <AriaButton className="combo-button">
            <Icon name="chevron" size={12} />
          </AriaButton>
        </div>
        {isNew ? <span className="field-hint">New: press Enter to create it</span> : null}
      </div>
      <Popover className="popover" offset={4}>
        <ListBox<Item> className="menu scrolls">
          {(item) => (
            <ListBoxItem className="menu-item" textValue={item.id}>
              {item.id}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
