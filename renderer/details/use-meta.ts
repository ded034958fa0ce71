import { useCallback } from 'react';
import type { MetaEdit } from '../../core/post/types.ts';
import type { NoticesStore } from '../store/notices.ts';
import type { OpenPostStore } from '../store/open-post-types.ts';

/** Changes what the open post says of itself; a refusal becomes a notice. Answers whether it was done. */
export type EditMeta = (...edits: readonly MetaEdit[]) => boolean;

/** The one way of the form into the post. */
export function useEditMeta(openPost: OpenPostStore, notices: NoticesStore): EditMeta {
  return useCallback(
    (...edits) => {
      const answer = openPost.editMeta(edits);
      if (!answer.ok) notices.fail(answer.failure);
      return answer.ok;
    },
    [openPost, notices],
  );
}
