import type { Result } from '../../core/base/result.ts';
import type { PostId } from '../../core/post/types.ts';

/** Knows which posts have text that is neither in their file nor in the journal. */
export interface TextAtRisk {
  /** The journal took an entry of this post, or failed to. */
  readonly journaled: (id: PostId, result: Result<unknown>) => void;
  /** The post's text was put somewhere safe, or given up on purpose; a failed attempt changes nothing. */
  readonly settled: (id: PostId, result: Result<unknown>) => void;
  readonly posts: () => readonly PostId[];
  readonly clear: () => void;
}

/** Nothing is at risk at first. */
export function createTextAtRisk(): TextAtRisk {
  const posts = new Set<PostId>();
  return {
    journaled: (id, result) => {
      if (result.ok) posts.delete(id);
      else posts.add(id);
    },
    settled: (id, result) => {
      if (result.ok) posts.delete(id);
    },
    posts: () => [...posts],
    clear: () => posts.clear(),
  };
}
