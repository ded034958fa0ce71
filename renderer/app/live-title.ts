import type { LibraryStore } from '../store/library.ts';
import type { OpenPostStore } from '../store/open-post-types.ts';

interface LiveTitleParts {
  readonly openPost: Pick<OpenPostStore, 'subscribe'>;
  readonly library: Pick<LibraryStore, 'find' | 'upsert'>;
}

/** Shows a changed title of the open post in the list before its file has it; the answer stops that. */
export function showTitleInList({ openPost, library }: LiveTitleParts): () => void {
  return openPost.subscribe(({ status, post }, before) => {
    if (status !== 'open' || post === undefined || post === before.post) return;
    const { title } = post.meta;
    const known = library.find(post.id);
    if (title !== undefined && known !== undefined && known.title !== title) {
      library.upsert({ ...known, title });
    }
  });
}
