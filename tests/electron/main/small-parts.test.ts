import { describe, expect, it } from 'vitest';
import { err, ok } from '../../../core/base/result.ts';
import { toPostId } from '../../../core/post/post-id.ts';
import { createCrashGuard } from '../../../electron/main/crash-guard.ts';
import { displayPath } from '../../../electron/main/display-path.ts';
import { mayNavigate, mayRequest } from '../../../electron/main/navigation-rules.ts';
import { targetsOfArguments, postIdWithin } from '../../../electron/main/open-target.ts';
import { windowTitle } from '../../../electron/main/represent.ts';
import { createTextAtRisk } from '../../../electron/main/text-at-risk.ts';
import { createTokens } from '../../../electron/main/tokens.ts';

describe('tokens', () => {
  it('stay the same for a path, lead back to it, and fit the contract', () => {
    const tokens = createTokens();
    const token = tokens.give('library', '/home/w/notes');
    expect(tokens.give('library', '/home/w/notes')).toBe(token);
    expect(token).toMatch(/^[A-Za-z0-9_-]{20,64}$/);
    expect(tokens.resolve('library', token)).toBe('/home/w/notes');
  });

  it('are never derived from the path, and serve their own kind alone', () => {
    const tokens = createTokens();
    const token = tokens.give('page', '/p.html');
    expect(createTokens().give('page', '/p.html')).not.toBe(token);
    expect(tokens.resolve('library', token)).toBeUndefined();
    expect(tokens.resolve('page', 'forged')).toBeUndefined();
    expect(tokens.give('library', '/p.html')).not.toBe(token);
  });
});

describe('a path for showing', () => {
  it.each([
    ['/home/w/Galley', '/home/w', '~/Galley'],
    ['/home/w', '/home/w/', '~'],
    ['/home/wanda/x', '/home/w', '/home/wanda/x'],
    ['/srv/x', '/', '/srv/x'],
  ])('%s of %s is %s', (target, home, shown) => {
    expect(displayPath(target, home)).toBe(shown);
  });
});

describe('crashes of the window', () => {
  it('are answered by a reload three times a minute, then by a question', () => {
    let time = 0;
    const crash = createCrashGuard(3, 60_000, () => time);
    const answers = [0, 10_000, 20_000, 30_000].map((at) => {
      time = at;
      return crash();
    });
    expect(answers).toEqual(['reload', 'reload', 'reload', 'ask']);
    expect(crash()).toBe('reload');
  });

  it('far apart are always answered by a reload', () => {
    let time = 0;
    const crash = createCrashGuard(3, 60_000, () => time);
    for (; time < 600_000; time += 25_000) expect(crash()).toBe('reload');
  });
});

describe('frames and requests', () => {
  it('lets each frame go to its own document alone', () => {
    expect(mayNavigate('app://galley/index.html', true)).toBe(true);
    expect(mayNavigate('app://galley/preview.html', false)).toBe(true);
    expect(mayNavigate('app://galley/preview.html', true)).toBe(false);
    expect(mayNavigate('app://galley/index.html', false)).toBe(false);
    expect(mayNavigate('app://galley/index.html?x', true)).toBe(false);
    expect(mayNavigate('app://galley/preview.html?x', false)).toBe(false);
    expect(mayNavigate('https://example.com/', true)).toBe(false);
    expect(mayNavigate('https://example.com/', false)).toBe(false);
  });

  it('lets requests reach the app itself, and the developer tools in development', () => {
    expect(mayRequest('app://galley/index.html', false)).toBe(true);
    expect(mayRequest('data:image/png;base64,AA==', false)).toBe(true);
    expect(mayRequest('devtools://devtools/x', true)).toBe(true);
    for (const url of [
      'devtools://x',
      'https://example.com/',
      'app://other/x',
      'file:///etc/passwd',
      'ws://x/',
    ]) {
      expect(mayRequest(url, false)).toBe(false);
    }
    expect(mayRequest('https://example.com/', true)).toBe(false);
  });
});

describe('what a command line asks for', () => {
  it('is its Markdown files and its folders, whole', () => {
    const args = ['.', '--inspect=0', 'a.md', '/x/B.MARKDOWN', 'notes.txt', '--x.md', 'a\0.md', '', '../up'];
    const isFolder = (target: string): boolean => ['/home/w', '/home/up'].includes(target);
    expect(targetsOfArguments(args, '/home/w', isFolder)).toEqual([
      '/home/w',
      '/home/w/a.md',
      '/x/B.MARKDOWN',
      '/home/up',
    ]);
  });

  it.each([
    ['/l', '/l/a/b.md', 'a/b.md'],
    ['/l', '/l/.trash/b.md', undefined],
    ['/l', '/l/node_modules/x/readme.md', undefined],
    ['/l', '/library/b.md', undefined],
    ['/l', '/l', undefined],
    ['/l', '/l/picture.png', undefined],
    ['/l', '/l/..b.md', undefined],
  ])('in %s the file %s is %s', (root, file, id) => {
    expect(postIdWithin(root, file)).toBe(id);
  });
});

describe('the title of the window', () => {
  it.each([
    ['A quiet year', 'A quiet year — Galley'],
    ['  two\nlines ', 'two lines — Galley'],
    ['', 'Galley'],
  ])('of %j is %j', (title, shown) => {
    expect(windowTitle(title)).toBe(shown);
  });
});

describe('text at risk', () => {
  const id = toPostId('a.md');
  if (id === undefined) throw new Error('not an id');
  const failed = err('no-space', 'The disk is full.');

  it('is what the journal could not take, until a file or the journal has it', () => {
    const risk = createTextAtRisk();
    risk.journaled(id, failed);
    risk.settled(id, failed);
    expect(risk.posts()).toEqual([id]);
    risk.settled(id, ok(undefined));
    expect(risk.posts()).toEqual([]);
    risk.journaled(id, failed);
    risk.journaled(id, ok(undefined));
    expect(risk.posts()).toEqual([]);
  });

  it('is none where only saving failed: the journal has it', () => {
    const risk = createTextAtRisk();
    risk.journaled(id, ok(undefined));
    risk.settled(id, failed);
    expect(risk.posts()).toEqual([]);
  });
});
