import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { permissionsCount } from '../helpers/app.ts';
import type { Place, Visit } from '../helpers/journey.ts';
import { expect, test } from '../helpers/journey.ts';

const start = '---\ntitle: One\n---\n\nBefore.\n';

/** Everything in a folder that is text, joined: where a kept text must be found. */
function everythingIn(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
}

/** A post in which something was typed that its file had no time to hear of before somebody else changed it. */
async function inConflict(
  place: Place,
): Promise<Visit & { readonly file: string; readonly library: string }> {
  const library = place.newLibrary({ 'one.md': start });
  const file = path.join(library, 'one.md');
  const visit = await place.start({ open: [library] });
  await visit.window.openPost('One');
  await visit.window.write('Mine. ');
  writeFileSync(file, start.replace('Before.', 'Theirs.'));
  await visit.window.write('And more of mine.');
  await expect(visit.window.conflict).toBeVisible();
  expect(readFileSync(file, 'utf8')).toContain('Theirs.');
  return { ...visit, file, library };
}

test('an outside edit of a post without changes is simply shown', async ({ place }) => {
  const library = place.newLibrary({ 'one.md': start });
  const { window } = await place.start({ open: [library] });
  await window.openPost('One');
  writeFileSync(path.join(library, 'one.md'), start.replace('Before.', 'After.'));
  await expect(window.editor).toContainText('After.');
  await expect(window.preview.locator('.e-content')).toContainText('After.');
  await expect(window.conflict).toBeHidden();
});

test('a conflict answered with mine keeps theirs in the trash', async ({ place }) => {
  const { window, file, library } = await inConflict(place);
  await window.answerConflict('mine');
  await expect.poll(() => readFileSync(file, 'utf8')).toContain('Mine. And more of mine.');
  await window.waitUntilSaved();
  expect(everythingIn(path.join(library, '.trash'))).toContain('Theirs.');
});

test('a conflict answered with theirs keeps mine in the trash', async ({ place }) => {
  const { window, file, library } = await inConflict(place);
  await window.answerConflict('theirs');
  await expect(window.editor).toContainText('Theirs.');
  await expect(window.editor).not.toContainText('Mine.');
  expect(readFileSync(file, 'utf8')).toBe(start.replace('Before.', 'Theirs.'));
  expect(everythingIn(path.join(library, '.trash'))).toContain('Mine. And more of mine.');
});

test('a conflict that is not answered is still there after a restart, with both texts', async ({ place }) => {
  const { app, file } = await inConflict(place);
  await app.electron.close();
  expect(readFileSync(file, 'utf8')).toBe(start.replace('Before.', 'Theirs.'));
  const { window } = await place.start();
  await expect(window.conflict).toBeVisible();
  await expect(window.editor).toContainText('Mine. And more of mine.');
});

test('a file that was deleted while its post has changes is not forgotten', async ({ place }) => {
  const library = place.newLibrary({ 'one.md': start, 'two.md': 'Two.\n' });
  const file = path.join(library, 'one.md');
  const { window } = await place.start({ open: [library] });
  await window.openPost('One');
  await window.write('Mine. ');
  rmSync(file);
  await window.write('More.');
  await expect(window.conflict).toBeVisible();
  await window.answerConflict('again');
  await expect.poll(() => readdirSync(library)).toContain('one.md');
  expect(readFileSync(file, 'utf8')).toContain('Mine. More.');
});

test('malformed front matter opens, with the line named and its text to edit', async ({ place }) => {
  const library = place.newLibrary({
    'bad.md': '---\ntitle: Fine\ntags: [a, b\ndraft: true\n---\n\nThe body.\n',
  });
  const { window } = await place.start({ open: [library] });
  await window.rows.first().click();
  await expect(window.editor).toContainText('The body.');
  await expect(window.page.getByText(/line [34]\b/i).first()).toBeVisible();
  await window.writeHead('title: Fine\ntags: [a, b]\ndraft: true');
  await expect(window.page.getByText(/line [34]\b/i)).toHaveCount(0);
  await window.waitUntilSaved();
  expect(readFileSync(path.join(library, 'bad.md'), 'utf8')).toBe(
    '---\ntitle: Fine\ntags: [a, b]\ndraft: true\n---\n\nThe body.\n',
  );
});

test('in a folder that may not be written to, nothing is lost and the window says so', async ({ place }) => {
  test.skip(!permissionsCount, 'permissions mean nothing to this user');
  const library = place.newLibrary({ 'one.md': start });
  chmodSync(library, 0o555);
  const first = await place.start({ open: [library], powerless: true });
  await first.window.openPost('One');
  await first.window.write('Kept somewhere.');
  await expect(first.window.alert).toContainText('may not be written to');
  await expect(first.window.alert).toContainText('Your words are safe');
  await expect(first.window.alert.getByRole('button', { name: 'Save a copy as…' })).toBeVisible();
  await expect(first.window.saveStatus).toHaveAttribute('data-save', 'failed');
  await first.app.electron.close();
  expect(readFileSync(path.join(library, 'one.md'), 'utf8')).toBe(start);
  expect(readdirSync(library)).toEqual(['one.md']);

  const { window } = await place.start({ powerless: true });
  await expect(window.editor).toContainText('Kept somewhere.');
  chmodSync(library, 0o755);
  await window.command('post.save');
  await window.waitUntilSaved();
  expect(readFileSync(path.join(library, 'one.md'), 'utf8')).toContain('Kept somewhere.');
});

test('a file that may not be written to can be read, and is not typed into', async ({ place }) => {
  test.skip(!permissionsCount, 'permissions mean nothing to this user');
  const library = place.newLibrary({ 'one.md': start });
  chmodSync(path.join(library, 'one.md'), 0o444);
  const { window } = await place.start({ open: [library], powerless: true });
  await window.openPost('One');
  await expect(window.page.getByText('This file may not be written to.')).toBeVisible();
  await window.write('Not this.');
  await expect(window.editor).toHaveText('Before.');
});
