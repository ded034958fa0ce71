import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { answerOpenDialog, answerSaveDialog } from '../helpers/app.ts';
import { expect, test } from '../helpers/journey.ts';

test('from an empty folder to a page', async ({ place }) => {
  const library = place.newLibrary({ 'old.md': 'An older post.\n' });
  const { app, window } = await place.start();
  await answerOpenDialog(app, library);
  await window.command('library.open');
  await expect(window.rows).toHaveCount(1);

  await window.command('post.new');
  await expect(window.rows).toHaveCount(2);
  await window.fill('Title', 'Boats in the yard');
  await expect(window.preview.locator('h1')).toHaveText('Boats in the yard');
  await window.write('They lie **very** still.\n\n## Masts\n\n- tall\nshort');
  await expect(window.preview.locator('.e-content strong')).toHaveText('very');
  await expect(window.preview.locator('.e-content h2')).toHaveText('Masts');
  await expect(window.preview.locator('.e-content li')).toHaveText(['tall', 'short']);

  await window.fill('Category', 'Harbours');
  await window.createAuthor({ name: 'Ada Example', role: 'Rigger', bio: 'Climbs masts.' });
  await window.addSource({ title: 'On Masts', author: 'Bo Example', url: 'https://masts.example/' });
  const shown = window.preview.locator('article');
  await expect(shown.locator('.category')).toHaveText('Harbours');
  await expect(shown.locator('.byline')).toContainText('Ada Example');
  await expect(shown.locator('.byline')).toContainText('Rigger');
  await expect(shown.locator('.sources')).toContainText('“On Masts” by Bo Example');
  await expect(shown.locator('.card')).toContainText('Climbs masts.');

  await window.waitUntilSaved();
  const name = readdirSync(library).find((file) => file.endsWith('.md') && file !== 'old.md') ?? '';
  const text = readFileSync(path.join(library, name), 'utf8');
  expect(text).toContain('title: Boats in the yard');
  expect(text).toContain('category: Harbours');
  expect(text.endsWith('## Masts\n\n- tall\n- short')).toBe(true);
  const settings = readFileSync(path.join(library, 'galley.yaml'), 'utf8');
  expect(settings).toContain('Ada Example');
  expect(settings).toContain('Harbours');

  const html = path.join(place.folder, 'boats.html');
  await answerSaveDialog(app, html);
  await window.command('export.html');
  await expect(window.notices).toContainText('boats.html');
  const browser = await place.browse(html);
  await expect(browser.page.locator('h1')).toHaveText('Boats in the yard');
  await expect(browser.page.locator('.p-author').first()).toContainText('Ada Example');
  await expect(browser.page.getByText('Written by')).toBeVisible();
  expect(await browser.requests()).toEqual([`file://${html}`]);
});

test('an input method composes in the editor without losing or doubling a word', async ({ place }) => {
  const library = place.newLibrary({ 'one.md': '---\ntitle: One\n---\n\nこれは\n' });
  const { window } = await place.start({ open: [library] });
  await window.openPost('One');
  await window.goToEnd();
  const keyboard = await window.page.context().newCDPSession(window.page);
  for (const text of ['k', 'か', 'かn', 'かん', 'かんじ', '漢字']) {
    const at = { selectionStart: text.length, selectionEnd: text.length };
    await keyboard.send('Input.imeSetComposition', { text, ...at });
    await window.page.waitForTimeout(150);
  }
  await expect(window.editor).toContainText('漢字');
  await keyboard.send('Input.insertText', { text: '漢字' });
  await window.page.keyboard.type('。');
  await expect(window.preview.locator('.e-content')).toContainText('漢字。');
  await window.waitUntilSaved();
  expect(readFileSync(path.join(library, 'one.md'), 'utf8')).toBe('---\ntitle: One\n---\n\nこれは\n漢字。');
});

test('bold, italic, link and heading keys change the text and the page', async ({ place }) => {
  const library = place.newLibrary({ 'one.md': '---\ntitle: One\n---\n\nword\n' });
  const { window } = await place.start({ open: [library] });
  await window.openPost('One');
  await window.editor.click();
  await window.page.keyboard.press('ControlOrMeta+a');
  await window.command('insert.bold');
  await expect(window.preview.locator('.e-content strong')).toHaveText('word');
  await window.command('edit.undo');
  await expect(window.preview.locator('.e-content strong')).toHaveCount(0);
  await window.goToEnd();
  await window.page.keyboard.type('Aside');
  await window.command('insert.heading-2');
  await expect(window.preview.locator('.e-content h2')).toHaveText('Aside');
});
