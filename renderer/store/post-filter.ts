import type { PostStatus, PostSummary } from '../../core/post/types.ts';

export type PostOrder = 'newest' | 'oldest' | 'title';

/** What the list of posts shows. `undefined` and `''` leave that aspect open. */
export interface PostFilter {
  readonly text: string;
  readonly status: PostStatus | undefined;
  readonly category: string | undefined;
  readonly author: string | undefined;
  readonly order: PostOrder;
}

export const everyPost: PostFilter = {
  text: '',
  status: undefined,
  category: undefined,
  author: undefined,
  order: 'newest',
};

/** Whether anything but the order is narrowed. */
export function isNarrowed(filter: PostFilter): boolean {
  return (
    filter.text.trim() !== '' ||
    filter.status !== undefined ||
    filter.category !== undefined ||
    filter.author !== undefined
  );
}

/** The posts that `filter` lets through, in its order. The list handed in is not changed. */
export function filterPosts(posts: readonly PostSummary[], filter: PostFilter): readonly PostSummary[] {
  const words = filter.text.toLocaleLowerCase().split(/\s+/u).filter(Boolean);
  const found = posts.filter((post) => passes(post, filter) && hasWords(post, words));
  return found.sort(comparisons[filter.order]);
}

function passes(post: PostSummary, filter: PostFilter): boolean {
  return (
    (filter.status === undefined || post.status === filter.status) &&
    (filter.category === undefined || post.category === filter.category) &&
    (filter.author === undefined || post.authors.includes(filter.author))
  );
}

function hasWords(post: PostSummary, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = searchText(post);
  return words.every((word) => text.includes(word));
}

const searchTexts = new WeakMap<PostSummary, string>();

function searchText(post: PostSummary): string {
  const known = searchTexts.get(post);
  if (known !== undefined) return known;
  const text = [post.title, post.summary, post.category ?? '', ...post.tags, ...post.authors, post.id]
    .join('\n')
    .toLocaleLowerCase();
  searchTexts.set(post, text);
  return text;
}

/**
 * Milliseconds since the epoch by which a post takes its place: its date, else when its file was changed.
 */
export function postTime(post: PostSummary): number {
  const known = postTimes.get(post);
  if (known !== undefined) return known;
  const stated = post.date === undefined ? Number.NaN : Date.parse(post.date);
  const time = Number.isNaN(stated) ? post.modifiedAt : stated;
  postTimes.set(post, time);
  return time;
}

/** A sort asks many times for each post, and reading a date is slow. */
const postTimes = new WeakMap<PostSummary, number>();

const titles = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

const byId = (a: PostSummary, b: PostSummary): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

const comparisons: Record<PostOrder, (a: PostSummary, b: PostSummary) => number> = {
  newest: (a, b) => postTime(b) - postTime(a) || byId(a, b),
  oldest: (a, b) => postTime(a) - postTime(b) || byId(a, b),
  title: (a, b) => titles.compare(a.title, b.title) || byId(a, b),
};

/** A value that posts share and how many have it. */
export interface Tally {
  readonly value: string;
  readonly count: number;
}

/** How many posts have each value that `read` finds, most frequent first, then by name. */
export function tally(
  posts: readonly PostSummary[],
  read: (post: PostSummary) => readonly string[],
): readonly Tally[] {
  const counts = new Map<string, number>();
  for (const post of posts) {
    for (const value of new Set(read(post))) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || titles.compare(a.value, b.value));
}

/** How many posts there are of each status. */
export function countByStatus(posts: readonly PostSummary[]): {
  readonly all: number;
  readonly draft: number;
  readonly published: number;
} {
  const draft = posts.reduce((sum, post) => sum + (post.status === 'draft' ? 1 : 0), 0);
  return { all: posts.length, draft, published: posts.length - draft };
}
