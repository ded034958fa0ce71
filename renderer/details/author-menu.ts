import type { LibrarySettings } from '../../core/library/types.ts';
import type { PostMeta } from '../../core/post/types.ts';
import type { MenuGroup } from '../ui/menu.tsx';
import type { EditedAuthor } from './edited-author.ts';
import { bylineOf } from './byline.ts';
import type { Person } from './byline.ts';

export interface AuthorMenuParts {
  readonly meta: PostMeta;
  readonly settings: LibrarySettings;
  readonly setAuthors: (ids: readonly string[]) => void;
  readonly onEdit: (edited: EditedAuthor) => void;
  readonly onMakeDefault: (id: string) => void;
}

/** The menu of the author card: whose post it is, who wrote it with them, and the profiles themselves. */
export function authorMenu(parts: AuthorMenuParts): readonly MenuGroup[] {
  const people = bylineOf(parts.meta, parts.settings);
  return [...bylineGroups(parts, people), profileGroup(parts, people), defaultGroup(parts, people)];
}

function bylineGroups(
  { settings, setAuthors }: AuthorMenuParts,
  people: readonly Person[],
): readonly MenuGroup[] {
  const ids = people.map((person) => person.profile?.id ?? person.id);
  const [first, ...others] = ids;
  const rest = first === undefined ? [] : settings.authors.filter((author) => author.id !== first);
  return [
    {
      id: 'by',
      title: 'Written by',
      entries: settings.authors.map(({ id, name, role }) => ({
        id,
        label: name,
        note: role === '' ? undefined : role,
        checked: id === first,
        run: () => setAuthors([id, ...others.filter((other) => other !== id)]),
      })),
    },
    {
      id: 'with',
      title: 'Together with',
      entries: rest.map(({ id, name }) => ({
        id,
        label: name,
        checked: others.includes(id),
        run: () => setAuthors(others.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]),
      })),
    },
  ];
}

function profileGroup({ onEdit }: AuthorMenuParts, people: readonly Person[]): MenuGroup {
  const edit = people.map(({ id, name, profile }) => ({
    id,
    label: profile === undefined ? `Make a profile of ${name}…` : `Edit ${name}…`,
    run: () =>
      onEdit(
        profile === undefined ? { kind: 'new', name, replaces: id } : { kind: 'known', author: profile },
      ),
  }));
  const create = {
    id: 'new author',
    label: 'New author…',
    run: () => onEdit({ kind: 'new', name: '', replaces: undefined }),
  };
  return { id: 'profiles', entries: [...edit, create] };
}

function defaultGroup({ settings, onMakeDefault }: AuthorMenuParts, people: readonly Person[]): MenuGroup {
  const profile = people[0]?.profile;
  if (profile === undefined || profile.id === settings.author) return { id: 'default', entries: [] };
  const entry = {
    id: 'make default',
    label: `Make ${profile.name} the default`,
    note: 'For posts that name no author',
    run: () => onMakeDefault(profile.id),
  };
  return { id: 'default', entries: [entry] };
}
