import { foldText } from '../post/fold-text.ts';
import { slugify } from '../post/slug.ts';
import type { PostMeta } from '../post/types.ts';
import type { Author, Category, LibrarySettings } from './types.ts';

/** The profile with this id, else with this name; an unknown name becomes an author without profile. */
export function resolveAuthor(settings: LibrarySettings, idOrName: string): Author {
  const name = foldText(idOrName);
  return (
    settings.authors.find((author) => author.id === idOrName) ??
    settings.authors.find((author) => foldText(author.name) === name) ?? {
      id: slugify(idOrName),
      name: idOrName,
      links: [],
    }
  );
}

/** The category with this name or slug; an unknown one gets the slug of its name. */
export function resolveCategory(settings: LibrarySettings, name: string): Category {
  const folded = foldText(name);
  return (
    settings.categories.find((category) => foldText(category.name) === folded || category.slug === name) ?? {
      name,
      slug: slugify(name),
    }
  );
}

/** The authors of a post in byline order: its own, else the library's default; without repeats. */
export function bylineAuthors(settings: LibrarySettings, meta: Pick<PostMeta, 'authors'>): readonly Author[] {
  const fallback = settings.author === undefined ? [] : [settings.author];
  const names = meta.authors.length > 0 ? meta.authors : fallback;
  const authors = names.map((name) => resolveAuthor(settings, name));
  return authors.filter((author, index) => authors.findIndex((other) => other.id === author.id) === index);
}

/** Whose card closes a post: its own profile, else the library's, else its first author. */
export function cardAuthor(
  settings: LibrarySettings,
  meta: Pick<PostMeta, 'authors' | 'profile'>,
): Author | undefined {
  const profile = meta.profile ?? settings.profile;
  return profile === undefined ? bylineAuthors(settings, meta)[0] : resolveAuthor(settings, profile);
}
