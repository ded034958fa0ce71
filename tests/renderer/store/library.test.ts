import { describe, expect, test, vi } from 'vitest';
import { err, ok } from '../../../core/base/result.ts';
import { createLibraryStore } from '../../../renderer/store/library.ts';
import { everyPost } from '../../../renderer/store/post-filter.ts';
import { fakeMain, libraryView, summary } from '../make.ts';

describe('library store', () => {
  test('takes changes over: new, changed and removed posts, and the state', () => {
    const main = fakeMain();
    const store = createLibraryStore(
      main.api,
      libraryView([summary('a.md'), summary('b.md')], { state: 'scanning' }),
    );
    main.send('library.changed', {
      upserted: [summary('b.md', { title: 'New' }), summary('c.md')],
      removed: ['a.md'],
      state: 'ready',
      trashed: 1,
    });
    const { library } = store.getState();
    expect(library?.posts.map((post) => [post.id, post.title])).toEqual([
      ['b.md', 'New'],
      ['c.md', 'c.md'],
    ]);
    expect(library).toMatchObject({ state: 'ready', trashed: 1 });
  });

  test('posts that come while the library is read are drawn together, the last of them at once', () => {
    vi.useFakeTimers();
    const main = fakeMain();
    const store = createLibraryStore(main.api, libraryView([], { state: 'scanning' }));
    const shown = (): number => store.getState().library?.posts.length ?? 0;
    main.send('library.changed', { upserted: [summary('a.md')], removed: [] });
    main.send('library.changed', { upserted: [summary('b.md')], removed: [] });
    expect(shown()).toBe(0);
    vi.advanceTimersByTime(300);
    expect(shown()).toBe(2);
    main.send('library.changed', { upserted: [summary('c.md')], removed: [] });
    main.send('library.changed', { upserted: [], removed: ['a.md'], state: 'ready' });
    expect(store.getState().library?.posts.map((post) => post.id)).toEqual(['b.md', 'c.md']);
    vi.useRealTimers();
  });

  test('a change without posts keeps the list itself, so nothing is drawn anew', () => {
    const main = fakeMain();
    const store = createLibraryStore(main.api, libraryView([summary('a.md')]));
    const before = store.getState().library?.posts;
    main.send('library.changed', { upserted: [], removed: [], trashed: 2 });
    expect(store.getState().library?.posts).toBe(before);
  });

  test('another library begins without filter and renaming', () => {
    const store = createLibraryStore(fakeMain().api, libraryView([]));
    store.setFilter({ text: 'sea', order: 'title' });
    store.setLibrary(libraryView([], { token: 'other' }));
    expect(store.getState()).toMatchObject({ filter: everyPost, renaming: undefined });
  });

  test('clearing the filter keeps the order', () => {
    const store = createLibraryStore(fakeMain().api, libraryView([]));
    store.setFilter({ text: 'sea', order: 'title' });
    store.clearFilter();
    expect(store.getState().filter).toEqual({ ...everyPost, order: 'title' });
  });

  test('keeps what galley.yaml says after an edit, and leaves it after a refusal', async () => {
    const settings = { ...libraryView([]).settings, author: 'mara' };
    let answer: ReturnType<typeof ok> | ReturnType<typeof err> = ok(settings);
    const main = fakeMain({ 'library.edit-settings': () => answer });
    const store = createLibraryStore(main.api, libraryView([]));
    await store.editSettings([{ kind: 'default-author', id: 'mara' }]);
    expect(store.getState().library?.settings.author).toBe('mara');
    answer = err('no-permission', 'galley.yaml cannot be written.');
    expect((await store.editSettings([{ kind: 'default-author', id: 'jo' }])).ok).toBe(false);
    expect(store.getState().library?.settings.author).toBe('mara');
  });

  test('stops listening', () => {
    const main = fakeMain();
    const store = createLibraryStore(main.api, libraryView([]));
    store.dispose();
    main.send('library.progress', { found: 1, read: 1 });
    expect(store.getState().progress).toBeUndefined();
  });
});
