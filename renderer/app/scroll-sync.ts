import type { EditorHandle } from '../editor/editor-handle.ts';
import type { PreviewHandle } from '../preview/preview-handle.ts';

/** What scrolls with the other side. Lines are 0-based lines of the body, with fractions. */
interface ScrollSide {
  readonly isShown: () => boolean;
  readonly topLine: () => number;
  readonly scrollToLine: (line: number) => void;
  readonly onScroll: (listener: () => void) => () => void;
  readonly onIntent: (listener: () => void) => () => void;
  readonly onLayout: (listener: () => void) => () => void;
}

/** Where the cursor can be put from the other side. */
type ScrollEditor = ScrollSide & Pick<EditorHandle, 'goToLine'>;
type ScrollPage = ScrollSide & Pick<PreviewHandle, 'onPick'>;

/**
 * Makes editor and page scroll together. The side that the person turned to last leads; scrolling of the other
 * is an effect and moves nothing. A click in the page puts the cursor there. The answer parts them again.
 */
export function joinScrolling(editor: ScrollEditor, page: ScrollPage): () => void {
  let leader: ScrollSide = editor;
  const align = (): void => {
    const follower = leader === editor ? page : editor;
    if (leader.isShown() && follower.isShown()) follower.scrollToLine(leader.topLine());
  };
  const lead = (side: ScrollSide) => (): void => {
    leader = side;
  };
  const follow = (side: ScrollSide) => (): void => {
    if (leader === side) align();
  };
  const stops = [
    editor.onIntent(lead(editor)),
    page.onIntent(lead(page)),
    editor.onScroll(follow(editor)),
    page.onScroll(follow(page)),
    // Lines have moved on a side, or it came into view.
    editor.onLayout(align),
    page.onLayout(align),
    page.onPick((line) => editor.goToLine(line)),
  ];
  return () => stops.forEach((stop) => stop());
}
