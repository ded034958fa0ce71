import { describe, expect, it } from 'vitest';
import { mediaUrl } from '../../../core/ipc/media-url.ts';
import { toPostId } from '../../../core/post/post-id.ts';
import { parseAppUrl } from '../../../electron/main/app-url.ts';

describe('a URL of the app', () => {
  it.each([
    ['app://galley/index.html', ['index.html'], 'text/html; charset=utf-8'],
    ['app://galley/assets/main-B1_x.js', ['assets', 'main-B1_x.js'], 'text/javascript; charset=utf-8'],
    [
      'app://galley/assets/themes/quiet.css?v=2#top',
      ['assets', 'themes', 'quiet.css'],
      'text/css; charset=utf-8',
    ],
    ['app://galley/assets/Quattro.woff2', ['assets', 'Quattro.woff2'], 'font/woff2'],
  ])('%s names a built file', (url, segments, mediaType) => {
    expect(parseAppUrl(url)).toEqual({ kind: 'file', segments, mediaType });
  });

  it.each([
    'app://galley/../main/main.js',
    'app://galley/assets/../../main/main.js',
    'app://galley/%2e%2e/main/main.js',
    'app://galley/%2e%2e%2fmain%2fmain.js',
    'app://galley/assets/%2E%2E%5Cmain.js',
    'app://galley/assets\\..\\main.js',
    'app://galley//etc/passwd.html',
    'app://galley/%2fetc%2fpasswd.html',
    'app://galley/C:/windows/win.html',
    'app://galley/C%3A%5Cwin.html',
    'app://galley/index.html%00.html',
    'app://galley/index.html::$DATA.html',
    'app://galley/.env.html',
    'app://galley/assets/%',
    'app://galley/assets/%c0%ae%c0%ae.html',
    'app://galley/%252e%252e/main.js',
    'app://galley/',
    'app://galley',
    'app://galley/assets/',
    'app://galley/assets/main.js.map',
    'app://galley/package.json',
    'app://galley/README',
    'app://galley/x.constructor',
    'app://galley.evil/index.html',
    'app://other/index.html',
    'file:///etc/passwd.html',
    'https://galley/index.html',
  ])('%s is refused', (url) => {
    expect(parseAppUrl(url)).toBeUndefined();
  });

  it('names an image of a post by exactly what the window was told to ask for', () => {
    const id = toPostId('notes/ä & ö.md');
    if (id === undefined) throw new Error('not an id');
    for (const url of [
      '../assets/x.png',
      'library:assets/a b.png',
      'pic.png?size=2#f',
      '100%.png',
      'a\\b.png',
    ]) {
      expect(parseAppUrl(mediaUrl(id, url))).toEqual({ kind: 'media', id, url });
    }
  });

  it('ignores what follows the image, such as a version', () => {
    expect(parseAppUrl('app://galley/media/a.md/b.png?v=3')).toEqual({
      kind: 'media',
      id: 'a.md',
      url: 'b.png',
    });
  });

  it.each([
    'app://galley/media/a.md',
    'app://galley/media/a.md/',
    'app://galley/media/a.md/b/c.png',
    'app://galley/media/a.md/b%00.png',
    'app://galley/media/a%00.md/b.png',
    'app://galley/media',
  ])('%s is no image', (url) => {
    expect(parseAppUrl(url)).toBeUndefined();
  });
});
