import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Author, AuthorLink } from '../../core/library/types.ts';
import type { PostId } from '../../core/post/types.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Button } from '../ui/button.tsx';
import { ModalDialog } from '../ui/dialog.tsx';
import { TextLine } from '../ui/field.tsx';
import { AuthorLinks } from './author-links.tsx';
import type { EditedAuthor } from './edited-author.ts';
import { avatarUrl } from './byline.ts';
import { freeId, plainId } from './plain-id.ts';

export interface AuthorDialogProps {
  readonly postId: PostId;
  readonly edited: EditedAuthor;
  /** Ids that other authors have. */
  readonly taken: readonly string[];
  /** Answers whether it was saved; the dialog stays when not. */
  readonly onSave: (author: Author) => Promise<boolean>;
  readonly onClose: () => void;
}

const idPattern = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u;

/** Edits an author profile of the library, showing its byline and card meanwhile. */
export function AuthorDialog({ postId, edited, taken, onSave, onClose }: AuthorDialogProps): ReactNode {
  const isNew = edited.kind === 'new';
  const [author, setAuthor] = useState(() => beginning(edited, taken));
  const [ownId, setOwnId] = useState(false);
  const [tried, setTried] = useState(false);
  const change = (patch: Partial<Author>): void => setAuthor((old) => ({ ...old, ...patch }));
  const rename = (name: string): void =>
    change(isNew && !ownId ? { name, id: freeId(plainId(name, 'author'), taken) } : { name });
  const nameError = author.name.trim() === '' ? 'An author needs a name.' : undefined;
  const idError = isNew ? idProblem(author.id, taken) : undefined;
  const save = (): void => {
    setTried(true);
    if (nameError === undefined && idError === undefined) void onSave(tidy(author));
  };
  return (
    <ModalDialog
      title={isNew ? 'New author' : `Edit ${edited.author.name}`}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="solid" onPress={save}>
            Save author
          </Button>
        </>
      }
    >
      <AuthorForm
        author={author}
        isNew={isNew}
        nameError={tried ? nameError : undefined}
        idError={tried || ownId ? idError : undefined}
        onChange={change}
        onName={rename}
        onId={(id) => {
          setOwnId(true);
          change({ id });
        }}
      />
      <AuthorPreview author={author} postId={postId} />
    </ModalDialog>
  );
}

interface AuthorFormProps {
  readonly author: Author;
  readonly isNew: boolean;
  readonly nameError: string | undefined;
  readonly idError: string | undefined;
  readonly onChange: (patch: Partial<Author>) => void;
  readonly onName: (name: string) => void;
  readonly onId: (id: string) => void;
}

function AuthorForm(props: AuthorFormProps): ReactNode {
  const { author, isNew, onChange } = props;
  return (
    <div className="form">
      <TextLine
        label="Name"
        value={author.name}
        isRequired
        autoFocus
        onChange={props.onName}
        error={props.nameError}
      />
      <TextLine
        label="Id"
        value={author.id}
        isReadOnly={!isNew}
        error={props.idError}
        hint={isNew ? 'How posts name this author; it stays for good.' : 'Posts name this author so.'}
        onChange={(id) => {
          if (isNew) props.onId(id.trim());
        }}
      />
      <TextLine
        label="Role"
        value={author.role ?? ''}
        placeholder="Editor"
        onChange={(role) => onChange({ role })}
      />
      <TextLine
        label="Bio"
        lines={3}
        value={author.bio ?? ''}
        placeholder="One or two sentences"
        onChange={(bio) => onChange({ bio })}
      />
      <TextLine
        label="Picture"
        value={author.avatar ?? ''}
        placeholder="assets/authors/name.jpg"
        hint="A path in the library; without one the initial is shown."
        onChange={(avatar) => onChange({ avatar })}
      />
      <AuthorLinks links={author.links} onChange={(links) => onChange({ links })} />
    </div>
  );
}

function beginning(edited: EditedAuthor, taken: readonly string[]): Author {
  if (edited.kind === 'known') return edited.author;
  const id = edited.name === '' ? '' : freeId(plainId(edited.name, 'author'), taken);
  return { id, name: edited.name, links: [] };
}

function idProblem(id: string, taken: readonly string[]): string | undefined {
  if (!idPattern.test(id)) return 'An id is made of letters, digits, dots and hyphens.';
  return taken.includes(id) ? 'Another author has this id.' : undefined;
}

/** Without what was left empty. */
function tidy(author: Author): Author {
  const filled = (text: string | undefined): string | undefined => {
    const trimmed = text?.trim();
    return trimmed === '' ? undefined : trimmed;
  };
  return {
    id: author.id,
    name: author.name.trim(),
    role: filled(author.role),
    bio: filled(author.bio),
    avatar: filled(author.avatar),
    links: author.links.map(tidyLink).filter((link) => link.url !== ''),
  };
}

function tidyLink({ label, url }: AuthorLink): AuthorLink {
  const address = url.trim();
  return {
    label: label.trim() === '' ? address.replace(/^(?:https?:\/\/|mailto:)/u, '') : label.trim(),
    url: address,
  };
}

function AuthorPreview({ author, postId }: { readonly author: Author; readonly postId: PostId }): ReactNode {
  const name = author.name.trim() === '' ? 'Name' : author.name;
  const shown = tidy(author);
  return (
    <div className="author-preview" aria-hidden="true">
      <span className="section-title">On the page</span>
      <div className="author-byline">
        <Avatar key={author.avatar} id={author.id} name={name} src={avatarUrl(postId, shown)} />
        <span className="author-words">
          <span className="author-name">{name}</span>
          <span className="author-facts">{shown.role}</span>
        </span>
      </div>
      <div className="author-closing">
        <span className="author-facts">Written by</span>
        <span className="author-name">{name}</span>
        {shown.bio === undefined ? null : <span className="author-bio">{shown.bio}</span>}
        <span className="author-facts">{shown.links.map((link) => link.label).join(' · ')}</span>
      </div>
    </div>
  );
}
