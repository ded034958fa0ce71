import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '../helpers/journey.ts';

test('the first start makes the sample library, ready to type', async ({ place }) => {
  const { window } = await place.start();
  await expect(window.preview.locator('h1')).toHaveText('Begin by changing this sentence');
  await expect(window.rows).toHaveCount(5);
  // Nothing was clicked: the first key is the first letter.
  await expect(window.editor).toBeFocused();
  await window.page.keyboard.type('A line of mine.');
  await expect(window.preview.locator('.e-content')).toContainText('A line of mine.');
  await window.waitUntilSaved();
  const made = [path.join(place.home.home, 'Documents/Galley'), path.join(place.home.home, 'Galley')];
  const library = made.find((folder) => existsSync(folder));
  expect(readFileSync(path.join(library ?? '', 'welcome.md'), 'utf8')).toContain('A line of mine.');
});

test('quitting saves, and the next start brings everything back', async ({ place }) => {
  const library = place.library('sample');
  const first = await place.start({ open: [library] });
  await first.window.openPost('How a tide table is made');
  await first.window.command('view.write');
  await first.window.command('view.split');
  const divider = first.window.page.getByRole('separator').first();
  await divider.focus();
  for (let step = 0; step < 5; step += 1) await first.window.page.keyboard.press('ArrowLeft');
  const width = (await first.window.editor.boundingBox())?.width ?? 0;
  await first.window.write('The last words.');
  await first.window.page.keyboard.press('ArrowLeft');
  const scrolled = await first.window.scrollTop();
  expect(scrolled).toBeGreaterThan(100);
  // At once: what was typed is not saved yet.
  await first.app.electron.close();
  expect(readFileSync(path.join(library, 'how-a-tide-table-is-made.md'), 'utf8')).toContain(
    'The last words.',
  );

  const { window } = await place.start();
  await expect(window.preview.locator('h1')).toHaveText('How a tide table is made');
  await expect(window.editor).toContainText('The last words.');
  expect(Math.abs(((await window.editor.boundingBox())?.width ?? 0) - width)).toBeLessThan(3);
  await expect(window.editor.getByText('The last words.')).toBeInViewport();
  await window.editor.focus();
  await window.page.keyboard.type('!');
  await expect(window.editor).toContainText('The last words!.');
});

test('the view mode comes back', async ({ place }) => {
  const library = place.newLibrary({ 'one.md': '---\ntitle: One\n---\n\nWords.\n' });
  const first = await place.start({ open: [library] });
  await first.window.openPost('One');
  await first.window.command('view.read');
  await expect(first.window.editor).toBeHidden();
  await first.app.electron.close();
  const { window } = await place.start();
  await expect(window.preview.locator('.e-content')).toHaveText('Words.');
  await expect(window.editor).toBeHidden();
});

test('a post that is named at the start opens, alone when it lies in no library', async ({ place }) => {
  const folder = place.newLibrary({
    'alone.md': '---\ntitle: Alone\n---\n\nWords.\n',
    'other.md': 'Other.\n',
  });
  const { window } = await place.start({ open: [path.join(folder, 'alone.md')] });
  await expect(window.preview.locator('h1')).toHaveText('Alone');
  await expect(window.rows).toHaveCount(1);
  await window.write('More.');
  await window.waitUntilSaved();
  expect(readFileSync(path.join(folder, 'alone.md'), 'utf8')).toContain('More.');
});

test('a post that is named at the start and lies in a library opens with all of it', async ({ place }) => {
  const library = place.library('weekly');
  const { window } = await place.start({ open: [path.join(library, 'the-invitation.md')] });
  await expect(window.preview.locator('h1')).toHaveText('An invitation is a contract');
  await expect(window.rows).toHaveCount(4);
  await expect(window.preview.locator('.byline')).toContainText('Admin User');
});
