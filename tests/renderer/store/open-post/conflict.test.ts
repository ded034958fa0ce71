import { beforeEach, describe, expect, it } from 'vitest';
import type { PostId } from '../../../../core/post/types.ts';
import { createOpenPostStore } from '../../../../renderer/store/open-post.ts';
import type { OpenPostStore } from '../../../../renderer/store/open-post.ts';
import { fakeClock, settled } from '../../../helpers/fake-clock.ts';
import type { FakeClock } from '../../../helpers/fake-clock.ts';
import { fakeMain, versionOf } from '../../../helpers/fake-main.ts';
import type { FakeMain } from '../../../helpers/fake-main.ts';
import { type } from '../../../helpers/writer.ts';

const id = 'ferry.md' as PostId;
const other = 'harbour.md' as PostId;
const head = '---\ntitle: The ferry\n---\n';
const text = `${head}It leaves at noon.\n`;

let clock: FakeClock;
let main: FakeMain;
let store: OpenPostStore;

beforeEach(async () => {
  clock = fakeClock();
  main = fakeMain();
  main.put(id, text);
  main.put(other, 'Boats.\n');
  store = createOpenPostStore({ bridge: main.bridge, dialect: () => 'galley', clock });
  await store.open(id);
});

const body = (): string => store.getState().body.toString();
const save = (): string => store.getState().save.kind;
const named = (name: string): number => main.calls.filter((call) => call.name === name).length;

describe('a change from outside', () => {
  const theirs = `${head}It leaves at one.\n`;

  it('is shown at once when nothing is unsaved', async () => {
    const { visit } = store.getState();
    main.writeOutside(id, theirs);
    await settled();
    expect(body()).toBe('It leaves at one.\n');
    expect(store.getState()).toMatchObject({ visit, save: { kind: 'saved' } });
    type(store, 'x');
    await clock.advance(1000);
    expect(main.file(id)).toBe(`${theirs}x`);
  });

  it('that is our own save is nothing', async () => {
    type(store, 'a');
    await store.flush();
    main.writeOutside(id, main.file(id));
    await settled();
    expect(named('post.open')).toBe(1);
  });

  it('becomes a conflict when something is unsaved; the file is not touched and the journal goes on', async () => {
    type(store, 'mine');
    main.writeOutside(id, theirs);
    await settled();
    expect(store.getState().save).toEqual({
      kind: 'conflict',
      theirs: { text: theirs, version: versionOf(theirs), modifiedAt: 7 },
    });
    type(store, ' too');
    await clock.advance(20_000);
    expect(main.file(id)).toBe(theirs);
    expect(main.recoverable(id)).toBe(`${text}mine too`);
    expect(save()).toBe('conflict');
  });

  it('that is found out by the save is a conflict, too', async () => {
    type(store, 'mine');
    main.writeOutside(id, theirs, false);
    await clock.advance(1000);
    expect(store.getState().save).toMatchObject({ kind: 'conflict', theirs: { text: theirs } });
  });

  it('that is undone outside ends the conflict', async () => {
    type(store, 'mine');
    main.writeOutside(id, theirs);
    await settled();
    main.writeOutside(id, text);
    await clock.advance(1000);
    expect(main.file(id)).toBe(`${text}mine`);
    expect(save()).toBe('saved');
  });

  it('to the very text that is unsaved here ends in agreement', async () => {
    type(store, 'mine');
    main.writeOutside(id, `${text}mine`);
    await settled();
    expect(save()).toBe('saved');
    expect(main.hasJournal(id)).toBe(false);
  });

  it('that deletes the file is a conflict with nothing on the other side', async () => {
    main.writeOutside(id, undefined);
    await settled();
    expect(store.getState().save).toEqual({
      kind: 'conflict',
      theirs: { text: undefined, version: undefined, modifiedAt: undefined },
    });
    expect((await store.keepMine()).ok).toBe(true);
    expect(main.file(id)).toBe(text);
    expect(save()).toBe('saved');
  });

  it('can be answered with mine', async () => {
    type(store, 'mine');
    main.writeOutside(id, theirs);
    await settled();
    expect((await store.keepMine()).ok).toBe(true);
    expect(main.file(id)).toBe(`${text}mine`);
    expect(save()).toBe('saved');
    type(store, '!');
    await clock.advance(1000);
    expect(main.file(id)).toBe(`${text}mine!`);
  });

  it('can be answered with theirs', async () => {
    type(store, 'mine');
    main.writeOutside(id, theirs);
    await settled();
    expect((await store.takeTheirs()).ok).toBe(true);
    expect(body()).toBe('It leaves at one.\n');
    expect(save()).toBe('saved');
    type(store, '!');
    await clock.advance(300);
    expect(main.recoverable(id)).toBe(`${theirs}!`);
  });

  it('that happens again before the answer is shown again', async () => {
    type(store, 'mine');
    main.writeOutside(id, theirs);
    await settled();
    main.writeOutside(id, `${theirs}Or two.\n`, false);
    expect((await store.keepMine()).ok).toBe(false);
    expect(main.file(id)).toBe(`${theirs}Or two.\n`);
    expect(store.getState().save).toMatchObject({ theirs: { text: `${theirs}Or two.\n` } });
  });

  it('loses no key typed while the file is read again', async () => {
    const { call } = main.bridge;
    let reading = false;
    store.dispose();
    store = createOpenPostStore({
      bridge: {
        ...main.bridge,
        call: async (name, args) => {
          const answer = await call(name, args);
          if (name === 'post.open' && reading) type(store, 'mine');
          return answer;
        },
      },
      dialect: () => 'galley',
      clock,
    });
    await store.open(id);
    reading = true;
    main.writeOutside(id, theirs);
    await clock.advance(300);
    expect(save()).toBe('conflict');
    expect(main.file(id)).toBe(theirs);
    expect(main.recoverable(id)).toBe(`${text}mine`);
  });
});

describe('text recovered from the journal', () => {
  const recovered = {
    text: `${text}rescued`,
    position: { anchor: head.length + 2, head: head.length + 4, scrollTop: 120 },
    at: 42,
  };

  it('is shown as unsaved, with the place of the writer, and then saved', async () => {
    main.put(other, text, { recovered: { ...recovered, conflict: false } });
    await store.open(other);
    expect(body()).toBe('It leaves at noon.\nrescued');
    expect(store.getState()).toMatchObject({
      save: { kind: 'dirty' },
      recovered: { at: 42, conflict: false },
      startAt: { position: { anchor: 2, head: 4, scrollTop: 120 } },
    });
    await clock.advance(1000);
    expect(main.file(other)).toBe(recovered.text);
    expect(save()).toBe('saved');
  });

  it('is not saved over a file that it does not extend', async () => {
    main.put(other, 'Another text.\n', { recovered: { ...recovered, conflict: true } });
    await store.open(other);
    await clock.advance(5000);
    expect(main.file(other)).toBe('Another text.\n');
    expect(store.getState().save).toMatchObject({ kind: 'conflict', theirs: { text: 'Another text.\n' } });
    expect((await store.keepMine()).ok).toBe(true);
    expect(main.file(other)).toBe(recovered.text);
  });
});
