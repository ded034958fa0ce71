import {
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
  Text,
} from 'react-aria-components';
import { Fragment } from 'react';
import type { ReactNode } from 'react';
import { Icon } from './icons.tsx';
import './menu.css';

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  /** At the right, softly: keys or a count. */
  readonly hint?: string | undefined;
  /** Under the label, softly. */
  readonly note?: string | undefined;
  /** Shows a tick, and makes the entry a choice. */
  readonly checked?: boolean | undefined;
  readonly run: () => void;
}

export interface MenuGroup {
  readonly id: string;
  readonly title?: string | undefined;
  readonly entries: readonly MenuEntry[];
}

export interface MenuButtonProps {
  /** The button that opens the menu. */
  readonly children: ReactNode;
  readonly label: string;
  readonly groups: readonly MenuGroup[];
  readonly onOpenChange?: (open: boolean) => void;
}

/** A button with a menu of grouped entries; empty groups are left out. */
export function MenuButton({ children, label, groups, onOpenChange }: MenuButtonProps): ReactNode {
  const filled = groups.filter((group) => group.entries.length > 0);
  return (
    <MenuTrigger {...(onOpenChange === undefined ? {} : { onOpenChange })}>
      {children}
      <Popover className="popover" placement="bottom start" offset={4}>
        <Menu className="menu scrolls" aria-label={label}>
          {filled.map((group, index) => (
            <Fragment key={group.id}>
              {index === 0 ? null : <Separator className="menu-separator" />}
              <Group group={group} />
            </Fragment>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function Group({ group }: { readonly group: MenuGroup }): ReactNode {
  return (
    <MenuSection aria-label={group.title ?? group.id}>
      {group.title === undefined ? null : <Header className="menu-header">{group.title}</Header>}
      {group.entries.map((entry) => (
        <MenuItem
          key={entry.id}
          id={`${group.id}:${entry.id}`}
          className="menu-item"
          textValue={entry.label}
          onAction={entry.run}
        >
          {entry.checked === undefined ? null : (
            <span className="menu-tick">{entry.checked ? <Icon name="check" size={12} /> : null}</span>
          )}
          <span className="menu-words">
            <Text slot="label">
              {entry.label}
              {entry.checked === true ? <span className="visually-hidden">, chosen</span> : null}
            </Text>
            {entry.note === undefined ? null : (
              <Text slot="description" className="menu-note">
                {entry.note}
              </Text>
            )}
          </span>
          {entry.hint === undefined ? null : <span className="menu-hint">{entry.hint}</span>}
        </MenuItem>
      ))}
    </MenuSection>
  );
}
