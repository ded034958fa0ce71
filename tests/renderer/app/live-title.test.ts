import { expect, test } from 'vitest';
import type { PostId } from '../../../core/post/types.ts';
import { showTitleInList } from '../../../renderer/app/live-title.ts';
import { createLibraryStore } from '../../../renderer/store/library.ts';
import { createOpenPostStore } from '../../../renderer/store/open-post.ts';
import { fakeClock } from '../../helpers/fake-clock.ts';
import { fakeMain } from '../../helpers/fake-main.ts';
import { libraryView, summary } from '../make.ts';

const id = 'ferry.md' as PostId;

test('the list has the new title before the file; one that is taken away stays until the file is saved', async () => {
  const main = fakeMain();
  main.put(id, '---\ntitle: The ferry\n---\n\n# Timetable\n');
  const openPost = createOpenPostStore({
    bridge: main.bridge,
    dialect: () => 'galley',
    clock: fakeClock(),
  });
  const library = createLibraryStore(main.bridge, libraryView([summary(id, { title: 'The ferry' })]));
  const stop = showTitleInList({ openPost, library });
  const shown = (): string | undefined => library.find(id)?.title;
  await openPost.open(id);
  openPost.editMeta([{ field: 'title', value: 'The last ferry' }]);
  expect(shown()).toBe('The last ferry');
  expect(main.file(id)).toContain('title: The ferry');
  openPost.editMeta([{ field: 'title', value: undefined }]);
  expect(shown()).toBe('The last ferry');
  stop();
  openPost.editMeta([{ field: 'title', value: 'Unheard' }]);
  expect(shown()).toBe('The last ferry');
  openPost.dispose();
});
