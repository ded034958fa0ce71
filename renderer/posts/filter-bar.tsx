import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { counted, grouped } from '../ui/counted.ts';
import { Icon } from '../ui/icons.tsx';
import { MenuButton } from '../ui/menu.tsx';
import type { MenuGroup } from '../ui/menu.tsx';
import { countByStatus, tally } from '../store/post-filter.ts';
import type { PostFilter, PostOrder, Tally } from '../store/post-filter.ts';
import type { Author } from '../../core/library/types.ts';
import type { PostStatus, PostSummary } from '../../core/post/types.ts';

export interface FilterBarProps {
  readonly posts: readonly PostSummary[];
  readonly authors: readonly Author[];
  readonly filter: PostFilter;
  readonly onChange: (patch: Partial<PostFilter>) => void;
}

/** What the list shows: by status, category and author, and in which order. */
export function FilterBar({ posts, authors, filter, onChange }: FilterBarProps): ReactNode {
  const categories = useMemo(
    () => tally(posts, (post) => (post.category === undefined ? [] : [post.category])),
    [posts],
  );
  const writers = useMemo(() => tally(posts, (post) => post.authors), [posts]);
  const nameOf = (id: string): string => authors.find((author) => author.id === id)?.name ?? id;
  return (
    <>
      <StatusTabs posts={posts} value={filter.status} onChange={(status) => onChange({ status })} />
      <div className="pills">
        <Pill
          label="Category"
          value={filter.category}
          groups={valueGroups(categories, filter.category, 'All categories', String, (category) =>
            onChange({ category }),
          )}
        />
        <Pill
          label="Author"
          value={filter.author === undefined ? undefined : nameOf(filter.author)}
          groups={valueGroups(writers, filter.author, 'All authors', nameOf, (author) =>
            onChange({ author }),
          )}
        />
        <Pill
          label="Order"
          value={orders[filter.order]}
          groups={orderGroups(filter.order, (order) => onChange({ order }))}
          isQuiet
        />
      </div>
    </>
  );
}

const orders: Record<PostOrder, string> = { newest: 'Newest', oldest: 'Oldest', title: 'Title' };

const orderNames: readonly PostOrder[] = ['newest', 'oldest', 'title'];

function orderGroups(current: PostOrder, choose: (order: PostOrder) => void): readonly MenuGroup[] {
  const entries = orderNames.map((order) => ({
    id: order,
    label: orders[order],
    checked: order === current,
    run: () => choose(order),
  }));
  return [{ id: 'order', title: 'Sort by', entries }];
}

function valueGroups(
  values: readonly Tally[],
  current: string | undefined,
  all: string,
  show: (value: string) => string,
  choose: (value: string | undefined) => void,
): readonly MenuGroup[] {
  return [
    {
      id: 'all',
      entries: [{ id: 'all', label: all, checked: current === undefined, run: () => choose(undefined) }],
    },
    {
      id: 'values',
      entries: values.map(({ value, count }) => ({
        id: value,
        label: show(value),
        hint: grouped(count),
        checked: value === current,
        run: () => choose(value),
      })),
    },
  ];
}

interface PillProps {
  readonly label: string;
  /** What is chosen; undefined shows the label instead. */
  readonly value: string | undefined;
  readonly groups: readonly MenuGroup[];
  /** The choice is no narrowing, so it is not marked. */
  readonly isQuiet?: boolean;
}

function Pill({ label, value, groups, isQuiet = false }: PillProps): ReactNode {
  return (
    <MenuButton label={label} groups={groups}>
      <Button
        className={classNames('pill', value !== undefined && !isQuiet && 'is-set')}
        aria-label={value === undefined ? label : `${label}: ${value}`}
      >
        <span className="pill-text">{value ?? label}</span>
        <Icon name="chevron" size={10} />
      </Button>
    </MenuButton>
  );
}

interface StatusTabsProps {
  readonly posts: readonly PostSummary[];
  readonly value: PostStatus | undefined;
  readonly onChange: (value: PostStatus | undefined) => void;
}

function StatusTabs({ posts, value, onChange }: StatusTabsProps): ReactNode {
  const counts = useMemo(() => countByStatus(posts), [posts]);
  const tabs = [
    { label: 'All', status: undefined, count: counts.all },
    { label: 'Drafts', status: 'draft', count: counts.draft },
    { label: 'Published', status: 'published', count: counts.published },
  ] as const;
  return (
    <div className="status-tabs" role="group" aria-label="Status">
      {tabs.map(({ label, status, count }) => (
        <button
          key={label}
          type="button"
          className={classNames('status-tab', value === status && 'is-set')}
          aria-pressed={value === status}
          aria-label={`${label}, ${counted(count, 'post')}`}
          onClick={() => onChange(status)}
        >
          <span className="status-label">{label}</span> <span className="status-count">{grouped(count)}</span>
        </button>
      ))}
    </div>
  );
}
