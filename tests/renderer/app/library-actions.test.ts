import { expect, test } from 'vitest';
import { createLibraryActions } from '../../../renderer/app/library-actions.ts';
import { createLibraryStore } from '../../../renderer/store/library.ts';
import { createNoticesStore } from '../../../renderer/store/notices.ts';
import { createOpenPostStore } from '../../../renderer/store/open-post.ts';
import { createPostActions } from '../../../renderer/store/post-actions.ts';
import { fakeClock } from '../../helpers/fake-clock.ts';
import { fakeMain } from '../../helpers/fake-main.ts';
import { libraryView, summary } from '../make.ts';

const older = summary('older.md', { date: '2026-01-01T09:00:00Z' });
const newer = summary('newer.md', { date: '2026-02-01T09:00:00Z' });

function makeWindow() {
  const main = fakeMain();
  main.put(older.id, 'Older.\n');
  main.put(newer.id, 'Newer.\n');
  const { bridge } = main;
  const openPost = createOpenPostStore({ bridge, dialect: () => 'galley', clock: fakeClock() });
  const library = createLibraryStore(bridge, undefined);
  const notices = createNoticesStore();
  const posts = createPostActions({ bridge, library, openPost, notices });
  const actions = createLibraryActions({ bridge, library, openPost, posts, notices });
  const read = () => main.emit('library.changed', { upserted: [older, newer], removed: [], state: 'ready' });
  return { actions, openPost, posts, read };
}

const scanning = { ...libraryView([]), state: 'scanning' as const };

test('a library that is still being read opens on its newest post once that is known', async () => {
  const { actions, openPost, read } = makeWindow();
  await actions.present(scanning, undefined);
  expect(openPost.getState().status).toBe('none');
  read();
  await expect.poll(() => openPost.getState().id).toBe(newer.id);
});

test('a post that was chosen while the library was read stays', async () => {
  const { actions, openPost, posts, read } = makeWindow();
  await actions.present(scanning, undefined);
  await posts.open(older.id);
  read();
  await Promise.resolve();
  expect(openPost.getState().id).toBe(older.id);
});
