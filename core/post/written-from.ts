import type { Post } from './types.ts';

/**
 * Where in a post's text its writer begins: after the front matter and the one blank line that sets it off, which
 * belongs to neither. Offset in the LF text.
 */
export function writtenFrom({ text, block, bodyFrom }: Post): number {
  return block !== undefined && text.charAt(bodyFrom) === '\n' ? bodyFrom + 1 : bodyFrom;
}
