import { beforeEach, describe, expect, test } from 'vitest';
import { err, ok } from '../../../core/base/result.ts';
import type { Result } from '../../../core/base/result.ts';
import type { PostId } from '../../../core/post/types.ts';
import { createLibraryStore } from '../../../renderer/store/library.ts';
import { createNoticesStore } from '../../../renderer/store/notices.ts';
import type { OpenHow, OpenPostState } from '../../../renderer/store/open-post-types.ts';
import { createPostActions } from '../../../renderer/store/post-actions.ts';
import { fakeMain, libraryView, summary } from '../make.ts';

const id = (text: string): PostId => text as PostId;
const posts = ['a.md', 'b.md', 'c.md'].map((name, at) => summary(name, { modifiedAt: 10 - at }));

interface Steps {
  steps: string[];
}

/** The actions over a recorded open post that is `open` and whose saving ends in `save`. */
function make(
  open: string | undefined,
  save: OpenPostState['save']['kind'],
  answers: Record<string, () => Result<unknown>>,
  title?: string,
) {
  const log: Steps = { steps: [] };
  let current = open;
  const main = fakeMain(
    Object.fromEntries(
      Object.entries(answers).map(([name, answer]) => [
        name,
        () => {
          log.steps.push(name);
          return answer();
        },
      ]),
    ),
  );
  const openPost = {
    getState: () =>
      ({ id: current, save: { kind: save }, post: { meta: { title } } }) as unknown as OpenPostState,
    open: (next: PostId, how?: OpenHow) => {
      const was = how !== undefined && 'renamedFrom' in how ? `, which was ${how.renamedFrom}` : '';
      log.steps.push(`open ${next}${was}`);
      current = next;
      return Promise.resolve(ok(undefined));
    },
    forget: () => {
      log.steps.push('forget');
      current = undefined;
    },
    flush: () => {
      log.steps.push('flush');
      return Promise.resolve();
    },
  };
  const library = createLibraryStore(main.api, libraryView(posts));
  const notices = createNoticesStore();
  return {
    log,
    notices,
    library,
    actions: createPostActions({ bridge: main.api, library, openPost, notices }),
  };
}

describe('trash', () => {
  const answers = {
    'post.trash': () => ok({ entry: 'entry-1' }),
    'trash.restore': () => ok({ id: id('b.md') }),
  };

  test('saves, leaves, moves, and shows the next post', async () => {
    const { actions, log } = make('b.md', 'saved', answers);
    await actions.trash(id('b.md'));
    expect(log.steps).toEqual(['flush', 'forget', 'post.trash', 'open c.md']);
  });

  test('another post than the open one is moved without a word to the open one', async () => {
    const { actions, log } = make('a.md', 'saved', answers);
    await actions.trash(id('b.md'));
    expect(log.steps).toEqual(['post.trash']);
  });

  test('offers to undo', async () => {
    const { actions, log, notices } = make('a.md', 'saved', answers);
    await actions.trash(id('b.md'));
    const [notice] = notices.getState().notices;
    expect(notice?.message).toBe('“b.md” is in the trash.');
    notice?.actions?.[0]?.run();
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(log.steps).toEqual(['post.trash', 'trash.restore', 'open b.md']);
  });

  test.each(['conflict', 'failed', 'memory-only'] as const)(
    'does not move a post whose text is not in its file (%s)',
    async (save) => {
      const { actions, log, notices } = make('b.md', save, answers);
      await actions.trash(id('b.md'));
      expect(log.steps).toEqual(['flush']);
      expect(notices.getState().notices[0]?.tone).toBe('error');
    },
  );

  test('comes back to the post when it could not be moved', async () => {
    const { actions, log, notices } = make('b.md', 'saved', {
      'post.trash': () => err('no-permission', 'The folder cannot be written.'),
    });
    await actions.trash(id('b.md'));
    expect(log.steps).toEqual(['flush', 'forget', 'post.trash', 'open b.md']);
    expect(notices.getState().notices[0]?.message).toBe('The folder cannot be written.');
  });
});

describe('create, rename, duplicate', () => {
  let made = id('untitled-post.md');
  beforeEach(() => {
    made = id('untitled-post.md');
  });

  test('a new post is opened and every filter that could hide it is gone', async () => {
    const { actions, log, library } = make('a.md', 'saved', { 'post.create': () => ok({ id: made }) });
    library.setFilter({ text: 'sea' });
    expect(await actions.create()).toBe(made);
    expect(log.steps).toEqual(['flush', 'post.create', 'open untitled-post.md']);
    expect(library.getState().filter.text).toBe('');
  });

  test('a new post that cannot be made says why', async () => {
    const { actions, notices } = make('a.md', 'saved', {
      'post.create': () => err('full', 'The disk is full.'),
    });
    expect(await actions.create()).toBeUndefined();
    expect(notices.getState().notices[0]?.message).toBe('The disk is full.');
  });

  test('the open post is saved before it is renamed and shown under its new name', async () => {
    const { actions, log } = make('a.md', 'saved', { 'post.rename': () => ok({ id: id('z.md') }) });
    expect(await actions.rename(id('a.md'), 'z')).toEqual(ok('z.md'));
    expect(log.steps).toEqual(['flush', 'post.rename', 'open z.md, which was a.md']);
  });

  test('a post in conflict is not renamed', async () => {
    const { actions, log } = make('a.md', 'conflict', { 'post.rename': () => ok({ id: id('z.md') }) });
    expect((await actions.rename(id('a.md'), 'z')).ok).toBe(false);
    expect(log.steps).toEqual(['flush']);
  });

  test('a copy is of what was written last', async () => {
    const { actions, log } = make('a.md', 'saved', { 'post.duplicate': () => ok({ id: id('a-2.md') }) });
    await actions.duplicate(id('a.md'));
    expect(log.steps).toEqual(['flush', 'post.duplicate', 'open a-2.md']);
  });
});

describe('a post that was begun without a title', () => {
  const answers = { 'post.rename': () => ok({ id: id('ferries.md') }) };

  test('takes the name of its title once it is left', async () => {
    const { actions, log } = make('posts/untitled-post-2.md', 'saved', answers, 'Ferries');
    await actions.open(id('b.md'));
    expect(log.steps).toEqual(['flush', 'open b.md', 'post.rename']);
  });

  test.each([
    ['it still has no title', 'untitled-post.md', 'saved', 'Untitled post'],
    ['its title was taken away', 'untitled-post.md', 'saved', undefined],
    ['the person named it', 'my-untitled-post.md', 'saved', 'Ferries'],
  ] as const)('keeps its name when %s', async (_why, name, save, title) => {
    const { actions, log } = make(name, save, answers, title);
    await actions.open(id('b.md'));
    expect(log.steps).toEqual(['open b.md']);
  });

  test('keeps its name while its text is not in the file', async () => {
    const { actions, log } = make('untitled-post.md', 'conflict', answers, 'Ferries');
    await actions.open(id('b.md'));
    expect(log.steps).toEqual(['flush', 'open b.md']);
  });

  test('keeps its name when it is opened again', async () => {
    const { actions, log } = make('untitled-post.md', 'saved', answers, 'Ferries');
    await actions.open(id('untitled-post.md'));
    expect(log.steps).toEqual(['open untitled-post.md']);
  });

  test('is renamed once when the person gives it a name', async () => {
    const { actions, log } = make('untitled-post.md', 'saved', answers, 'Ferries');
    await actions.rename(id('untitled-post.md'), 'Boats');
    expect(log.steps).toEqual(['flush', 'post.rename', 'open ferries.md, which was untitled-post.md']);
  });
});
