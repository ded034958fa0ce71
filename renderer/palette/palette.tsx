import { useEffect, useMemo, useRef, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import type { KeyboardEvent, ReactNode } from 'react';
import type { CommandId } from '../../core/ipc/commands.ts';
import type { PostId, PostSummary } from '../../core/post/types.ts';
import { everyPost, filterPosts } from '../store/post-filter.ts';
import { classNames } from '../ui/class-names.ts';
import { showKeys } from '../ui/keys.ts';
import { paletteEntries } from './entries.ts';
import type { PaletteEntry } from './entries.ts';
import './palette.css';

export interface PaletteProps {
  readonly posts: readonly PostSummary[];
  readonly mac: boolean;
  readonly onPost: (id: PostId) => void;
  readonly onCommand: (id: CommandId) => void;
  readonly onClose: () => void;
}

/** Go to a post by its title, or run a command, by keyboard alone. */
export function Palette({ posts, mac, onPost, onCommand, onClose }: PaletteProps): ReactNode {
  const newest = useMemo(() => filterPosts(posts, everyPost), [posts]);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const entries = useMemo(() => paletteEntries(newest, query), [newest, query]);
  const choose = (entry: PaletteEntry | undefined): void => {
    if (entry === undefined) return;
    onClose();
    if (entry.kind === 'post') onPost(entry.id);
    else onCommand(entry.id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const moved = moveActive(event.key, active, entries.length);
    if (moved !== undefined) setActive(moved);
    else if (event.key === 'Enter') choose(entries[active]);
    else return;
    event.preventDefault();
  };
  return (
    <ModalOverlay
      className="scrim palette-scrim"
      isOpen
      isDismissable
      onOpenChange={(open) => !open && onClose()}
    >
      <Modal className="modal palette">
        <Dialog className="dialog" aria-label="Go to post or command">
          <input
            className="palette-input"
            type="text"
            role="combobox"
            aria-label="Go to post or command"
            aria-expanded="true"
            aria-controls="palette-list"
            aria-activedescendant={entries.length === 0 ? undefined : optionId(active)}
            aria-autocomplete="list"
            placeholder="Go to a post, or run a command"
            autoFocus
            value={query}
            onChange={(event) => {
              setQuery(event.target.value);
              setActive(0);
            }}
            onKeyDown={onKeyDown}
          />
          <PaletteList entries={entries} active={active} mac={mac} onChoose={choose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Where a key leads in a list of `count` lines; undefined when it does not move. */
export function moveActive(key: string, active: number, count: number): number | undefined {
  if (count === 0) return undefined;
  switch (key) {
    case 'ArrowDown':
      return (active + 1) % count;
    case 'ArrowUp':
      return (active + count - 1) % count;
    case 'PageDown':
      return Math.min(count - 1, active + 8);
    case 'PageUp':
      return Math.max(0, active - 8);
    default:
      return undefined;
  }
}

function optionId(index: number): string {
  return `palette-option-${index}`;
}

interface PaletteListProps {
  readonly entries: readonly PaletteEntry[];
  readonly active: number;
  readonly mac: boolean;
  readonly onChoose: (entry: PaletteEntry) => void;
}

function PaletteList({ entries, active, mac, onChoose }: PaletteListProps): ReactNode {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active, entries]);
  if (entries.length === 0) {
    return (
      <p className="palette-none" role="status">
        No post and no command matches.
      </p>
    );
  }
  return (
    <ul className="palette-list scrolls" id="palette-list" role="listbox" aria-label="Matches" ref={list}>
      {entries.map((entry, index) => (
        <li
          key={`${entry.kind}:${entry.id}`}
          id={optionId(index)}
          role="option"
          aria-selected={index === active}
          className={classNames('palette-entry', index === active && 'is-active')}
          onClick={() => onChoose(entry)}
        >
          <span className="palette-label">{entry.label}</span>
          <span className="palette-hint">{hintOf(entry, mac)}</span>
        </li>
      ))}
    </ul>
  );
}

function hintOf(entry: PaletteEntry, mac: boolean): ReactNode {
  if (entry.kind === 'post') return entry.hint;
  return entry.keys === undefined ? (
    'Command'
  ) : (
    <kbd className="palette-keys">{showKeys(entry.keys, mac)}</kbd>
  );
}
