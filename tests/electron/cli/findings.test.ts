import { describe, expect, test } from 'vitest';
import type { ImageDescription } from '../../../core/ipc/types.ts';
import { readSettings } from '../../../core/library/read-settings.ts';
import { toPostId } from '../../../core/post/post-id.ts';
import { readPost } from '../../../core/post/read-post.ts';
import type { PostId } from '../../../core/post/types.ts';
import { findingsOf } from '../../../electron/cli/findings.ts';

const { settings } = readSettings(`
authors: [{ id: ines, name: Ines }]
categories: [{ name: Short Notes, slug: notes }]
`);

function lines(text: string, images: readonly ImageDescription[] = []): readonly string[] {
  const post = readPost(toPostId('a.md') as PostId, text, 'galley');
  return findingsOf(post, settings, images).map(({ line, message }) => `${line}: ${message}`);
}

describe('findingsOf', () => {
  test('a post that names what there is has nothing wrong', () => {
    expect(lines('---\nauthor: ines\ncategory: Short Notes\n---\nWords.\n')).toEqual([]);
    expect(lines('---\nauthor: ines\ncategory: notes\n---\nWords.\n')).toEqual([]);
    expect(lines('Words.\n')).toEqual([]);
  });

  test('an unknown name is found on its own line, not where the word stands first', () => {
    expect(lines('---\ntitle: tom\nauthor: tom\n---\n')).toEqual([
      '3: The author “tom” is not in galley.yaml.',
    ]);
    expect(lines('---\ntitle: tom\nauthor:\n  - ines\n  - tom\n---\n')).toEqual([
      '5: The author “tom” is not in galley.yaml.',
    ]);
    expect(lines('+++\ntitle = "Sport"\ncategories = ["Sport"]\n+++\n')).toEqual([
      '3: The category “Sport” is not in galley.yaml.',
    ]);
  });

  test('an unknown profile is found once, also when it is the author', () => {
    expect(lines('---\nauthor: tom\nprofile: tom\n---\n')).toHaveLength(1);
    expect(lines('---\nauthor: ines\nprofile: tom\n---\n')).toEqual([
      '3: The author “tom” is not in galley.yaml.',
    ]);
  });

  test('an image is found where it stands, however its address is spelled', () => {
    const refused = (url: string) => ({ url, kind: 'refused', reason: `“${url}” was not found.` }) as const;
    expect(lines('---\ntitle: A\n---\n\n![x](<my map.png>)\n', [refused('my%20map.png')])).toEqual([
      '5: An image cannot be used: “my%20map.png” was not found.',
    ]);
    expect(lines('Words.\n', [refused('100%.png')])).toEqual([
      '1: An image cannot be used: “100%.png” was not found.',
    ]);
  });

  test('images that are there, or on other hosts, are fine', () => {
    const images: readonly ImageDescription[] = [
      { url: 'a.png', kind: 'image', src: 'x', width: 1, height: 1 },
      { url: 'https://far.example/b.png', kind: 'remote' },
    ];
    expect(lines('![a](a.png) ![b](https://far.example/b.png)\n', images)).toEqual([]);
  });

  test('what is wrong comes in the order of the lines', () => {
    const found = lines('---\ncategory: Sport\nauthor: tom\ndate: someday\n---\n');
    expect(found.map((line) => line.split(':')[0])).toEqual(['2', '3', '4']);
  });
});
