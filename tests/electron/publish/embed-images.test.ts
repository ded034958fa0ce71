import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { toPostId } from '../../../core/post/post-id.ts';
import type { PostId } from '../../../core/post/types.ts';
import { embedImages } from '../../../electron/publish/embed-images.ts';
import { removeFolder, tempFolder } from '../../helpers/temp-folder.ts';

/** A picture of 2 by 1 pixels. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAADklEQVR42mP4z8DwHwQBEPgD/U6VwW8AAAAASUVORK5CYII=',
  'base64',
);

let root: string;
const id = toPostId('sub/post.md') as PostId;

beforeEach(() => {
  root = path.join(tempFolder(), 'library');
  mkdirSync(path.join(root, 'sub'), { recursive: true });
});

afterEach(() => removeFolder(path.dirname(root)));

describe('embedImages', () => {
  test('embeds what lies beside the post and under the root, with its pixels', async () => {
    writeFileSync(path.join(root, 'sub/a.png'), png);
    writeFileSync(path.join(root, 'face.png'), png);
    const resolve = await embedImages(root, id, ['a.png', 'library:face.png', '/face.png']);
    const expected = {
      kind: 'image',
      src: `data:image/png;base64,${png.toString('base64')}`,
      width: 2,
      height: 1,
    };
    expect(resolve('a.png')).toEqual(expected);
    expect(resolve('library:face.png')).toEqual(expected);
    expect(resolve('/face.png')).toEqual(expected);
  });

  test('leaves out what is remote, missing, no image, or outside the library', async () => {
    writeFileSync(path.join(root, '../secret.png'), png);
    symlinkSync('../../secret.png', path.join(root, 'sub/link.png'));
    writeFileSync(path.join(root, 'sub/text.png'), 'not a picture');
    const urls = ['https://far.example/a.png', 'gone.png', 'text.png', '../../secret.png', 'link.png'];
    const resolve = await embedImages(root, id, urls);
    expect(resolve('https://far.example/a.png')).toEqual({
      kind: 'remote',
      url: 'https://far.example/a.png',
    });
    for (const url of urls.slice(1)) {
      expect(resolve(url)).toEqual({ kind: 'refused', reason: expect.stringContaining(url) as string });
    }
    expect(JSON.stringify(urls.map(resolve))).not.toContain(path.dirname(root));
  });

  test('keeps an image that is written into the post', async () => {
    const url = `data:image/png;base64,${png.toString('base64')}`;
    expect((await embedImages(root, id, [url]))(url)).toMatchObject({ kind: 'image', src: url });
  });

  test('knows nothing of images that it was not asked for', async () => {
    expect((await embedImages(root, id, []))('a.png')).toMatchObject({ kind: 'refused' });
  });
});
