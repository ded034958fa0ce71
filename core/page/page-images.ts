import type { Author, LibrarySettings } from '../library/types.ts';
import { bylineAuthors, cardAuthor } from '../library/resolve.ts';
import { imageUrls, type ParsedBody } from '../markdown/blocks.ts';
import type { Post } from '../post/types.ts';
import { libraryImage } from './library-image.ts';

/**
 * Every image URL that the page of a post asks its resolver for, each once: those of the body and the cover as
 * written (relative to the post's folder), then the avatars of byline and card as `library:` and their path (relative
 * to the library's root; see library-image.ts).
 */
export function pageImageUrls(post: Post, settings: LibrarySettings, parsed: ParsedBody): readonly string[] {
  const authors: readonly (Author | undefined)[] = [
    ...bylineAuthors(settings, post.meta),
    cardAuthor(settings, post.meta),
  ];
  const avatars = authors.flatMap((author) =>
    author?.avatar === undefined ? [] : [libraryImage(author.avatar)],
  );
  const cover = post.meta.cover === undefined ? [] : [post.meta.cover];
  return [...new Set([...cover, ...imageUrls(parsed), ...avatars])];
}
