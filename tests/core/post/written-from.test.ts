import { expect, test } from 'vitest';
import { readPost } from '../../../core/post/read-post.ts';
import type { PostId } from '../../../core/post/types.ts';
import { writtenFrom } from '../../../core/post/written-from.ts';

const written = (text: string): string =>
  text.slice(writtenFrom(readPost('ferry.md' as PostId, text, 'galley')));

test.each([
  ['---\ntitle: Ferry\n---\n\nIt leaves.\n', 'It leaves.\n'],
  ['+++\ntitle = "Ferry"\n+++\n\n\nIt leaves.\n', '\nIt leaves.\n'],
  ['---\ntitle: Ferry\n---\nIt leaves.\n', 'It leaves.\n'],
  ['---\ntitle: Ferry\n---\n\n', ''],
  ['---\ntitle: Ferry\n---', ''],
  ['\nNo front matter.\n', '\nNo front matter.\n'],
])('%j is written from %j on', (text, from) => {
  expect(written(text)).toBe(from);
});
