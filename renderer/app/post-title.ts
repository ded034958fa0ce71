import type { Post } from '../../core/post/types.ts';
import type { LibraryStore } from '../store/library.ts';

/** What a post is called in the window: its title, else what the list calls it, else its file. */
export function titleOf(post: Post, library: Pick<LibraryStore, 'find'>): string {
  const stated = post.meta.title?.trim();
  if (stated !== undefined && stated !== '') return stated;
  return library.find(post.id)?.title ?? fileOf(post.id);
}

/** The last part of a post's path. */
export function fileOf(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}
