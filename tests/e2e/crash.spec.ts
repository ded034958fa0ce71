import { readFileSync } from 'node:fs';
import path from 'node:path';
import { killApp, killWindowProcess } from '../helpers/app.ts';
import { expect, test } from '../helpers/journey.ts';

const start = '---\ntitle: One\n---\n\nBefore.\n';

/** Types numbered words, one every 60 ms, and answers with the time at which each was in the editor. */
async function typeWords(type: (text: string) => Promise<void>, count: number): Promise<readonly number[]> {
  const times: number[] = [];
  for (let word = 0; word < count; word += 1) {
    await type(`w${word}. `);
    times.push(Date.now());
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  return times;
}

/** The words that must be there after an end at `end`: those typed more than a second before it. */
function oldWords(times: readonly number[], end: number): readonly string[] {
  return times.flatMap((time, word) => (time < end - 1000 ? [`w${word}.`] : []));
}

test('killing the app while typing loses at most the last second', async ({ place }) => {
  const library = place.newLibrary({ 'one.md': start });
  const first = await place.start({ open: [library] });
  await first.window.openPost('One');
  await first.window.goToEnd();
  const times = await typeWords((text) => first.window.page.keyboard.insertText(text), 40);
  const end = Date.now();
  await killApp(first.app);

  const file = readFileSync(path.join(library, 'one.md'), 'utf8');
  expect(file.startsWith(start.trimEnd())).toBe(true);
  const { window } = await place.start();
  await expect(window.editor).toContainText('w0.');
  const text = (await window.editor.textContent()) ?? '';
  const words = oldWords(times, end);
  expect(words.length).toBeGreaterThan(15);
  expect(words.filter((word) => !text.includes(word))).toEqual([]);
  await window.waitUntilSaved();
  expect(readFileSync(path.join(library, 'one.md'), 'utf8')).toContain(words.at(-1));
});

test('killing the process of the window brings text, cursor and scroll back', async ({ place }) => {
  const lines = Array.from({ length: 200 }, (_, line) => `Paragraph ${line}.`).join('\n\n');
  const library = place.newLibrary({ 'one.md': `---\ntitle: One\n---\n\n${lines}\n` });
  const { app, window } = await place.start({ open: [library] });
  await window.openPost('One');
  await window.goToEnd();
  const times = await typeWords((text) => window.page.keyboard.insertText(text), 30);
  const end = Date.now();
  await killWindowProcess(app);

  // The test's own handle on the page died with the process, so main is asked to look at the new one.
  const ask = (script: string): Promise<unknown> =>
    app.electron.evaluate(({ BrowserWindow }, code) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      // A process that is dying never answers.
      const patience = new Promise<undefined>((resolve) => setTimeout(resolve, 1000));
      return Promise.race([contents?.executeJavaScript(code) as Promise<unknown>, patience]);
    }, script);
  const shown = () => ask(`document.querySelector('.cm-content')?.textContent ?? ''`);
  await expect.poll(shown, { timeout: 15_000 }).toContain('w0.');
  const text = String(await shown());
  const words = oldWords(times, end);
  expect(words.length).toBeGreaterThan(10);
  expect(words.filter((word) => !text.includes(word))).toEqual([]);
  const scroll = () => ask(`document.querySelector('.cm-scroller')?.scrollTop ?? 0`);
  await expect.poll(scroll).toBeGreaterThan(1000);
  await app.electron.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    contents?.focus();
    return contents
      ?.executeJavaScript(`document.querySelector('.cm-content').focus()`)
      .then(() => contents.insertText('END'));
  });
  await expect.poll(shown).toMatch(/w\d+\. END$/);
  await expect
    .poll(() => readFileSync(path.join(library, 'one.md'), 'utf8'), { timeout: 5000 })
    .toMatch(/w\d+\. END$/);
});
