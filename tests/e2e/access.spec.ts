import type { Page } from '@playwright/test';
import axe, { type AxeResults } from 'axe-core';
import { expect, test } from '../helpers/journey.ts';

/** What axe finds in the window, as `rule: elements`; the page in the preview has tests of its own. */
async function problems(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: injected } = window as unknown as {
      axe: { run: (where: Document, options: { iframes: boolean }) => Promise<AxeResults> };
    };
    const { violations } = await injected.run(document, { iframes: false });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
    );
  });
}

for (const theme of ['light', 'dark'] as const) {
  test(`every panel and dialog can be read and named, ${theme}`, async ({ place }) => {
    const { window } = await place.start({ open: [place.library('sample')] });
    const { page } = window;
    await window.command(`view.theme-${theme}`);
    await expect
      .poll(() => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches))
      .toBe(theme === 'dark');
    await window.openPost('How a tide table is made');
    expect(await problems(page)).toEqual([]);

    for (const [command, name] of [
      ['view.palette', 'Go to post or command'],
      ['settings.show', 'Settings'],
      ['trash.show', 'Trash'],
    ] as const) {
      await window.command(command);
      const dialog = page.getByRole('dialog');
      await expect(dialog, name).toBeVisible();
      expect(await problems(page), name).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
    }

    await window.command('edit.find');
    await expect(page.getByRole('textbox', { name: 'Find in post', exact: true })).toBeVisible();
    expect(await problems(page)).toEqual([]);
  });
}
