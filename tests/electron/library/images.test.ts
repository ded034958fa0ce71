import { chmod, mkdir, symlink, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { imageFormat } from '../../../electron/library/image-formats/formats.ts';
import { imageReader } from '../../../electron/library/images.ts';
import { avifImage, gifImage, jpegImage, pngImage, webpImage } from './image-samples.ts';
import { post } from './library-values.ts';
import { tempFolder, writeFiles } from './temp-folder.ts';

const svgText = (tag: string): Buffer => Buffer.from(tag, 'utf8');

describe('image formats', () => {
  const cases: readonly [name: string, bytes: Buffer, type: string, width?: number, height?: number][] = [
    ['PNG', pngImage(31, 17), 'image/png', 31, 17],
    ['GIF', gifImage(300, 2), 'image/gif', 300, 2],
    ['JPEG', jpegImage(640, 480), 'image/jpeg', 640, 480],
    ['JPEG lying on its side', jpegImage(640, 480, 6), 'image/jpeg', 480, 640],
    ['lossy WebP', webpImage('lossy', 550, 368), 'image/webp', 550, 368],
    ['lossless WebP', webpImage('lossless', 400, 301), 'image/webp', 400, 301],
    ['extended WebP', webpImage('extended', 70_000, 9), 'image/webp', 70_000, 9],
    ['AVIF', avifImage(1204, 800), 'image/avif', 1204, 800],
    ['turned AVIF', avifImage(1204, 800, true), 'image/avif', 800, 1204],
    ['SVG', svgText('<svg xmlns="x" width="40px" height="20.5"/>'), 'image/svg+xml', 40, 20.5],
    [
      'SVG with a prolog and a viewBox',
      svgText(
        '\ufeff<?xml version="1.0"?>\n<!-- a > b -->\n<!DOCTYPE svg [ <!ENTITY a "b"> ]>\n<svg viewBox="0 0 12 34" width="100%">',
      ),
      'image/svg+xml',
      12,
      34,
    ],
    ['SVG that tells no size', svgText('<svg></svg>'), 'image/svg+xml'],
  ];
  it.each(cases)('%s', (_name, bytes, type, width, height) => {
    const format = imageFormat(bytes);
    expect(format?.mediaType).toBe(type);
    expect(format?.size(bytes)).toEqual(width === undefined ? undefined : { width, height });
  });

  it.each(cases)('%s: no cut of it makes a reader throw', (_name, bytes) => {
    for (let length = 0; length < Math.min(bytes.length, 400); length += 1) {
      const cut = bytes.subarray(0, length);
      const size = imageFormat(cut)?.size(cut);
      expect(size === undefined || size.width > 0).toBe(true);
    }
  });

  it.each([
    ['text', Buffer.from('just words, <svg> among them', 'utf8')],
    ['HTML with an SVG in it', Buffer.from('<html><svg></svg></html>', 'utf8')],
    ['a key', Buffer.from('-----BEGIN OPENSSH PRIVATE KEY-----\n', 'utf8')],
    ['nothing', Buffer.alloc(0)],
    ['another RIFF file', Buffer.from('RIFF\0\0\0\0WAVEfmt ', 'latin1')],
    ['a video', Buffer.from('\0\0\0\u0018ftypisom\0\0\0\0isommp42', 'latin1')],
  ])('%s is no image', (_name, bytes) => {
    expect(imageFormat(bytes)).toBeUndefined();
  });
});

describe('images of a post', () => {
  async function library() {
    const root = path.join(await tempFolder(), 'library');
    await writeFiles(root, {
      'posts/one.md': 'words',
      'posts/assets/one/pic.png': pngImage(3, 4),
      'posts/two words.png': pngImage(5, 6),
      'posts/100%.gif': gifImage(1, 1),
      'assets/site.gif': gifImage(7, 8),
      'static/img/hugo.png': pngImage(9, 10),
      'posts/big-header.jpg': jpegImage(11, 12, 1, 200_000),
      'posts/not-really.png': 'ssh-ed25519 AAAA',
      '../elsewhere.png': pngImage(2, 2),
    });
    return { root, images: imageReader(root) };
  }

  it.each([
    ['assets/one/pic.png', 3, 4],
    ['./assets/one/pic.png?v=2#top', 3, 4],
    ['two%20words.png', 5, 6],
    ['two words.png', 5, 6],
    ['100%.gif', 1, 1],
    ['../assets/site.gif', 7, 8],
    ['/assets/site.gif', 7, 8],
    ['/img/hugo.png', 9, 10],
    ['library:assets/site.gif', 7, 8],
    ['big-header.jpg', 11, 12],
  ])('%s is found under the root', async (url, width, height) => {
    const { images } = await library();
    const id = post('posts/one.md');
    expect(await images.describe(id, [url])).toEqual([
      {
        url,
        kind: 'image',
        width,
        height,
        src: `app://galley/media/posts%2Fone.md/${encodeURIComponent(url)}`,
      },
    ]);
    const read = await images.read(id, url);
    expect(read).toMatchObject({ ok: true, value: { width, height } });
  });

  it('answers the whole file', async () => {
    const { images } = await library();
    const read = await images.read(post('posts/one.md'), 'big-header.jpg');
    expect(read.ok && Buffer.from(read.value.bytes).equals(jpegImage(11, 12, 1, 200_000))).toBe(true);
    expect(read.ok && read.value.mediaType).toBe('image/jpeg');
  });

  it('never loads what is on another host', async () => {
    const { images } = await library();
    const urls = ['https://a.example/x.png', 'HTTP://a.example/x.png', '//a.example/x.png'];
    const answers = await images.describe(post('posts/one.md'), urls);
    expect(answers).toEqual(urls.map((url) => ({ url, kind: 'remote' })));
    expect(await images.read(post('posts/one.md'), urls[0] ?? '')).toMatchObject({ ok: false });
  });

  it.each([
    ['missing.png'],
    ['../../elsewhere.png'],
    ['..%2f..%2felsewhere.png'],
    ['/../elsewhere.png'],
    ['library:../elsewhere.png'],
    ['not-really.png'],
    ['file:///etc/hostname'],
    ['C:\\secret.png'],
    ['javascript:alert(1)'],
    ['pic.png%00.txt'],
    [''],
    ['.'],
    ['data:text/html;base64,PGI+'],
    ['data:image/svg+xml;base64,PHN2Zy8+'],
    [`data:image/png;base64,${Buffer.from('not a picture').toString('base64')}`],
  ])('%j is refused', async (url) => {
    const { root, images } = await library();
    const [answer] = await images.describe(post('posts/one.md'), [url]);
    expect(answer).toMatchObject({ url, kind: 'refused', reason: /./ });
    expect(JSON.stringify({ ...answer, url: '' })).not.toContain(root);
    expect(await images.read(post('posts/one.md'), url)).toMatchObject({ ok: false });
  });

  it('shows a picture that is written into the post itself', async () => {
    const { images } = await library();
    const url = `data:image/png;base64,${pngImage(6, 7).toString('base64')}`;
    const answers = await images.describe(post('posts/one.md'), [url]);
    expect(answers).toEqual([{ url, kind: 'image', src: url, width: 6, height: 7 }]);
  });

  it('refuses a symlink that leads out, and follows one that stays', async () => {
    const { root, images } = await library();
    await symlink(path.join(root, '..', 'elsewhere.png'), path.join(root, 'posts', 'out.png'));
    await symlink('assets/one/pic.png', path.join(root, 'posts', 'in.png'));
    const answers = await images.describe(post('posts/one.md'), ['out.png', 'in.png']);
    expect(answers.map((answer) => answer.kind)).toEqual(['refused', 'image']);
    expect(JSON.stringify(answers[0])).not.toContain('elsewhere');
  });

  it('refuses a file of more than 20 MB, a folder and a pipe', async () => {
    const { root, images } = await library();
    const folder = path.join(root, 'posts');
    await writeFile(path.join(folder, 'huge.png'), pngImage(1, 1));
    await truncate(path.join(folder, 'huge.png'), 20 * 1024 * 1024 + 1);
    await mkdir(path.join(folder, 'folder.png'));
    execFileSync('sh', ['-c', 'mkfifo "$0"', path.join(folder, 'pipe.png')]);
    const urls = ['huge.png', 'folder.png', 'pipe.png'];
    const answers = await images.describe(post('posts/one.md'), urls);
    expect(answers.map((answer) => answer.kind)).toEqual(['refused', 'refused', 'refused']);
  });

  it('answers in the order of the question, also for many', async () => {
    const { images } = await library();
    const urls = Array.from({ length: 50 }, (_, index) =>
      index % 3 === 0 ? 'two words.png' : `no-${index}.png`,
    );
    const answers = await images.describe(post('posts/one.md'), urls);
    expect(answers.map((answer) => answer.url)).toEqual(urls);
  });

  it('works for a root that is named through a symlink', async () => {
    const { root } = await library();
    const link = path.join(root, '..', 'link');
    await symlink(root, link);
    await chmod(root, 0o755);
    const [answer] = await imageReader(link).describe(post('posts/one.md'), ['assets/one/pic.png']);
    expect(answer?.kind).toBe('image');
  });
});
