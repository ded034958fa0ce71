import { expect, test } from '../helpers/journey.ts';
import type { Visit } from '../helpers/journey.ts';

/** Gives the window's content this size in CSS pixels, as a large zoom does; smaller than a person could make it. */
async function resize({ app, window }: Visit, width: number): Promise<void> {
  await app.electron.evaluate(({ BrowserWindow }, wanted) => {
    const [shown] = BrowserWindow.getAllWindows();
    shown?.setMinimumSize(200, 200);
    shown?.setContentSize(wanted, 500);
  }, width);
  await expect.poll(() => window.page.evaluate(() => innerWidth)).toBe(width);
}

test('in half a small window every button of the top bar is within reach', async ({ place }) => {
  const visit = await place.start({ open: [place.library('sample')] });
  await visit.window.openPost('How a tide table is made');
  await resize(visit, 512);
  const bar = visit.window.page.getByRole('banner');
  const names = ['Posts', /^Library:/, '+ New post', 'Details', 'Export…'];
  const buttons = [
    ...names.map((name) => bar.getByRole('button', { name })),
    ...['Write', 'Split', 'Read'].map((name) => bar.getByRole('radio', { name })),
  ];
  // A trial click fails where something else covers the middle of the button.
  for (const button of buttons) await button.click({ trial: true });
  const boxes = await Promise.all(buttons.map((button) => button.boundingBox()));
  for (const box of boxes) expect((box?.x ?? 512) + (box?.width ?? 0)).toBeLessThanOrEqual(512);
});

test('a panel over the text gives the focus back when it is closed', async ({ place }) => {
  const library = place.newLibrary({ 'one.md': '---\ntitle: One\n---\n\nWords.\n' });
  const visit = await place.start({ open: [library] });
  const { window } = visit;
  await window.openPost('One');
  await resize(visit, 760);
  await window.goToEnd();
  await window.command('view.details');
  await expect(window.details).toBeVisible();
  await expect(window.editor).not.toBeFocused();
  await window.page.keyboard.press('Escape');
  await expect(window.details).toHaveCount(0);
  await expect(window.editor).toBeFocused();
});
