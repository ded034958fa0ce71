import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '../helpers/journey.ts';

test('a post goes to the trash with its images, and comes back', async ({ place }) => {
  const library = place.library('sample');
  const { window } = await place.start({ open: [library] });
  await window.openPost('A drawer of letters');
  await window.command('post.delete');
  await expect(window.rows).toHaveCount(4);
  expect(existsSync(path.join(library, 'a-drawer-of-letters.md'))).toBe(false);
  expect(existsSync(path.join(library, 'assets/a-drawer-of-letters'))).toBe(false);

  await window.command('trash.show');
  await window.dialog.getByRole('button', { name: 'Restore A drawer of letters' }).click();
  await expect(window.rows).toHaveCount(5);
  await expect(window.preview.locator('h1')).toHaveText('A drawer of letters');
  expect(existsSync(path.join(library, 'a-drawer-of-letters.md'))).toBe(true);
  expect(readdirSync(path.join(library, 'assets/a-drawer-of-letters'))).toEqual(['letters.png']);
});

test('a renamed post takes its images and its undo along', async ({ place }) => {
  const library = place.library('sample');
  const { window } = await place.start({ open: [library] });
  await window.openPost('A drawer of letters');
  await window.write('One word too many.');
  await window.waitUntilSaved();
  await window.command('post.rename');
  const name = window.page.getByLabel('File name');
  await name.fill('Grandmother');
  await name.press('Enter');
  await expect
    .poll(() => readdirSync(path.join(library, 'assets')).filter((folder) => /drawer|grand/.test(folder)))
    .toEqual(['grandmother']);
  expect(readdirSync(library).filter((file) => /drawer|grand/.test(file))).toEqual(['grandmother.md']);
  expect(existsSync(path.join(library, 'assets/grandmother/letters.png'))).toBe(true);
  expect(readFileSync(path.join(library, 'grandmother.md'), 'utf8')).toContain(
    'cover: assets/grandmother/letters.png',
  );
  await expect(window.row('A drawer of letters')).toHaveAttribute('aria-selected', 'true');
  await expect(window.preview.locator('.e-content')).toContainText('One word too many.');
  await window.command('edit.undo');
  await expect(window.preview.locator('.e-content')).not.toContainText('One word too many.');
  await window.write('Still here.');
  await window.waitUntilSaved();
  expect(readFileSync(path.join(library, 'grandmother.md'), 'utf8')).toContain('Still here.');
});

test('a duplicate is a post of its own', async ({ place }) => {
  const library = place.newLibrary({ 'one.md': '---\ntitle: One\n---\n\nWords.\n' });
  const { window } = await place.start({ open: [library] });
  await window.openPost('One');
  await window.command('post.duplicate');
  await expect(window.rows).toHaveCount(2);
  await window.write('Only in the copy.');
  await window.waitUntilSaved();
  expect(readFileSync(path.join(library, 'one.md'), 'utf8')).toBe('---\ntitle: One\n---\n\nWords.\n');
  const copy = readdirSync(library).find((name) => name.endsWith('.md') && name !== 'one.md');
  expect(readFileSync(path.join(library, copy ?? ''), 'utf8')).toContain('Only in the copy.');
});

test('the list is narrowed by text and by status', async ({ place }) => {
  const library = place.library('sample');
  const { window } = await place.start({ open: [library] });
  await expect(window.rows).toHaveCount(5);
  const search = window.page.getByRole('searchbox');
  await search.fill('tide');
  await expect(window.row('How a tide table is made')).toBeVisible();
  await expect(window.row('A drawer of letters')).toHaveCount(0);
  await search.fill('');
  await window.page.getByRole('button', { name: /^Drafts,/ }).click();
  await expect(window.rows).toHaveCount(2);
});

test('a post of another program appears in the list by itself, and goes again', async ({ place }) => {
  const library = place.newLibrary({ 'one.md': '---\ntitle: One\n---\n\nWords.\n' });
  const { window } = await place.start({ open: [library] });
  await expect(window.rows).toHaveCount(1);
  writeFileSync(path.join(library, 'two.md'), '---\ntitle: Two\n---\n\nWords.\n');
  await expect(window.row('Two')).toBeVisible();
  rmSync(path.join(library, 'two.md'));
  await expect(window.row('Two')).toHaveCount(0);
});

test('a new post takes the name of its title when it is left', async ({ place }) => {
  const library = place.newLibrary({ 'old.md': '---\ntitle: An older post\n---\n\nOld.\n' });
  const { window } = await place.start({ open: [library] });
  await expect(window.preview.locator('h1')).toHaveText('An older post');
  await window.command('post.new');
  await expect(window.rows).toHaveCount(2);
  await window.fill('Title', 'Boats in the yard');
  await window.write('They lie still.');
  await window.openPost('An older post');
  await expect.poll(() => readdirSync(library).sort()).toEqual(['boats-in-the-yard.md', 'old.md']);
  await window.openPost('Boats in the yard');
  await expect(window.editor).toContainText('They lie still.');
  await expect(window.rows).toHaveCount(2);
});
