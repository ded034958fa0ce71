import type { Author } from '../../core/library/types.ts';

/** Whom the author dialog edits; a new author may begin with a name that the post already has. */
export type EditedAuthor =
  | { readonly kind: 'known'; readonly author: Author }
  | { readonly kind: 'new'; readonly name: string; readonly replaces: string | undefined };
