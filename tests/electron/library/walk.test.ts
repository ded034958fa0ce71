import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { listPosts } from '../../../electron/library/walk.ts';
import { tempFolder, writeFiles } from './temp-folder.ts';

describe('listing posts', () => {
  it('takes Markdown of any case at any depth, and no hidden thing', async () => {
    const root = await tempFolder();
    await writeFiles(root, {
      'one.md': '',
      'TWO.MD': '',
      'deep/er/and/deeper/three.Markdown': '',
      'Grüße an 東京.md': '',
      'notes.txt': '',
      'galley.yaml': '',
      '.hidden.md': '',
      '._one.md': '',
      '.git/four.md': '',
      '.trash/20260101000000-aaaa/five.md': '',
      'node_modules/pkg/readme.md': '',
      'deep/node_modules/readme.md': '',
      '.md': '',
      '.galley-0123456789ab.tmp': '',
    });
    const listing = await listPosts(root);
    expect([...listing.posts].sort()).toEqual([
      'Grüße an 東京.md',
      'TWO.MD',
      'deep/er/and/deeper/three.Markdown',
      'one.md',
    ]);
    expect(listing.others).toContain('galley.yaml');
    expect(listing.others).toContain('notes.txt');
    expect(listing.unreadable).toEqual([]);
    expect(listing.temps).toEqual([path.join(root, '.galley-0123456789ab.tmp')]);
  });

  it('goes round no loop, and lists a linked folder once', async () => {
    const root = await tempFolder();
    await writeFiles(root, { 'posts/a.md': '', '.store/b.md': '', '.store/c.md': '' });
    await symlink('..', path.join(root, 'posts', 'loop'));
    await symlink('posts', path.join(root, 'again'));
    await symlink('.store', path.join(root, 'stored'));
    await symlink('.store/c.md', path.join(root, 'linked.md'));
    const listing = await listPosts(root);
    expect([...listing.posts].sort()).toEqual(['linked.md', 'posts/a.md', 'stored/b.md', 'stored/c.md']);
    expect(listing.unreadable).toEqual([]);
  });

  it('names what it leaves out and why', async () => {
    const root = path.join(await tempFolder(), 'library');
    await writeFiles(root, { 'good.md': '', '../elsewhere/x.md': '', 'line\nbreak.md': '' });
    await writeFile(Buffer.concat([Buffer.from(`${root}/caf`), Buffer.from([0xe9]), Buffer.from('.md')]), '');
    await symlink('../elsewhere', path.join(root, 'out'));
    await symlink('../elsewhere/x.md', path.join(root, 'out.md'));
    await symlink('nowhere.md', path.join(root, 'dangling.md'));
    await symlink('../elsewhere/x.md', path.join(root, 'picture.png'));
    const listing = await listPosts(root);
    expect(listing.posts).toEqual(['good.md']);
    expect(listing.unreadable.map((each) => each.name).sort()).toEqual([
      'caf\ufffd.md',
      'dangling.md',
      'line\ufffdbreak.md',
      'out',
      'out.md',
    ]);
    for (const { reason } of listing.unreadable) expect(reason).toMatch(/\.$/);
  });

  it('tells how far it is', async () => {
    const root = await tempFolder();
    for (let folder = 0; folder < 20; folder += 1) {
      await mkdir(path.join(root, `f${folder}`));
      for (let post = 0; post < 10; post += 1)
        await writeFile(path.join(root, `f${folder}`, `${post}.md`), '');
    }
    const told: number[] = [];
    const listing = await listPosts(root, (posts) => told.push(posts));
    expect(listing.posts).toHaveLength(200);
    expect(told.at(-1)).toBe(200);
    expect(told.length).toBe(21);
  });

  it('rejects when the root is gone', async () => {
    const root = await tempFolder();
    await rm(root, { recursive: true });
    await expect(listPosts(root)).rejects.toThrow();
  });
});
