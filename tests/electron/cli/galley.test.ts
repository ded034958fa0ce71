import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import manifest from '../../../package.json' with { type: 'json' };
import { galleyCommand, runGalley } from '../../helpers/galley-process.ts';
import { copyLibrary, removeFolder, tempFolder } from '../../helpers/temp-folder.ts';

let folder: string;

beforeEach(() => {
  folder = tempFolder();
});

afterEach(() => {
  spawnSync('chmod', ['-R', 'u+rwX', folder]);
  removeFolder(folder);
});

function put(name: string, text: string | Uint8Array): string {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

function galley(...args: readonly string[]) {
  return runGalley(args, folder);
}

const post = '---\ntitle: A post\ndate: 2026-01-02T10:00:00+01:00\n---\n\nSome words.\n';

describe('galley', () => {
  test('says its version', async () => {
    expect(await galley('--version')).toEqual({
      code: 0,
      stdout: `galley ${manifest.version}\n`,
      stderr: '',
    });
  });

  test.each([
    ['--help', 'galley export POST.md'],
    ['export --help', '--strict'],
    ['check --help', 'path:line: sentence'],
  ])('helps: %s', async (line, words) => {
    const run = await galley(...line.split(' '));
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toContain(words);
  });

  test('answers an unknown option with 2, the option and where to look', async () => {
    const run = await galley('export', 'a.md', '--colour');
    expect(run.code).toBe(2);
    expect(run.stdout).toBe('');
    expect(run.stderr).toContain("Unknown option '--colour'.");
    expect(run.stderr).toContain('galley --help');
  });
});

describe('galley export', () => {
  test('writes the page beside the post', async () => {
    put('a-post.md', post);
    const run = await galley('export', 'a-post.md');
    const html = readFileSync(path.join(folder, 'a-post.html'), 'utf8');
    expect(run).toEqual({
      code: 0,
      stdout: `Wrote a-post.html (${Buffer.byteLength(html)} bytes)\n`,
      stderr: '',
    });
    expect(html).toMatch(/^<!doctype html>/i);
    expect(html).toContain('<h1 class="p-name');
    expect(readdirSync(folder).sort()).toEqual(['a-post.html', 'a-post.md']);
  });

  test('writes to the file that was named, relative to where it stands', async () => {
    put('posts/a-post.md', post);
    mkdirSync(path.join(folder, 'pages'));
    const run = await galley('export', 'posts/a-post.md', '-o', 'pages/one.html');
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(existsSync(path.join(folder, 'pages/one.html'))).toBe(true);
  });

  test('writes the same bytes to standard output', async () => {
    put('a-post.md', post);
    await galley('export', 'a-post.md');
    const run = await galley('export', 'a-post.md', '-o', '-');
    expect(run.code).toBe(0);
    expect(run.stdout).toBe(readFileSync(path.join(folder, 'a-post.html'), 'utf8'));
  });

  test('writes the same bytes wherever the library lies, in any language and time zone', async () => {
    copyLibrary('sample', path.join(folder, 'here'));
    copyLibrary('sample', path.join(folder, 'there/and with spaces'));
    const page = 'how-a-tide-table-is-made.md';
    const one = await galley('export', `here/${page}`, '-o', '-');
    const elsewhere = { TZ: 'Pacific/Kiritimati', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' };
    const other = await runGalley(['export', `there/and with spaces/${page}`, '-o', '-'], folder, elsewhere);
    expect(one.code).toBe(0);
    expect(other.stdout).toBe(one.stdout);
    expect(one.stdout).not.toContain(folder);
    expect(one.stdout.length).toBeGreaterThan(10_000);
  });

  test('takes authors and related posts from the library that the post lies in', async () => {
    copyLibrary('weekly', path.join(folder, 'weekly'));
    const run = await galley('export', 'weekly/meetings-that-end-early.md', '-o', '-');
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toContain('Petra Solberg');
    expect(run.stdout).toContain('An invitation is a contract');
    expect(run.stdout).not.toContain('Unfinished');
  });

  test('takes a folder without a galley.yaml for a library when told so', async () => {
    put('posts/one.md', '---\ntitle: One\ntags: [x]\ndraft: false\n---\nA\n');
    put('posts/two.md', '---\ntitle: Two\ntags: [x]\ndraft: false\n---\nB\n');
    expect((await galley('export', 'posts/one.md', '-o', '-')).stdout).not.toContain('Two');
    expect((await galley('export', '-l', 'posts', 'posts/one.md', '-o', '-')).stdout).toContain('Two');
  });

  test('replaces a page, and keeps its permissions', async () => {
    put('a-post.md', post);
    const page = put('a-post.html', 'old');
    chmodSync(page, 0o640);
    expect(await galley('export', 'a-post.md')).toMatchObject({ code: 0 });
    expect(readFileSync(page, 'utf8')).toContain('Some words.');
    expect(statSync(page).mode & 0o777).toBe(0o640);
  });

  test('names the images that it leaves out, and writes nothing with --strict', async () => {
    put('a-post.md', '# Pictures\n\n![Gone](gone.png)\n\n![Far](https://far.example/a.png)\n');
    const strict = await galley('export', 'a-post.md', '--strict');
    expect(strict.code).toBe(1);
    expect(strict.stderr).toContain('gone.png');
    expect(strict.stderr).toContain('because of --strict');
    expect(existsSync(path.join(folder, 'a-post.html'))).toBe(false);
    const run = await galley('export', 'a-post.md');
    expect(run.code).toBe(0);
    expect(run.stderr).toContain('gone.png');
    expect(run.stderr).toContain('https://far.example/a.png');
  });

  test('exports a post whose front matter cannot be read, and says in which line', async () => {
    put('a-post.md', '---\ntitle: Fine\ntags: [a, b\n---\n\nThe body.\n');
    const run = await galley('export', 'a-post.md', '-o', '-');
    expect(run.code).toBe(0);
    expect(run.stdout).toContain('The body.');
    expect(run.stderr).toMatch(/^a-post\.md:[34]: /m);
    expect((await galley('export', 'a-post.md', '--strict')).code).toBe(1);
  });

  test('says what it could not use of galley.yaml, and writes nothing then with --strict', async () => {
    put('lib/galley.yaml', 'author: ines\nauthors:\n  - { id: ines, name: [Ines }\n');
    put('lib/a-post.md', post);
    const run = await galley('export', 'lib/a-post.md', '-o', '-');
    expect(run.code).toBe(0);
    expect(run.stdout).toContain('Some words.');
    expect(run.stderr).toMatch(/^lib\/galley\.yaml:\d: /m);
    expect(await galley('export', 'lib/a-post.md', '--strict')).toMatchObject({ code: 1, stdout: '' });
    expect(existsSync(path.join(folder, 'lib/a-post.html'))).toBe(false);
  });

  test('keeps control characters of a post out of the terminal', async () => {
    put('a-post.md', 'x\n\n![a](<\u009b31m\u202egone.png>)\n');
    const run = await galley('export', 'a-post.md');
    // eslint-disable-next-line no-control-regex -- control characters are what is looked for
    expect(run.stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  });

  describe('refuses, in words,', () => {
    async function refuses(args: readonly string[], words: string): Promise<void> {
      const before = readdirSync(folder, { recursive: true }).sort();
      const run = await galley('export', ...args);
      expect(run.stderr).toContain(words);
      expect(run.stderr).not.toMatch(/\n\s+at |Error:|node:/);
      expect(run.code).toBe(1);
      expect(run.stdout).toBe('');
      expect(readdirSync(folder, { recursive: true }).sort()).toEqual(before);
    }

    test('a post that is not there', () => refuses(['gone.md'], 'galley: gone.md: There is no such file'));

    test('a path through a file', async () => {
      put('a.md', post);
      await refuses(['a.md/b.md'], 'There is no such file');
    });

    test('a folder', async () => {
      mkdirSync(path.join(folder, 'posts.md'));
      await refuses(['posts.md'], 'This is a folder.');
    });

    test('a file that is not Markdown', async () => {
      put('notes.txt', 'x');
      await refuses(['notes.txt'], 'This is not a Markdown file.');
    });

    test('a program that is called a post', async () => {
      put('a.md', Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 0xff, 0xfe, 0x80]));
      await refuses(['a.md'], 'galley: a.md: ');
    });

    test('a post that may not be read', async () => {
      chmodSync(put('a.md', post), 0o000);
      await refuses(['a.md'], 'galley: a.md: ');
    });

    test('a folder that may not be entered', async () => {
      put('shut/a.md', post);
      chmodSync(path.join(folder, 'shut'), 0o600);
      const run = await galley('export', 'shut/a.md', '-o', '-');
      expect(run).toMatchObject({ code: 1, stdout: '' });
      expect(run.stderr).toContain('You have no permission to read this.');
    });

    test('a link that leads to itself', async () => {
      symlinkSync('a.md', path.join(folder, 'a.md'));
      await refuses(['a.md'], 'This link leads back to itself.');
    });

    test('a name with a NUL or of great length', async () => {
      await refuses([`${'a'.repeat(400)}.md`], 'This name is too long');
    });

    test('a library that the post does not lie in', async () => {
      put('a.md', post);
      mkdirSync(path.join(folder, 'other'));
      await refuses(['a.md', '-l', 'other'], 'does not lie in the library');
      await refuses(['a.md', '-l', 'nowhere'], 'The library: There is no such file or folder.');
      await refuses(['a.md', '-l', 'a.md'], 'not a folder');
    });

    test('to write into a folder that is not there', async () => {
      put('a.md', post);
      await refuses(['a.md', '-o', 'pages/a.html'], 'its folder does not exist');
    });

    test('to write into a folder that may not be written to', async () => {
      put('a.md', post);
      mkdirSync(path.join(folder, 'shut'), { mode: 0o555 });
      await refuses(['a.md', '-o', 'shut/a.html'], 'may not be written to');
    });

    test('to write over a page that may not be written to', async () => {
      put('a.md', post);
      chmodSync(put('a.html', 'mine'), 0o444);
      await refuses(['a.md'], 'may not be written to');
      expect(readFileSync(path.join(folder, 'a.html'), 'utf8')).toBe('mine');
    });

    test('to write over a folder', async () => {
      put('a.md', post);
      mkdirSync(path.join(folder, 'a.html'));
      await refuses(['a.md'], 'There is a folder of that name');
    });

    test('to write over a post, also by way of a link', async () => {
      put('a.md', post);
      put('B.MD', 'another');
      symlinkSync('B.MD', path.join(folder, 'b.html'));
      await refuses(['a.md', '-o', 'a.md'], 'never takes the place of a Markdown file');
      await refuses(['a.md', '-o', 'B.MD'], 'never takes the place of a Markdown file');
      await refuses(['a.md', '-o', 'b.html'], 'never takes the place of a Markdown file');
      expect(readFileSync(path.join(folder, 'B.MD'), 'utf8')).toBe('another');
    });

    test('to write over the settings of the library', async () => {
      put('a.md', post);
      put('galley.yaml', 'site: {}\n');
      await refuses(['a.md', '-o', 'galley.yaml'], 'never takes the place of galley.yaml');
    });
  });

  test('ends quietly when its reader stops reading', () => {
    put('a.md', `${post}\n${'A paragraph of some length, again.\n\n'.repeat(20_000)}`);
    const { command, args, env } = galleyCommand(['export', 'a.md', '-o', '-']);
    const line = [command, ...args].map((word) => `'${word}'`).join(' ');
    const run = spawnSync('sh', ['-c', `${line} | head -c 100`], { cwd: folder, env, encoding: 'utf8' });
    expect(run.stdout).toHaveLength(100);
    expect(run.stderr).toBe('');
  });
});

describe('galley check', () => {
  test('finds nothing wrong with the sample library', async () => {
    copyLibrary('sample', path.join(folder, 'sample'));
    expect(await galley('check', 'sample')).toMatchObject({ code: 0, stdout: '' });
  });

  test('names each thing with its file and line', async () => {
    put(
      'lib/galley.yaml',
      'authors:\n  - { id: ines, name: Ines }\ncategories:\n  - { name: Craft, slug: craft }\n',
    );
    put('lib/good.md', '---\ntitle: Good\nauthor: ines\ncategory: craft\n---\nWords.\n');
    put(
      'lib/sub/bad.md',
      '---\ntitle: Bad\nauthor: nobody\ncategory: Sports\n---\n\nWords.\n\n![x](gone.png)\n',
    );
    put('lib/broken.md', '---\ntitle: "open\n---\n\nWords.\n');
    const run = await galley('check', 'lib');
    const lines = run.stdout.trimEnd().split('\n');
    expect(run.code).toBe(1);
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(/^lib\/broken\.md:[23]: .+\.$/);
    expect(lines[1]).toMatch(/^lib\/sub\/bad\.md:3: .*“nobody”.*$/);
    expect(lines[2]).toMatch(/^lib\/sub\/bad\.md:4: .*“Sports”.*$/);
    expect(lines[3]).toMatch(/^lib\/sub\/bad\.md:9: .*gone\.png.*$/);
    expect(run.stderr).toContain('4 things');
  });

  test('checks one post, and only that', async () => {
    put('lib/galley.yaml', 'authors:\n  - { id: ines, name: Ines }\n');
    put('lib/one.md', '---\nauthor: nobody\n---\nWords.\n');
    put('lib/two.md', '---\nauthor: nobody\n---\nWords.\n');
    const run = await galley('check', 'lib/two.md');
    expect(run.code).toBe(1);
    expect(run.stdout).toMatch(/^lib\/two\.md:2: [^\n]*\n$/);
  });

  test('checks a folder within a library, and only that', async () => {
    put('lib/galley.yaml', 'authors:\n  - { id: ines, name: Ines }\n');
    put('lib/one.md', '---\nauthor: nobody\n---\nWords.\n');
    put('lib/sub/two.md', '---\nauthor: nobody\n---\nWords.\n');
    put('lib/subtle/three.md', '---\nauthor: nobody\n---\nWords.\n');
    expect((await galley('check', 'lib/sub/')).stdout).toMatch(/^lib\/sub\/two\.md:2: [^\n]*\n$/);
    expect((await runGalley(['check', '.'], path.join(folder, 'lib/sub'))).stdout).toMatch(
      /^two\.md:2: [^\n]*\n$/,
    );
  });

  test('asks nothing of authors and categories where no galley.yaml lists any', async () => {
    put('a.md', '---\ntitle: A\nauthor: Somebody Else\ncategories: [this, that]\n---\nWords.\n');
    expect(await galley('check', '.')).toMatchObject({ code: 0, stdout: '' });
  });

  test('names what is wrong with galley.yaml', async () => {
    put('galley.yaml', 'site:\n  title: Notes\n  language: [en\n');
    put('a.md', 'Words.\n');
    const run = await galley('check', '.');
    expect(run.code).toBe(1);
    expect(run.stdout).toMatch(/^galley\.yaml:[34]: .+\n$/);
  });

  test('names a file that is too large', async () => {
    truncateSync(put('a.md', ''), 65 * 1024 * 1024);
    const run = await galley('export', 'a.md');
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr).toContain('a.md: This file is larger than 64 MB.\n');
  });

  test('names a file that cannot be read as text', async () => {
    put('a.md', Uint8Array.from([0xff, 0xfe, 0x00, 0x41]));
    put('b.md', 'Words.\n');
    const run = await galley('check', '.');
    expect(run.code).toBe(1);
    expect(run.stdout).toMatch(/^a\.md:1: .+\n$/);
  });

  test('refuses what is not there', async () => {
    const run = await galley('check', 'nowhere');
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr).toContain('galley: nowhere: There is no such file or folder.');
  });
});
