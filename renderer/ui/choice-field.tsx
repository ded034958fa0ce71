import { Button as AriaButton, Label, ListBox, ListBoxItem, Popover, Select } from 'react-aria-components';
import { SelectValue } from 'react-aria-components';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icons.tsx';
import './field.css';
import './menu.css';

interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

export interface ChoiceFieldProps<Value extends string> {
  readonly label: string;
  readonly choices: readonly Choice<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly layout?: 'row' | 'stack';
  readonly isDisabled?: boolean;
}

/** A labelled choice of one from a fixed list. */
export function ChoiceField<Value extends string>(props: ChoiceFieldProps<Value>): ReactNode {
  const { label, choices, value, onChange, layout = 'row', isDisabled = false } = props;
  return (
    <Select
      className={classNames('field', `field-${layout}`)}
      value={keyOf(value)}
      isDisabled={isDisabled}
      onChange={(key) => {
        const chosen = choices.find((choice) => keyOf(choice.value) === key);
        if (chosen !== undefined) onChange(chosen.value);
      }}
    >
      <Label className="field-label">{label}</Label>
      <AriaButton className="button button-plain select-button">
        <SelectValue className="select-value" />
        <Icon name="chevron" size={12} />
      </AriaButton>
      <Popover className="popover" offset={4}>
        <ListBox className="menu scrolls">
          {choices.map((choice) => (
            <ListBoxItem
              key={choice.value}
              id={keyOf(choice.value)}
              className="menu-item"
              textValue={choice.label}
            >
              {choice.label}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}

/** A list's key must not be empty, a value may. */
function keyOf(value: string): string {
  return `=${value}`;
}
