import type { PostSummary } from '../../core/post/types.ts';
import type { FitsLine } from '../ui/text-measure.ts';

/** How many lines a row of the list gives to title and summary, and its height in px. */
export interface RowShape {
  readonly titleLines: 1 | 2;
  readonly summaryLines: 0 | 1 | 2;
  readonly height: number;
}

/** Px; posts.css says the same. */
const textWidth = 246;
const titleLine = 18;
const summaryLine = 18;
const rest = 46;

/** The shape of a post's row. Longer texts are cut with an ellipsis after their second line. */
export function rowShape(post: PostSummary, fitsTitle: FitsLine, fitsSummary: FitsLine): RowShape {
  const titleLines = fitsTitle(post.title, textWidth) ? 1 : 2;
  const summaryLines = post.summary === '' ? 0 : fitsSummary(post.summary, textWidth) ? 1 : 2;
  return { titleLines, summaryLines, height: rest + titleLines * titleLine + summaryLines * summaryLine };
}
