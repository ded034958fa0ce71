import { sanitize, type Schema } from 'hast-util-sanitize';
import type { ElementContent, Root } from 'hast';
import { contentOf } from './tree.ts';

/**
 * The one gate between hostile content and the page: answers with a new tree that has only what `schema` names.
 * It is the last step of every block; nothing edits a tree after it.
 */
export function sanitise(root: Root, schema: Schema): readonly ElementContent[] {
  const safe = sanitize(root, schema);
  if (safe.type !== 'root') throw new Error('A sanitised root is a root');
  return contentOf(safe.children);
}
