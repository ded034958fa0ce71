import { beforeEach, describe, expect, it } from 'vitest';
import type { PostId } from '../../../../core/post/types.ts';
import { createOpenPostStore } from '../../../../renderer/store/open-post.ts';
import type { OpenPostStore } from '../../../../renderer/store/open-post.ts';
import { fakeClock, settled } from '../../../helpers/fake-clock.ts';
import type { FakeClock } from '../../../helpers/fake-clock.ts';
import { fakeMain, refused, unanswered } from '../../../helpers/fake-main.ts';
import type { FakeMain } from '../../../helpers/fake-main.ts';
import { edit, type } from '../../../helpers/writer.ts';

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

describe('opening', () => {
  it('parts the front matter from the body', async () => {
    const state = store.getState();
    expect(state).toMatchObject({ status: 'open', id, head, save: { kind: 'saved' }, recovered: undefined });
    expect(body()).toBe('It leaves at noon.\n');
    expect(state.post?.meta.title).toBe('The ferry');
    await clock.advance(1);
    expect(store.getState().counts).toEqual({ words: 4, minutes: 1 });
  });

  it('shows the body from after the blank line below the front matter, and keeps that line', async () => {
    main.put(other, `${head}\nBoats.\n`);
    await store.open(other);
    expect(body()).toBe('Boats.\n');
    edit(store, { from: 0, to: 0, insert: 'Two ' });
    expect(store.editMeta([{ field: 'title', value: 'The pier' }]).ok).toBe(true);
    expect(store.replaceHead(store.getState().head.replace('pier', 'quay')).ok).toBe(true);
    expect(body()).toBe('Two Boats.\n');
    await store.flush();
    expect(main.file(other)).toBe('---\ntitle: The quay\n---\n\nTwo Boats.\n');
  });

  it('begins at the line asked for', async () => {
    await store.open(other, { line: 3 });
    expect(store.getState().startAt).toEqual({ line: 3 });
  });

  it('knows a renamed post’s name from before until the next one is opened', async () => {
    await store.open(other, { renamedFrom: id });
    expect(store.getState()).toMatchObject({ id: other, renamedFrom: id, startAt: undefined });
    await store.open(id);
    expect(store.getState().renamedFrom).toBeUndefined();
  });

  it('says why a post could not be opened, and forgets the one before', async () => {
    const before = store.getState().visit;
    const answer = await store.open('nowhere.md' as PostId);
    expect(answer.ok).toBe(false);
    expect(store.getState()).toMatchObject({ status: 'failed', failure: { code: 'gone' }, head: '' });
    expect(store.getState().visit).toBeGreaterThan(before);
  });

  it('stays in a post that is asked for again before it was left, and takes edits there', async () => {
    const { visit } = store.getState();
    const away = store.open(other);
    const back = store.open(id);
    await Promise.all([away, back]);
    expect(store.getState()).toMatchObject({ status: 'open', id, visit });
    type(store, 'It is late. ');
    await clock.advance(2000);
    expect(main.file(id)).toContain('It is late.');
  });

  it('asks once for a post that is asked for twice', async () => {
    await Promise.all([store.open(other), store.open(other)]);
    const before = named('post.open');
    await store.open(other);
    expect(named('post.open')).toBe(before);
    expect(store.getState()).toMatchObject({ status: 'open', id: other });
  });

  it('shows the post that was asked for last, whatever is answered first', async () => {
    const first = store.open(other);
    const second = store.open(id);
    await Promise.all([first, second]);
    expect(store.getState()).toMatchObject({ status: 'open', id });
  });

  it('saves the post that is left', async () => {
    type(store, 'And at six.\n');
    await store.open(other);
    expect(main.file(id)).toBe(`${text}And at six.\n`);
    expect(body()).toBe('Boats.\n');
  });

  it('takes no edits while another post is on its way', async () => {
    main.interfere('post.open', unanswered);
    void store.open(other);
    await settled();
    expect(store.getState().status).toBe('loading');
    type(store, 'lost?');
    expect(body()).toBe('It leaves at noon.\n');
    expect(store.editMeta([{ field: 'title', value: 'x' }]).ok).toBe(false);
  });
});

describe('saving', () => {
  it('journals within a quarter of a second and saves within a second', async () => {
    type(store, 'And at six.\n');
    expect(save()).toBe('dirty');
    await clock.advance(250);
    expect(main.recoverable(id)).toBe(`${text}And at six.\n`);
    expect(main.file(id)).toBe(text);
    await clock.advance(750);
    expect(main.file(id)).toBe(`${text}And at six.\n`);
    expect(main.hasJournal(id)).toBe(false);
    expect(store.getState().save).toEqual({ kind: 'saved', at: clock.now() });
  });

  it('states the truth while the save is under way', async () => {
    main.interfere('post.save', unanswered);
    type(store, 'a');
    await clock.advance(1000);
    expect(save()).toBe('saving');
  });

  it('journals edits of the head and of the body in coordinates of the whole text', async () => {
    store.setPosition({ anchor: 2, head: 3, scrollTop: 40 });
    edit(store, { from: 0, to: 2, insert: 'She' });
    expect(store.editMeta([{ field: 'title', value: 'The late ferry' }]).ok).toBe(true);
    type(store, 'x');
    await clock.advance(250);
    expect(main.recoverable(id)).toBe('---\ntitle: The late ferry\n---\nShe leaves at noon.\nx');
    const entry = main.calls.find((call) => call.name === 'journal.append')?.args;
    const shift = '---\ntitle: The late ferry\n---\n'.length;
    expect(entry).toMatchObject({ position: { anchor: 2 + shift, head: 3 + shift, scrollTop: 40 } });
  });

  it('keeps every line end that was not touched', async () => {
    main.put(other, 'one\r\ntwo\nthree\r\n');
    await store.open(other);
    expect(body()).toBe('one\ntwo\nthree\n');
    edit(store, { from: 0, to: 3, insert: 'eins\nzwei' });
    type(store, 'end\n');
    await store.flush();
    expect(main.file(other)).toBe('eins\r\nzwei\r\ntwo\nthree\r\nend\r\n');
  });

  it('writes nothing when undoing led back to the text of the file', async () => {
    type(store, 'a');
    await clock.advance(300);
    const at = body().length;
    edit(store, { from: at - 1, to: at, insert: '' });
    await clock.advance(2000);
    expect(named('post.save')).toBe(0);
    expect(main.hasJournal(id)).toBe(false);
    expect(save()).toBe('saved');
  });

  it('saves what is typed during a save in the next one', async () => {
    type(store, 'a');
    const saving = store.flush();
    await Promise.resolve();
    type(store, 'b');
    await saving;
    await clock.advance(1000);
    expect(main.file(id)).toBe(`${text}ab`);
    expect(save()).toBe('saved');
  });

  it('counts words soon after a change', async () => {
    type(store, 'And at six.\n');
    await clock.advance(500);
    expect(store.getState().counts.words).toBe(7);
    type(store, 'On Sundays at ten.\n');
    await store.open(other);
    type(store, 'Ropes.\n');
    await clock.advance(500);
    expect(store.getState().counts.words).toBe(2);
  });
});

describe('when the file cannot be written', () => {
  beforeEach(async () => {
    main.interfere('post.save', refused('no-space'));
    type(store, 'a');
    await clock.advance(1000);
  });

  it('says so, and that the journal has the words', () => {
    expect(store.getState().save).toMatchObject({
      kind: 'failed',
      failure: { code: 'no-space' },
      journaled: true,
    });
    expect(main.recoverable(id)).toBe(`${text}a`);
  });

  it('tries again by itself and at the next change', async () => {
    await clock.advance(2000);
    expect(named('post.save')).toBe(2);
    main.interfere('post.save', undefined);
    type(store, 'b');
    await clock.advance(1000);
    expect(main.file(id)).toBe(`${text}ab`);
    expect(save()).toBe('saved');
  });

  it('can be left, for the journal has the words', async () => {
    expect((await store.open(other)).ok).toBe(true);
    expect(main.recoverable(id)).toBe(`${text}a`);
  });

  it('says within a second that the words are only in memory when the journal fails, too', async () => {
    main.interfere('journal.append', refused('journal-failed'));
    type(store, 'b');
    await clock.advance(1000);
    expect(store.getState().save).toMatchObject({ kind: 'memory-only', failure: { code: 'no-space' } });
    expect((await store.open(other)).ok).toBe(false);
    expect(store.getState().id).toBe(id);
    main.interfere('journal.append', undefined);
    await clock.advance(5000);
    expect(store.getState().save).toMatchObject({ kind: 'failed', journaled: true });
    expect(main.recoverable(id)).toBe(`${text}ab`);
  });
});

describe('when nothing answers', () => {
  it('says within a second that the words are only in memory', async () => {
    main.interfere('journal.append', unanswered);
    main.interfere('post.save', unanswered);
    type(store, 'a');
    await clock.advance(1000);
    expect(save()).toBe('memory-only');
  });

  it('saves the file early when only the journal fails', async () => {
    main.interfere('journal.append', refused('journal-failed'));
    type(store, 'a');
    await clock.advance(750);
    expect(main.file(id)).toBe(`${text}a`);
    expect(save()).toBe('saved');
  });
});

describe('front matter', () => {
  it('is changed by span and read again', async () => {
    expect(store.editMeta([{ field: 'category', value: 'Travel' }]).ok).toBe(true);
    expect(store.getState().post?.meta.category).toBe('Travel');
    expect(body()).toBe('It leaves at noon.\n');
    await store.flush();
    expect(main.file(id)).toContain('title: The ferry\n');
  });

  it('is made when there is none', async () => {
    await store.open(other);
    expect(store.editMeta([{ field: 'title', value: 'Boats' }]).ok).toBe(true);
    await store.flush();
    expect(main.file(other)).toMatch(/^---\ntitle: Boats\n---\n\n?Boats\.\n$/);
  });

  it('can be replaced as a whole, but not so that the text would become part of it', async () => {
    expect(store.replaceHead('---\ntitle: Late\n---').ok).toBe(true);
    expect(store.getState().head).toBe('---\ntitle: Late\n---\n');
    const refusal = store.replaceHead('---\ntitle: Late\n');
    expect(refusal).toMatchObject({ ok: false, failure: { code: 'fence' } });
    expect(store.getState().head).toBe('---\ntitle: Late\n---\n');
    expect(store.replaceHead('').ok).toBe(true);
    await store.flush();
    expect(main.file(id)).toBe('It leaves at noon.\n');
  });
});

describe('a post that cannot be written', () => {
  it('is read only and says why', async () => {
    const reason = { code: 'not-utf-8', message: 'It is not UTF-8.', remedy: 'Convert it.' } as const;
    main.put(other, text, { readOnly: reason });
    await store.open(other);
    type(store, 'x');
    expect(body()).toBe('It leaves at noon.\n');
    expect(store.getState().save).toEqual({ kind: 'read-only', reason });
  });
});

describe('leaving', () => {
  it('closes a saved post', async () => {
    type(store, 'a');
    expect((await store.close()).ok).toBe(true);
    expect(store.getState()).toMatchObject({ status: 'none', id: undefined });
    expect(main.file(id)).toBe(`${text}a`);
    expect(clock.waiting()).toBe(0);
  });

  it('forgets a post without saving it', async () => {
    type(store, 'a');
    store.forget();
    await clock.advance(20_000);
    expect(main.file(id)).toBe(text);
    expect(store.getState().status).toBe('none');
  });

  it('offers the text as it would be written', async () => {
    type(store, 'a');
    expect(await store.saveCopy()).toEqual({ ok: true, value: { displayPath: '~/copy.md' } });
    expect(main.calls.at(-1)).toEqual({ name: 'post.save-as', args: { id, text: `${text}a` } });
  });
});
