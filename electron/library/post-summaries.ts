import path from 'node:path';
import type { Dialect, PostId, PostSummary } from '../../core/post/types.ts';
import { splitLineEnds } from '../../core/post/line-ends.ts';
import { readPost } from '../../core/post/read-post.ts';
import { summarize } from '../../core/post/summarize.ts';
import { readPostAt, type PostFile } from './post-file.ts';
import type { Unreadable } from './walk.ts';

/** What a list needs to know of a post as read. One that is no text keeps its reason as its problem. */
export function summaryOf(file: PostFile, dialect: Dialect): PostSummary {
  const unreadable = file.readOnly !== undefined && file.readOnly.code !== 'no-permission';
  const text = unreadable ? '' : splitLineEnds(file.text).text;
  const summary = summarize(readPost(file.id, text, dialect), file.modifiedAt);
  return unreadable ? { ...summary, problem: file.readOnly?.message } : summary;
}

/** Reads some posts; those that cannot be read are named, those that went away are passed over. */
export async function readSummaries(
  root: string,
  ids: readonly PostId[],
  dialect: Dialect,
): Promise<{ readonly posts: readonly PostSummary[]; readonly unreadable: readonly Unreadable[] }> {
  const posts: PostSummary[] = [];
  const unreadable: Unreadable[] = [];
  for (const id of ids) {
    const file = await readPostAt(path.join(root, id), id);
    if (file.ok) posts.push(summaryOf(file.value, dialect));
    else if (file.failure.code !== 'gone') unreadable.push({ name: id, reason: file.failure.message });
  }
  return { posts, unreadable };
}
