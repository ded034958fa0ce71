import { mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { jpegImage, pngImage } from './image-samples.ts';
import { post, value } from './library-values.ts';
import { openTestLibrary } from './open-test-library.ts';
import { listFiles, writeFiles } from './temp-folder.ts';

describe('importing an image', () => {
  async function library() {
    return openTestLibrary({
      'sub/my post.md': '',
      '../downloads/Große Reise (1).PNG': pngImage(2, 3),
      '../downloads/other/Große Reise (1).PNG': pngImage(4, 5),
      '../downloads/photo.txt': jpegImage(6, 7),
      '../downloads/words.png': 'not a picture',
    });
  }
  const id = post('sub/my post.md');

  it('copies it beside the post under a plain name, and the post can show it', async () => {
    const test = await library();
    const file = path.join(test.outer, 'downloads', 'Große Reise (1).PNG');
    const { path: url } = value(await test.library.importImage(id, file));
    expect(url).toBe('assets/my%20post/grosse-reise-1.png');
    expect(await listFiles(test.root)).toEqual(['sub/assets/my post/grosse-reise-1.png', 'sub/my post.md']);
    expect(value(await test.library.describeImages(id, [url]))).toMatchObject([
      { kind: 'image', width: 2, height: 3 },
    ]);
    expect(value(await test.library.readImage(id, url)).mediaType).toBe('image/png');
  });

  it('is done once for the same picture, and never replaces another', async () => {
    const test = await library();
    const downloads = path.join(test.outer, 'downloads');
    const first = path.join(downloads, 'Große Reise (1).PNG');
    const urls = [
      value(await test.library.importImage(id, first)).path,
      value(await test.library.importImage(id, first)).path,
      value(await test.library.importImage(id, path.join(downloads, 'other', 'Große Reise (1).PNG'))).path,
    ];
    expect(urls.map((url) => path.posix.basename(url))).toEqual([
      'grosse-reise-1.png',
      'grosse-reise-1.png',
      'grosse-reise-1-2.png',
    ]);
  });

  it('goes by the content, not by the name', async () => {
    const test = await library();
    const downloads = path.join(test.outer, 'downloads');
    expect(value(await test.library.importImage(id, path.join(downloads, 'photo.txt'))).path).toMatch(
      /photo\.jpg$/,
    );
    for (const name of ['words.png', 'missing.png', 'other']) {
      expect(await test.library.importImage(id, path.join(downloads, name))).toMatchObject({ ok: false });
    }
  });

  it('does not follow a link out of the library', async () => {
    const test = await library();
    await mkdir(path.join(test.outer, 'out'));
    await symlink('../../out', path.join(test.root, 'sub', 'assets'));
    const file = path.join(test.outer, 'downloads', 'photo.txt');
    expect(await test.library.importImage(id, file)).toMatchObject({ ok: false });
    expect(await listFiles(path.join(test.outer, 'out'))).toEqual([]);
    await writeFiles(test.root, { 'b.md': '' });
    expect((await test.library.importImage(post('b.md'), file)).ok).toBe(true);
  });
});
