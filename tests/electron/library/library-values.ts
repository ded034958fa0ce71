import type { Result } from '../../../core/base/result.ts';
import { toPostId } from '../../../core/post/post-id.ts';
import type { PostId } from '../../../core/post/types.ts';

/** A post's id, or an error. */
export function post(id: string): PostId {
  const found = toPostId(id);
  if (found === undefined) throw new Error(`${id} is no post`);
  return found;
}

/** The value of a success, or an error. */
export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`);
  return result.value;
}
