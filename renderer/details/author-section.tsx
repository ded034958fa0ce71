import { Suspense, lazy, useState } from 'react';
import type { ReactNode } from 'react';
import type { Author, LibrarySettings, SettingsEdit } from '../../core/library/types.ts';
import type { PostId, PostMeta } from '../../core/post/types.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Button } from '../ui/button.tsx';
import { ChoiceField } from '../ui/choice-field.tsx';
import { counted } from '../ui/counted.ts';
import { Icon } from '../ui/icons.tsx';
import { MenuButton } from '../ui/menu.tsx';
import { authorMenu } from './author-menu.ts';
import { avatarUrl, bylineOf, joinNames, personOf } from './byline.ts';
import type { Person } from './byline.ts';
import type { EditedAuthor } from './edited-author.ts';
import type { EditMeta } from './use-meta.ts';

const AuthorDialog = lazy(() =>
  import('./author-dialog.tsx').then((module) => ({ default: module.AuthorDialog })),
);

export interface AuthorSectionProps {
  readonly id: PostId;
  readonly meta: PostMeta;
  readonly settings: LibrarySettings;
  readonly edit: EditMeta;
  /** Changes galley.yaml; answers whether it was done. */
  readonly editSettings: (edits: readonly SettingsEdit[]) => Promise<boolean>;
}

/** The byline, and the profile whose card closes the page. */
export function AuthorSection(props: AuthorSectionProps): ReactNode {
  const { id, meta, settings, edit, editSettings } = props;
  const [edited, setEdited] = useState<EditedAuthor | undefined>();
  const people = bylineOf(meta, settings);
  const save = async (author: Author): Promise<boolean> => {
    if (!(await editSettings([{ kind: 'author', author }]))) return false;
    if (edited?.kind === 'new') edit({ field: 'authors', value: withNewAuthor(meta, edited, author.id) });
    setEdited(undefined);
    return true;
  };
  const groups = authorMenu({
    meta,
    settings,
    setAuthors: (value) => edit({ field: 'authors', value }),
    onEdit: setEdited,
    onMakeDefault: (author) => void editSettings([{ kind: 'default-author', id: author }]),
  });
  return (
    <section className="details-section" aria-label="Author">
      <h3 className="section-title">Author</h3>
      <MenuButton label="Author" groups={groups}>
        <Button className="card author-card">
          <span className="visually-hidden">Author: </span>
          <AuthorFace id={id} people={people} />
          <Icon name="chevron" size={12} />
        </Button>
      </MenuButton>
      <ClosingCard meta={meta} settings={settings} people={people} edit={edit} />
      {edited === undefined ? null : (
        <Suspense>
          <AuthorDialog
            postId={id}
            edited={edited}
            taken={settings.authors.map((author) => author.id)}
            onSave={save}
            onClose={() => setEdited(undefined)}
          />
        </Suspense>
      )}
    </section>
  );
}

function withNewAuthor(
  meta: PostMeta,
  edited: Extract<EditedAuthor, { kind: 'new' }>,
  id: string,
): readonly string[] {
  return edited.replaces === undefined
    ? [id]
    : meta.authors.map((author) => (author === edited.replaces ? id : author));
}

function AuthorFace({ id, people }: { readonly id: PostId; readonly people: readonly Person[] }): ReactNode {
  const [first] = people;
  if (first === undefined) {
    return (
      <span className="author-words">
        <span className="author-name">Choose an author</span>
        <span className="author-facts">The page has no byline without one</span>
      </span>
    );
  }
  return (
    <>
      <Avatar id={first.profile?.id ?? first.id} name={first.name} src={avatarUrl(id, first.profile)} />
      <span className="author-words">
        <span className="author-name">{joinNames(people.map((person) => person.name))}</span>
        <span className="author-facts">{facts(first, people.length)}</span>
      </span>
    </>
  );
}

function facts(person: Person, count: number): string {
  if (count > 1) return counted(count, 'author');
  if (person.profile === undefined) return 'Only a name, no profile yet';
  const { role, links } = person.profile;
  const parts = [role, links.length === 0 ? undefined : counted(links.length, 'link')];
  return parts.filter((part) => part !== undefined && part !== '').join(' · ');
}

interface ClosingCardProps {
  readonly meta: PostMeta;
  readonly settings: LibrarySettings;
  readonly people: readonly Person[];
  readonly edit: EditMeta;
}

function ClosingCard({ meta, settings, people, edit }: ClosingCardProps): ReactNode {
  const usual = settings.profile === undefined ? people[0]?.name : personOf(settings.profile, settings).name;
  const ids = new Set(settings.authors.map((author) => author.id));
  if (meta.profile !== undefined) ids.add(meta.profile);
  const choices = [
    { value: '', label: usual === undefined ? 'As usual' : `As usual (${usual})` },
    ...[...ids].map((id) => ({ value: id, label: personOf(id, settings).name })),
  ];
  return (
    <ChoiceField
      label="Closing card"
      choices={choices}
      value={meta.profile ?? ''}
      onChange={(value) => edit({ field: 'profile', value: value === '' ? undefined : value })}
    />
  );
}
