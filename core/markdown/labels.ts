/** The few words that the body itself needs; the page hands in those of its language. */
export interface BodyLabels {
  /** Name of the link from a footnote back to the text. */
  readonly backToText: string;
  /** Name of the list of footnotes. */
  readonly footnotes: string;
}

/** English labels. */
export const englishLabels: BodyLabels = { backToText: 'Back to the text', footnotes: 'Footnotes' };
