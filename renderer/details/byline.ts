import { mediaUrl } from '../../core/ipc/media-url.ts';
import type { Author, LibrarySettings } from '../../core/library/types.ts';
import type { PostId, PostMeta } from '../../core/post/types.ts';

/** Someone whom a post names: a profile of the library, or only a name. */
export interface Person {
  /** As the front matter writes it. */
  readonly id: string;
  readonly name: string;
  readonly profile: Author | undefined;
}

/** The people of the byline; the library's default author when the post names none. */
export function bylineOf(meta: PostMeta, settings: LibrarySettings): readonly Person[] {
  const named =
    meta.authors.length > 0 ? meta.authors : settings.author === undefined ? [] : [settings.author];
  return named.map((id) => personOf(id, settings));
}

/** Looks a written author up among the profiles, by id or by name. */
export function personOf(id: string, settings: LibrarySettings): Person {
  const profile = settings.authors.find((author) => author.id === id || author.name === id);
  return { id, name: profile?.name ?? id, profile };
}

/** Where an author's picture can be loaded from; undefined without one. */
export function avatarUrl(id: PostId, author: Author | undefined): string | undefined {
  return author?.avatar === undefined || author.avatar === ''
    ? undefined
    : mediaUrl(id, `library:${author.avatar}`);
}

/** Names as a sentence has them: `Mara`, `Mara and Jonas`, `Mara, Jonas and Ada`. */
export function joinNames(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
