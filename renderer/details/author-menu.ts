import type { LibrarySettings } from '../../core/library/types.ts';
import type { PostMeta } from '../../core/post/types.ts';
import type { MenuGroup } from '../ui/menu.tsx';
import type { EditedAuthor } from './edited-author.ts';
import { bylineOf } from './byline.ts';

export interface AuthorMenuParts {
  readonly meta: PostMeta;
  readonly settings: LibrarySettings;
  readonly setAuthors: (ids: readonly string[]) => void;
  readonly onEdit: (edited: EditedAuthor) => void;
  readonly onMakeDefault: (id: string) => void;
}

/** The menu of the author card: whose post it is, who wrote it with them, and the profiles themselves. */
export function authorMenu(parts: AuthorMenuParts): readonly MenuGroup[] {
  const { meta, settings, setAuthors, onEdit, onMakeDefault } = parts;
  const people = bylineOf(meta, settings);
  const ids = people.map((person) => person.profile?.id ?? person.id);
  const [first, ...others] = ids;
  const rest = settings.authors.filter((author) => author.id !== first);
  const firstProfile = people[0]?.profile;
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
      title: first === undefined ? undefined : 'Together with',
      entries: (first === undefined ? [] : rest).map(({ id, name }) => ({
        id,
        label: name,
        checked: others.includes(id),
        run: () => setAuthors(others.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]),
      })),
    },
    {
      id: 'profiles',
      entries: [
        ...people.map(({ id, name, profile }) => ({
          id,
          label: profile === undefined ? `Make a profile of ${name}…` : `Edit ${name}…`,
          run: () =>
            onEdit(
              profile === undefined
                ? { kind: 'new', name, replaces: id }
                : { kind: 'known', author: profile },
            ),
        })),
        {
          id: 'new author',
          label: 'New author…',
          run: () => onEdit({ kind: 'new', name: '', replaces: undefined }),
        },
      ],
    },
    {
      id: 'default',
      entries:
        firstProfile === undefined || firstProfile.id === settings.author
          ? []
          : [
              {
                id: 'make default',
                label: `Make ${firstProfile.name} the default`,
                note: 'For posts that name no author',
                run: () => onMakeDefault(firstProfile.id),
              },
            ],
    },
  ];
}
