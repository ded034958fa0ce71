import { readFileSync } from 'node:fs';
import path from 'node:path';
import { answerSaveDialog } from '../helpers/app.ts';
import { runGalley } from '../helpers/galley-process.ts';
import { expect, test } from '../helpers/journey.ts';
import { pageBody, previewBody } from '../helpers/page-text.ts';

test('a post of a library becomes the page that was promised, by window and by command line', async ({
  place,
}) => {
  const library = place.library('weekly');
  const page = path.join(place.folder, 'page.html');
  const { app, window } = await place.start({ open: [library] });
  await window.openPost('Meetings That End Early');

  const shown = await previewBody(window.page);
  await answerSaveDialog(app, page);
  await window.command('export.html');
  await expect(window.notices).toContainText('page.html');
  await expect(window.notices.getByRole('button', { name: /show in/i })).toBeVisible();

  const html = readFileSync(page, 'utf8');
  const byCommand = await runGalley(['export', 'meetings-that-end-early.md', '-o', '-'], library);
  expect(byCommand.stdout).toBe(html);

  const browser = await place.browse(page);
  const reader = browser.page;
  expect(await pageBody(reader)).toBe(shown);
  await expect(reader).toHaveTitle(/Meetings That End Early/);
  await expect(reader.locator('h1')).toHaveText(['Meetings That End Early']);
  const article = reader.locator('main > article.h-entry');
  await expect(article.locator('> .category')).toHaveText('Productivity');
  const byline = article.locator('> .byline');
  await expect(byline.locator('.p-author .avatar')).toHaveText('A');
  await expect(byline.locator('.p-author .p-name')).toHaveText('Admin User');
  await expect(byline.locator('.p-author .p-job-title')).toHaveText('Author');
  await expect(byline.locator('time')).toHaveAttribute('datetime', '2026-03-09T07:30:00+01:00');
  await expect(byline.locator('time')).toHaveText('9 March 2026');
  await expect(byline).toContainText('4 min read');
  await expect(byline).toContainText('3 views');
  await expect(article.locator('.e-content h2')).toHaveText([
    'The empty half',
    'A question at the top',
    'Somebody keeps the door',
    'What we did with the time',
    'Where it does not work',
  ]);
  const source = article.locator('> .sources');
  await expect(source).toContainText(
    'This post was inspired by “The Half-Hour That Was Not Needed” by Rolf Aasen',
  );
  await expect(source).toContainText('Office Hours Quarterly');
  await expect(source.getByRole('link', { name: 'Read the original article' })).toHaveAttribute(
    'href',
    'https://officehours.example/half-hour',
  );
  const share = article.locator('> .share');
  await expect(share).toContainText('Share this article');
  await expect(share.getByRole('link')).toHaveText(['Mastodon', 'LinkedIn', 'X', 'Email']);
  const card = article.locator('> .card');
  await expect(card).toContainText('Written by');
  await expect(card.locator('.p-name')).toHaveText('Petra Solberg');
  await expect(card).toContainText("Helps small offices waste less of each other's time");
  await expect(card.getByRole('link')).toHaveText(['Portfolio', 'About', 'Get in touch']);
  const related = reader.locator('main > .related');
  await expect(related).toContainText('Related articles');
  await expect(related).toContainText('An invitation is a contract');
  await expect(related).not.toContainText('Unfinished');
  expect(await browser.requests()).toEqual([`file://${page}`]);
});

test('the post that shows everything is a whole page with its images inside', async ({ place }) => {
  const library = place.library('sample');
  const page = path.join(place.folder, 'page.html');
  const { app, window } = await place.start({ open: [library] });
  await window.openPost('How a tide table is made');
  await expect(window.preview.locator('img.u-featured')).toHaveAttribute('width', '1200');

  const shown = await previewBody(window.page);
  await answerSaveDialog(app, page);
  await window.command('export.html');
  await expect(window.notices).toContainText('page.html');

  const html = readFileSync(page, 'utf8');
  expect(html).not.toContain(place.folder);
  const byCommand = await runGalley(['export', 'how-a-tide-table-is-made.md', '-o', '-'], library);
  expect(byCommand.stdout).toBe(html);

  const browser = await place.browse(page);
  expect(await pageBody(browser.page)).toBe(shown);
  const content = browser.page.locator('.e-content');
  await expect(content.locator('table th[scope="col"]')).toHaveCount(5);
  await expect(content.locator('figure figcaption')).toContainText('Six hours of rising water.');
  await expect(content.locator('blockquote')).toContainText('leave the space');
  await expect(content.locator('pre code')).toContainText('function heights(low, high)');
  await expect(content.locator('input[type=checkbox]')).toHaveCount(4);
  await expect(content.locator('input[type=checkbox]:checked')).toHaveCount(2);
  await expect(content.locator('del, s')).toHaveText('a metre');
  await expect(content.locator('h3')).toHaveText('Where it stops being true');
  await expect(content.locator('ol > li')).not.toHaveCount(0);
  await expect(content.locator('a[role="doc-noteref"], sup a')).toHaveCount(2);
  const widths = await browser.page
    .locator('img')
    .evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth));
  expect(widths.length).toBeGreaterThanOrEqual(3);
  expect(widths.every((width) => width > 0)).toBe(true);
  expect(await browser.requests()).toEqual([`file://${page}`]);
});

test('cancelling the dialog writes nothing, and a page that cannot be written says why', async ({
  place,
}) => {
  const library = place.newLibrary({ 'one.md': '---\ntitle: One\n---\n\nWords.\n' });
  const { app, window } = await place.start({ open: [library] });
  await window.openPost('One');
  await app.electron.evaluate(({ dialog }) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: true, filePath: '' });
  });
  await window.command('export.html');
  await answerSaveDialog(app, path.join(place.folder, 'nowhere/page.html'));
  await window.command('export.html');
  await expect(window.notices).toContainText('its folder does not exist');
});
