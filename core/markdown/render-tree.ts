import type { ElementContent, Root } from 'hast';
import type { BlockContext } from './plugin.ts';
import { blockPlugins } from './plugins.ts';
import { sanitise } from './sanitise.ts';
import { contentSchema } from './schema.ts';
import { cloneRoot } from './tree.ts';

/** Runs the plugins on a copy of a block's tree and then, last, the sanitiser. */
export function renderTree(tree: Root, context: BlockContext): readonly ElementContent[] {
  const copy = cloneRoot(tree);
  for (const plugin of blockPlugins) plugin(copy, context);
  return sanitise(copy, contentSchema);
}
