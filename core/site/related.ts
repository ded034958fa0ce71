import type { PostId, PostSummary } from '../post/types.ts';

/** What relatedness is measured from. */
export interface RelatedTo {
  readonly id: PostId;
  readonly category: string | undefined;
  readonly tags: readonly string[];
}

/** A shared category weighs as much as this many shared tags. */
const categoryWeight = 2;

/**
 * The published posts that have most in common with one: those that share its category and tags first, newest
 * first among equals, then by id. Posts that share nothing fill up what is left.
 * The answer does not depend on the order of `all`.
 * @param limit how many at most
 */
export function relatedPosts(
  current: RelatedTo,
  all: readonly PostSummary[],
  limit = 2,
): readonly PostSummary[] {
  const tags = new Set(current.tags.map(fold));
  const category = fold(current.category ?? '');
  return all
    .filter((post) => post.id !== current.id && post.status === 'published')
    .map((post) => ({ post, score: score(post, category, tags), time: timeOf(post.date) }))
    .sort((a, b) => b.score - a.score || b.time - a.time || compareIds(a.post.id, b.post.id))
    .slice(0, limit)
    .map(({ post }) => post);
}

function score(post: PostSummary, category: string, tags: ReadonlySet<string>): number {
  const shared = new Set(post.tags.map(fold).filter((tag) => tags.has(tag))).size;
  return shared + (category !== '' && fold(post.category ?? '') === category ? categoryWeight : 0);
}

/** Milliseconds since the epoch; posts without a date come after all that have one. */
function timeOf(date: string | undefined): number {
  const time = Date.parse(date ?? '');
  return Number.isNaN(time) ? Number.MIN_SAFE_INTEGER : time;
}

function fold(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}

/** By code units: the same on every machine, whatever its language. */
function compareIds(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
