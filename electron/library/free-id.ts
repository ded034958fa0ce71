import path from 'node:path';
import { isPostFile, postFileName, postStem, toPostId } from '../../core/post/post-id.ts';
import type { PostId } from '../../core/post/types.ts';
import { isTaken } from './moves.ts';
import { assetFolder } from './post-assets.ts';

/**
 * The id itself if nothing is at its path, else the first of `name-2`, `name-3` … that is free; with
 * `images`, the place of its image folder must be free too.
 */
export async function freeId(root: string, wanted: PostId, images: boolean): Promise<PostId> {
  const name = postFileName(wanted);
  const stem = postStem(wanted);
  const folder = wanted.slice(0, wanted.length - name.length);
  for (let number = 1; ; number += 1) {
    const tried = number === 1 ? name : `${stem}-${number}${name.slice(stem.length)}`;
    const id = isPostFile(tried) ? toPostId(`${folder}${tried}`) : undefined;
    if (id === undefined) throw new Error(`${wanted} gives no free name.`);
    if (await isTaken(path.join(root, id))) continue;
    if (images && (await isTaken(path.join(root, assetFolder(id))))) continue;
    return id;
  }
}
