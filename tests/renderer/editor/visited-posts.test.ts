import { EditorState, StateEffect, Text } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import type { PostId } from '../../../core/post/types.ts';
import { recallPlace, rememberPlace } from '../../../renderer/editor/place-memory.ts';
import { VisitedPosts } from '../../../renderer/editor/visited-posts.ts';
import type { VisitedPost } from '../../../renderer/editor/visited-posts.ts';

const scroll = StateEffect.define<null>().of(null);
const post = (doc: string): VisitedPost => ({ state: EditorState.create({ doc }), scroll });
const id = (name: string): PostId => name as PostId;

describe('VisitedPosts', () => {
  it('gives a post back as it was left, once', () => {
    const visited = new VisitedPosts();
    const left = post('one\ntwo');
    visited.leave(id('a.md'), left);
    expect(visited.comeBack(id('a.md'), Text.of(['one', 'two']))).toBe(left);
    expect(visited.comeBack(id('a.md'), Text.of(['one', 'two']))).toBeUndefined();
  });

  it('drops a post whose text is another by now', () => {
    const visited = new VisitedPosts();
    visited.leave(id('a.md'), post('one'));
    expect(visited.comeBack(id('a.md'), Text.of(['changed']))).toBeUndefined();
  });

  it('keeps as many as it is told, the latest ones', () => {
    const visited = new VisitedPosts(2);
    for (const name of ['a', 'b', 'a', 'c']) visited.leave(id(name), post(name));
    expect(visited.comeBack(id('b'), Text.of(['b']))).toBeUndefined();
    expect(visited.comeBack(id('a'), Text.of(['a']))).toBeDefined();
  });
});

describe('the place noted for a crash', () => {
  const shelf = (): Parameters<typeof rememberPlace>[0] => {
    const items = new Map<string, string>();
    return { getItem: (key) => items.get(key) ?? null, setItem: (key, value) => void items.set(key, value) };
  };
  const place = { anchor: 4, head: 9, scrollTop: 120.5 };

  it('is found again for the same post only', () => {
    const one = shelf();
    rememberPlace(one, id('a.md'), place);
    expect(recallPlace(one, id('a.md'))).toEqual(place);
    expect(recallPlace(one, id('b.md'))).toBeUndefined();
    expect(recallPlace(shelf(), id('a.md'))).toBeUndefined();
  });

  it.each(['', 'not json', '{"id":"a.md"}', '[]'])('is ignored when it reads %j', (text) => {
    expect(recallPlace({ getItem: () => text, setItem: () => undefined }, id('a.md'))).toBeUndefined();
  });
});
