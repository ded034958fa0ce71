import type { ImageDescription } from '../../core/ipc/types.ts';
import type { LibrarySettings } from '../../core/library/types.ts';
import type { Post } from '../../core/post/types.ts';

/** Something that is wrong with a post. */
export interface Finding {
  /** 1-based line of the post's file. */
  readonly line: number;
  /** One sentence. */
  readonly message: string;
}

/**
 * What is wrong with one post, in the order of its lines.
 * @param images what is known of the images that the page of the post would show
 */
export function findingsOf(
  post: Post,
  settings: LibrarySettings,
  images: readonly ImageDescription[],
): readonly Finding[] {
  const found = [
    ...post.problems.map(({ line, message }) => ({ line, message })),
    ...unknownPeople(post, settings),
    ...unknownCategories(post, settings),
    ...uselessImages(post, images),
  ];
  return found.toSorted((one, other) => one.line - other.line);
}

function unknownPeople(post: Post, { authors }: LibrarySettings): readonly Finding[] {
  // Without a list, names in posts are all that there is to know.
  if (authors.length === 0) return [];
  const ids = new Set(authors.map((author) => author.id));
  const { meta } = post;
  const named = [...meta.authors, ...(meta.profile === undefined ? [] : [meta.profile])];
  return [...new Set(named)]
    .filter((name) => !ids.has(name))
    .map((name) => ({
      line: headLineOf(post, name, /^\W*(?:params|authors?|profile)\b/i),
      message: `The author “${name}” is not in galley.yaml.`,
    }));
}

function unknownCategories(post: Post, { categories }: LibrarySettings): readonly Finding[] {
  if (categories.length === 0) return [];
  const known = new Set(categories.flatMap(({ name, slug }) => [name.toLowerCase(), slug.toLowerCase()]));
  return post.meta.categories
    .filter((name) => !known.has(name.toLowerCase()))
    .map((name) => ({
      line: headLineOf(post, name, /^\W*categor(?:y|ies)\b/i),
      message: `The category “${name}” is not in galley.yaml.`,
    }));
}

function uselessImages(post: Post, images: readonly ImageDescription[]): readonly Finding[] {
  return images.flatMap((image) =>
    image.kind === 'refused'
      ? [
          {
            line: lineOf(post.text, spellings(image.url), 0),
            message: `An image cannot be used: ${image.reason}`,
          },
        ]
      : [],
  );
}

/** An image's URL is percent-encoded on its way; in the file it may stand as it was typed. */
function spellings(url: string): readonly string[] {
  try {
    return [url, decodeURI(url)];
  } catch {
    return [url];
  }
}

/** The line of the front matter at which a key's value names `word`: behind the key, or in the list below it. */
function headLineOf(post: Post, word: string, key: RegExp): number {
  const head = post.text.slice(0, post.bodyFrom);
  const start = head.split('\n').findIndex((line) => key.test(line));
  return lineOf(head, [word], Math.max(start, 0));
}

/** The first line after `skipped` ones that holds one of the words; the last skipped one when none does. */
function lineOf(text: string, words: readonly string[], skipped: number): number {
  const lines = text.split('\n');
  const at = lines.findIndex((line, index) => index >= skipped && words.some((word) => line.includes(word)));
  return at === -1 ? Math.max(skipped, 1) : at + 1;
}
