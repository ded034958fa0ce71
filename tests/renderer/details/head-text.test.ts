import { describe, expect, test } from 'vitest';
import { readPost } from '../../../core/post/read-post.ts';
import type { PostId } from '../../../core/post/types.ts';
import {
  endsEarly,
  isUnclosed,
  isUnreadable,
  joinHead,
  splitHead,
} from '../../../renderer/details/head-text.ts';

function split(text: string) {
  const post = readPost('a.md' as PostId, text, 'galley');
  const head = text.slice(0, post.bodyFrom);
  return { post, head, parts: splitHead(post, head) };
}

describe('splitHead and joinHead', () => {
  test.each([
    '---\ntitle: One\n# note\n---\nBody',
    '+++\ntitle = "One"\n+++\n\nBody',
    '---\n---\nBody',
    '---\n\n---\nBody',
  ])('keep every byte of %j', (text) => {
    const { head, parts } = split(text);
    expect(joinHead(parts, parts.content, true)).toBe(head);
  });

  test('show what stands between the fences', () => {
    expect(split('+++\ntitle = "One"\n+++\nBody').parts).toMatchObject({
      format: 'toml',
      content: 'title = "One"',
    });
  });

  test('a post without front matter gets fences with its first character', () => {
    const { head, parts } = split('Body');
    expect(joinHead(parts, 'title: One', head !== '')).toBe('---\ntitle: One\n---\n');
    expect(joinHead(parts, '', head !== '')).toBe('');
  });
});

test('endsEarly sees a fence among the lines', () => {
  expect(endsEarly('title: One\n---\nx: 1', 'yaml')).toBe(true);
  expect(endsEarly('title: "---"', 'yaml')).toBe(false);
  expect(endsEarly('---', 'toml')).toBe(false);
  expect(endsEarly('+++', 'toml')).toBe(true);
});

describe('isUnreadable', () => {
  test.each([
    ['---\ntitle: "One\n---\n', true],
    ['---\ntitle: One\ntitle: Two\n---\n', true],
    ['+++\ntitle = \n+++\n', true],
    ['---\ntitle: One\n', true],
    ['---\ndate: soon\n---\n', false],
    ['---\ntitle: One\n---\n', false],
    ['Body', false],
  ])('%j: %s', (text, expected) => expect(isUnreadable(split(text).post)).toBe(expected));

  test('front matter that never ends is told apart', () => {
    expect(isUnclosed(split('---\ntitle: One\n').post)).toBe(true);
    expect(isUnclosed(split('---\ntitle: "One\n---\n').post)).toBe(false);
  });
});
