import type { Root } from 'hast';
import type { Placement } from './placement.ts';
import type { ImageResolver } from './types.ts';

/** What a plugin may know besides the block's own tree. */
export interface BlockContext {
  readonly placement: Placement;
  readonly images: ImageResolver;
}

/** Edits a block's tree in place. Runs before the sanitiser, never after. */
export type BlockPlugin = (tree: Root, context: BlockContext) => void;
