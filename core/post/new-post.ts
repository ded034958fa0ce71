import { assertNever } from '../base/assert-never.ts';
import { applyEdits } from '../base/text-edit.ts';
import { editMetaAll } from './edit-meta.ts';
import { postFolder } from './post-id.ts';
import { readPost } from './read-post.ts';
import { slugify } from './slug.ts';
import type { Dialect, MetaEdit, PostId } from './types.ts';

/**
 * Where a new post goes, as its dialect demands. `isoDate` is RFC 3339; `ids` are the library's posts,
 * which show where its posts lie (Jekyll's `_posts/`, Hugo's `content/posts/`, Eleventy's `posts/`). May be taken already:
 * see `uniquePath`.
 */
export function newPostPath(
  dialect: Dialect,
  title: string,
  isoDate: string,
  ids: readonly string[] = [],
): string {
  const name = `${slugify(title)}.md`;
  switch (dialect) {
    case 'galley':
    case 'devto':
      return name;
    case 'jekyll':
      return `${jekyllFolder(ids)}${isoDate.slice(0, 10)}-${name}`;
    case 'hugo':
      return hugoFolder(ids) + name;
    case 'hexo':
      return `source/_posts/${name}`;
    case 'eleventy':
      return (usedFolder(ids, eleventyFolders) ?? '') + name;
    case 'astro':
      return (usedFolder(ids, astroFolders) ?? 'src/content/blog/') + name;
    default:
      return assertNever(dialect);
  }
}

const eleventyFolders = ['posts/', 'blog/', 'src/posts/', 'src/blog/', 'content/posts/', 'content/blog/'];
const astroFolders = ['src/content/blog/', 'src/content/posts/', 'src/content/post/'];

function usedFolder(ids: readonly string[], folders: readonly string[]): string | undefined {
  return folders.find((folder) => ids.some((id) => id.startsWith(folder)));
}

function jekyllFolder(ids: readonly string[]): string {
  const folders = ids.map(postFolder).flatMap((folder) => /^(?:.*\/)?_posts(?=\/|$)/.exec(folder)?.[0] ?? []);
  const shortest = folders.toSorted(
    (left, right) => left.length - right.length || (left < right ? -1 : 1),
  )[0];
  if (shortest !== undefined) return `${shortest}/`;
  const dated = ids.some((id) => /^\d{4}-\d{2}-\d{2}-[^/]+$/.test(id));
  return dated ? '' : '_posts/';
}

function hugoFolder(ids: readonly string[]): string {
  const inContent = ids.length === 0 || ids.some((id) => id.startsWith('content/'));
  const base = inContent ? 'content/' : '';
  const section = ['posts', 'post', 'blog'].find((name) =>
    ids.some((id) => id.startsWith(`${base}${name}/`)),
  );
  return section === undefined ? base : `${base}${section}/`;
}

/** What a new post says of itself. */
export interface NewPost {
  readonly title: string;
  /** RFC 3339 with offset. */
  readonly date: string;
  /** An author's id. */
  readonly author?: string | undefined;
  readonly status: 'draft';
}

/** The text of a new post: its front matter in the keys of the dialect, and an empty body. */
export function newPostText(dialect: Dialect, post: NewPost): string {
  const edits: readonly MetaEdit[] = [
    { field: 'title', value: post.title },
    { field: 'date', value: post.date },
    { field: 'status', value: post.status },
    { field: 'authors', value: post.author === undefined ? [] : [post.author] },
  ];
  const result = editMetaAll(readPost('new.md' as PostId, '', dialect), dialect, edits);
  // An empty text takes every one of these edits.
  if (!result.ok) throw new Error(result.failure.message);
  return applyEdits('', result.value);
}

/** The path itself, or with `-2`, `-3` … before its extension, until `taken` says no. */
export function uniquePath(path: string, taken: (path: string) => boolean): string {
  const [, stem = path, extension = ''] = /^(.*?)(\.[^./]*)?$/s.exec(path) ?? [];
  let candidate = path;
  for (let count = 2; taken(candidate); count += 1) candidate = `${stem}-${count}${extension}`;
  return candidate;
}
