import type { Dialect, PostId } from '../../core/post/types.ts';

/** The part of a post's file name that a person chooses: no folder, no extension, no Jekyll date. */
export function chosenName(id: PostId, dialect: Dialect): string {
  const file = id.slice(id.lastIndexOf('/') + 1).replace(/\.(md|markdown)$/iu, '');
  return dialect === 'jekyll' ? file.replace(/^\d{4}-\d{1,2}-\d{1,2}-(?=.)/u, '') : file;
}
