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
    getState: () => ({ id: current, save: { kind: save } }) as unknown as OpenPostState,
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
