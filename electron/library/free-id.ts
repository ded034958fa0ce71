import path from 'node:path';
import { uniquePath } from '../../core/post/new-post.ts';
import { toPostId } from '../../core/post/post-id.ts';
import type { PostId } from '../../core/post/types.ts';
import { isTaken } from './moves.ts';
import { assetFolder } from './post-assets.ts';

/**
 * The id itself if nothing is at its path, else the first of `name-2`, `name-3` … that is free; with
 * `images`, the place of its image folder must be free too.
 */
export async function freeId(root: string, wanted: PostId, images: boolean): Promise<PostId> {
  const taken = new Set<string>();
  for (;;) {
    const id = toPostId(uniquePath(wanted, (each) => taken.has(each)));
    if (id === undefined) throw new Error(`${wanted} gives no free name.`);
    taken.add(id);
    if (await isTaken(path.join(root, id))) continue;
    if (images && (await isTaken(path.join(root, assetFolder(id))))) continue;
    return id;
  }
}
