import { describe, expect, test } from 'vitest';
import { err, ok } from '../../../core/base/result.ts';
import type { PostId } from '../../../core/post/types.ts';
import { exportNotice, exportPost } from '../../../renderer/publish/export-post.ts';
import { createNoticesStore } from '../../../renderer/store/notices.ts';
import type { OpenPostState } from '../../../renderer/store/open-post-types.ts';
import { fakeMain } from '../make.ts';

const id = 'a.md' as PostId;
const page = { token: 't', displayPath: '~/a.html', bytes: 12_400, leftOut: [] };
const openPost = (save: string) => ({
  getState: () => ({ id, save: { kind: save } }) as unknown as OpenPostState,
  flush: () => Promise.resolve(),
});

describe('exportPost', () => {
  test('says where the page is and shows it there', async () => {
    const main = fakeMain({ 'export.html': () => ok(page) });
    const notices = createNoticesStore();
    await exportPost({ bridge: main.api, openPost: openPost('saved'), notices }, id);
    const [notice] = notices.getState().notices;
    expect(notice?.message).toBe('Exported to ~/a.html (12 kB).');
    notice?.actions?.[0]?.run();
    expect(main.calls.map((call) => call.name)).toEqual(['export.html', 'export.show']);
  });

  test('exports nothing while the file lacks the last words', async () => {
    const main = fakeMain();
    const notices = createNoticesStore();
    await exportPost({ bridge: main.api, openPost: openPost('conflict'), notices }, id);
    expect(main.calls).toEqual([]);
    expect(notices.getState().notices[0]?.tone).toBe('error');
  });

  test('is silent when the dialog was cancelled and says what failed', async () => {
    const notices = createNoticesStore();
    const cancelled = fakeMain({ 'export.html': () => ok(undefined) });
    await exportPost({ bridge: cancelled.api, openPost: openPost('saved'), notices }, id);
    expect(notices.getState().notices).toEqual([]);
    const failed = fakeMain({ 'export.html': () => err('full', 'The disk is full.', 'Make room.') });
    await exportPost({ bridge: failed.api, openPost: openPost('saved'), notices }, id);
    expect(notices.getState().notices[0]).toMatchObject({
      message: 'The disk is full.',
      remedy: 'Make room.',
    });
  });
});

test('exportNotice lists the images that were left out', () => {
  const leftOut = [{ url: 'x.png', reason: 'The file is not there.' }];
  expect(exportNotice({ ...page, leftOut }, () => undefined)).toMatchObject({
    remedy: '1 image is not in the page:',
    details: ['x.png: The file is not there.'],
  });
});
