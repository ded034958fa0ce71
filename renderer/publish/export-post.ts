import { err } from '../../core/base/result.ts';
import type { GalleyApi } from '../../core/ipc/contract.ts';
import type { ExportedPage } from '../../core/ipc/types.ts';
import type { PostId } from '../../core/post/types.ts';
import type { NoticeContent, NoticesStore } from '../store/notices.ts';
import type { OpenPostStore } from '../store/open-post-types.ts';
import { counted } from '../ui/counted.ts';

export interface ExportParts {
  readonly bridge: GalleyApi;
  readonly openPost: Pick<OpenPostStore, 'getState' | 'flush'>;
  readonly notices: NoticesStore;
}

/** Saves what is unsaved, asks where the page shall go, writes it and says so. */
export async function exportPost({ bridge, openPost, notices }: ExportParts, id: PostId): Promise<void> {
  if (openPost.getState().id === id) {
    await openPost.flush();
    const { save } = openPost.getState();
    if (save.kind !== 'saved' && save.kind !== 'read-only') {
      notices.fail(notSaved);
      return;
    }
  }
  const answer = await bridge.call('export.html', { id });
  if (!answer.ok) {
    notices.fail(answer.failure);
    return;
  }
  const page = answer.value;
  if (page === undefined) return;
  notices.show(exportNotice(page, () => void bridge.call('export.show', { token: page.token })));
}

const { failure: notSaved } = err(
  'not-saved',
  'Nothing was exported: the last changes are not in the post’s file yet, so the page would lack them.',
  'Answer the message above the editor first.',
);

/** What is said after an export: where the page is, how large, and which images it lacks. */
export function exportNotice(page: ExportedPage, show: () => void): NoticeContent {
  const { leftOut } = page;
  return {
    tone: 'info',
    message: `Exported to ${page.displayPath} (${size(page.bytes)}).`,
    remedy:
      leftOut.length === 0
        ? undefined
        : `${counted(leftOut.length, 'image is', 'images are')} not in the page:`,
    details: leftOut.map(({ url, reason }) => `${url}: ${reason}`),
    actions: [{ label: 'Show in folder', run: show }],
  };
}

function size(bytes: number): string {
  if (bytes < 1000) return counted(bytes, 'byte');
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
