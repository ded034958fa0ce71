import type { PostId, PostSummary } from '../../core/post/types.ts';

/** The summaries of all posts, in memory. It can be thrown away at any time: disk is the truth. */
export class PostIndex {
  readonly #posts = new Map<PostId, PostSummary>();

  /** All summaries, in no particular order. */
  all(): readonly PostSummary[] {
    return [...this.#posts.values()];
  }

  ids(): Iterable<PostId> {
    return this.#posts.keys();
  }

  get(id: PostId): PostSummary | undefined {
    return this.#posts.get(id);
  }

  /** Takes summaries in; answers those that are new or say something else than before. */
  put(summaries: readonly PostSummary[]): readonly PostSummary[] {
    const changed = summaries.filter(
      (summary) => JSON.stringify(this.#posts.get(summary.id)) !== JSON.stringify(summary),
    );
    for (const summary of changed) this.#posts.set(summary.id, summary);
    return changed;
  }

  /** Takes posts out; answers those that were there. */
  remove(ids: readonly PostId[]): readonly PostId[] {
    return ids.filter((id) => this.#posts.delete(id));
  }
}
