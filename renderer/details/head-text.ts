import type { FrontMatterFormat, Post } from '../../core/post/types.ts';

/** The front matter as the raw tab shows it. */
export interface HeadText {
  readonly format: FrontMatterFormat;
  /** What stands between the fences, without the last line break. */
  readonly content: string;
  /** The head before and after that; both are kept as they are. */
  readonly before: string;
  readonly after: string;
  /** There is not even a line between the fences. */
  readonly isEmpty: boolean;
}

/** Takes a head (fences included) apart. A post without one gets YAML fences with the first character. */
export function splitHead(post: Post, head: string): HeadText {
  const { block } = post;
  if (block === undefined || head === '')
    return { format: 'yaml', content: '', before: '---\n', after: '---\n', isEmpty: true };
  const content = head.slice(block.contentFrom, block.contentTo);
  return {
    format: block.format,
    content: content.endsWith('\n') ? content.slice(0, -1) : content,
    before: head.slice(0, block.contentFrom),
    after: head.slice(block.contentTo),
    isEmpty: content === '',
  };
}

/** The head again, with other content; empty content in a head that was not there leaves none. */
export function joinHead(parts: HeadText, content: string, hadHead: boolean): string {
  if (content === '' && !hadHead) return '';
  return `${parts.before}${content === '' && parts.isEmpty ? '' : `${content}\n`}${parts.after}`;
}

/** Whether a line of the content would end the front matter early. */
export function endsEarly(content: string, format: FrontMatterFormat): boolean {
  return (format === 'yaml' ? /^(?:---|\.\.\.)[ \t]*$/mu : /^\+\+\+[ \t]*$/mu).test(content);
}

/** Codes of front matter as a whole that cannot be read, and so not edited by form. */
const unreadable = new Set([
  'malformed-yaml',
  'malformed-toml',
  'duplicate-key',
  'not-a-map',
  'data-too-large',
  'data-too-deep',
  'too-many-entries',
  'too-many-aliases',
]);

/** Whether the front matter as a whole cannot be read: the form would only lose what stands there. */
export function isUnreadable(post: Post): boolean {
  return isUnclosed(post) || post.problems.some((problem) => unreadable.has(problem.code));
}

/** Whether the front matter begins and never ends: it stands in the body then, and is mended there. */
export function isUnclosed(post: Post): boolean {
  return post.problems.some((problem) => problem.code === 'unclosed-front-matter');
}
