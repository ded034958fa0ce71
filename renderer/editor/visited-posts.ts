import type { EditorState, StateEffect, Text } from '@codemirror/state';
import type { PostId } from '../../core/post/types.ts';

/** A post as it was left: its text with undo history and cursor, and the effect that scrolls back. */
export interface VisitedPost {
  readonly state: EditorState;
  readonly scroll: StateEffect<unknown>;
}

/** Posts whose editor state is kept, so that coming back loses nothing. */
export class VisitedPosts {
  readonly #atMost: number;
  readonly #posts = new Map<PostId, VisitedPost>();

  /** `atMost`: how many posts are kept; the one left longest ago goes first. */
  constructor(atMost = 40) {
    this.#atMost = atMost;
  }

  leave(id: PostId, post: VisitedPost): void {
    this.#posts.delete(id);
    this.#posts.set(id, post);
    const [oldest] = this.#posts.keys();
    if (this.#posts.size > this.#atMost && oldest !== undefined) this.#posts.delete(oldest);
  }

  /** The post as it was left, unless its text has become another since. */
  comeBack(id: PostId, body: Text): VisitedPost | undefined {
    const post = this.#posts.get(id);
    this.#posts.delete(id);
    return post?.state.doc.eq(body) === true ? post : undefined;
  }
}
