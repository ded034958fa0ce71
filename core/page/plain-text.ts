/**
 * A text of the front matter as one clean line: control characters and white space become single spaces,
 * lone surrogates (which no file and no URL can hold) the replacement character.
 */
export function plainLine(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** `plainLine`, or undefined when nothing is left of it. */
export function optionalLine(text: string | undefined): string | undefined {
  const line = plainLine(text ?? '');
  return line === '' ? undefined : line;
}
