import { Input, Label, SearchField } from 'react-aria-components';
import type { ReactNode } from 'react';

export interface SearchBoxProps {
  /** How many posts can be searched, in words. */
  readonly placeholder: string;
  /** The keys that lead here, as people read them. */
  readonly keys: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** Arrow down: on to the list. */
  readonly onLeave: () => void;
}

/** The field that narrows the list by words. Escape empties it. */
export function SearchBox({ placeholder, keys, value, onChange, onLeave }: SearchBoxProps): ReactNode {
  return (
    <SearchField
      className="search"
      value={value}
      onChange={onChange}
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown') onLeave();
        else event.continuePropagation();
      }}
    >
      <Label className="visually-hidden">Search posts</Label>
      <Input className="search-input" placeholder={placeholder} data-search-posts />
      {value === '' ? (
        <kbd className="keys" aria-hidden="true">
          {keys}
        </kbd>
      ) : null}
    </SearchField>
  );
}
