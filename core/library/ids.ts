import { slugify } from '../post/slug.ts';

const idShape = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u;

/** Whether a text can be an author's id: letters, digits, dots, hyphens and underscores, at most 64. */
export function isAuthorId(id: string): boolean {
  return idShape.test(id);
}

/** An id for a new author, made of the name and different from those in use. */
export function newAuthorId(name: string, taken: readonly string[]): string {
  const base = slugify(name, 60);
  let id = base;
  for (let count = 2; taken.includes(id); count += 1) id = `${base}-${count}`;
  return id;
}
