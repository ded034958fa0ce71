import { countText, visibleText } from './counts.ts';
import { firstHeading } from './first-heading.ts';
import { foldText } from './fold-text.ts';
import { postFolder, postStem } from './post-id.ts';
import { slugify } from './slug.ts';
import type { Post, PostStatus, PostSummary } from './types.ts';

const longestSummary = 200;
/** Enough of a body to find 200 visible characters in it. */
const summaryReach = 4000;

/** What the list needs to know of a post; `modifiedAt` is the file's time in ms since the epoch. */
export function summarize(post: Post, modifiedAt: number): PostSummary {
  const { id, meta, problems } = post;
  const body = post.text.slice(post.bodyFrom);
  const { words, minutes } = countText(body);
  const [problem] = problems;
  return {
    id,
    title: meta.title ?? firstHeading(body) ?? postStem(id),
    summary: shorten(meta.summary ?? openingText(body)),
    slug: postSlug(post),
    status: meta.status,
    category: meta.category,
    tags: meta.tags,
    authors: meta.authors,
    date: meta.date?.iso,
    canonicalUrl: meta.canonicalUrl,
    words,
    minutes,
    modifiedAt,
    problem: problem === undefined ? undefined : `Line ${problem.line}: ${problem.message}`,
  };
}

/** A post's slug: as stated, else from its file name without a date (from its folder for `index.md`). */
function postSlug(post: Pick<Post, 'id' | 'meta'>): string {
  const stem = postStem(post.id);
  const folder = postFolder(post.id).split('/').at(-1) ?? '';
  const name = /^_?index$/i.test(stem) && folder !== '' ? folder : stem;
  return slugify(post.meta.slug ?? name.replace(/^\d{4}-\d{1,2}-\d{1,2}-(?=.)/, ''));
}

/** What the list is narrowed by. */
export interface PostFilter {
  readonly status?: PostStatus | 'all' | undefined;
  /** Words that must all be found, in any field that the list shows; case and accents do not matter. */
  readonly text?: string | undefined;
}

/** Whether a post is in the list under a filter. */
export function matchesFilter(summary: PostSummary, filter: PostFilter): boolean {
  const { status = 'all', text = '' } = filter;
  if (status !== 'all' && summary.status !== status) return false;
  const words = foldText(text)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return true;
  const { title, category, tags, authors, id } = summary;
  const fields = foldText([title, summary.summary, category ?? '', ...tags, ...authors, id].join('\n'));
  return words.every((word) => fields.includes(word));
}

/** The start of the visible text without its headings. */
function openingText(body: string): string {
  const lines = body.slice(0, summaryReach).split('\n');
  const isHeading = (line: string, index: number): boolean =>
    /^ {0,3}#{1,6}[ \t]/.test(line) || /^ {0,3}=+[ \t]*$/.test(lines[index + 1] ?? '');
  return visibleText(lines.filter((line, index) => !isHeading(line, index)).join('\n'));
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= longestSummary) return line;
  const cut = line.slice(0, longestSummary - 1);
  const space = cut.lastIndexOf(' ');
  const kept = space > longestSummary / 2 ? cut.slice(0, space) : cut.replace(/[\ud800-\udbff]$/, '');
  return `${kept.replace(/[\s,;:.–—-]+$/, '')}…`;
}
