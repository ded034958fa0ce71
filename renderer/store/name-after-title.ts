import { postStem } from '../../core/post/post-id.ts';
import { slugify } from '../../core/post/slug.ts';
import type { PostId } from '../../core/post/types.ts';

/** The title of a post that has none yet; its file is named after it until the post is left with a better one. */
export const untitled = 'Untitled post';

const untitledStem = new RegExp(`^(?:\\d{4}-\\d{2}-\\d{2}-)?${slugify(untitled)}(?:-\\d+)?$`);

/** What the file of a post that was begun without a title is to be called; undefined when its name is to stay. */
export function nameAfterTitle(id: PostId, title: string | undefined): string | undefined {
  const name = title?.trim() ?? '';
  if (name === '' || !untitledStem.test(postStem(id))) return undefined;
  return slugify(name) === slugify(untitled) ? undefined : name;
}
