/** What others may ask of the preview. Lines are 0-based lines of the post's body, with fractions. */
export interface PreviewHandle {
  /** Gives the page the keyboard, so that it scrolls. */
  readonly focus: () => void;
  readonly isShown: () => boolean;
  /** The line at the top edge. */
  readonly topLine: () => number;
  readonly scrollToLine: (line: number) => void;
  /** Calls back at every scroll, by whomever; the answer stops that. */
  readonly onScroll: (listener: () => void) => () => void;
  /** Calls back when the person turns to the preview: wheel, pointer or key. */
  readonly onIntent: (listener: () => void) => () => void;
  /** Calls back when lines have moved: another page, an image that came, another width. */
  readonly onLayout: (listener: () => void) => () => void;
  /** Calls back when the person clicks a place of the body. */
  readonly onPick: (listener: (line: number) => void) => () => void;
}
