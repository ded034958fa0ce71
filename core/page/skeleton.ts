/** One element of the skeleton. */
export interface SkeletonElement {
  readonly tagName: string;
  readonly className: readonly string[];
}

/**
 * What holds a page's blocks, from the outside in: `main` holds the article and, after it, the blocks of
 * `after`; the article holds header, `content` and footer. The export and the preview both build it from here.
 */
export const skeleton = {
  main: { tagName: 'main', className: [] },
  article: { tagName: 'article', className: ['h-entry'] },
  content: { tagName: 'div', className: ['e-content'] },
} as const satisfies Record<string, SkeletonElement>;
