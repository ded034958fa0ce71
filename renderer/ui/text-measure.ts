/** Whether a text of one font fits a line of `width` px. */
export type FitsLine = (text: string, width: number) => boolean;

/**
 * Measures with a canvas. Texts that are short or long beyond doubt are not measured, so that
 * thousands of rows cost little; `em` is the font's size in px.
 */
export function createFitsLine(font: string, em: number): FitsLine {
  const context = document.createElement('canvas').getContext('2d');
  const widths = new Map<string, number>();
  return (text, width) => {
    if (text.length * em * 0.95 < width) return true;
    if (text.length * em * 0.3 > width || context === null) return false;
    const known = widths.get(text);
    if (known !== undefined) return known <= width;
    context.font = font;
    const measured = context.measureText(text).width;
    widths.set(text, measured);
    return measured <= width;
  };
}
