import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Dialog } from 'electron';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDialogs } from '../../../electron/main/dialogs.ts';
import { openLink } from '../../../electron/main/links.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'galley-dialogs-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A system whose save dialog answers `chosen` and whose questions are answered by the button `response`. */
function system(chosen: string, response: number) {
  const asked: string[] = [];
  const dialog = {
    showOpenDialog: () => Promise.resolve({ canceled: chosen === '', filePaths: [chosen] }),
    showSaveDialog: () => Promise.resolve({ canceled: chosen === '', filePath: chosen }),
    showMessageBox: ({ message }: { readonly message: string }) => {
      asked.push(message);
      return Promise.resolve({ response, checkboxChecked: false });
    },
  };
  return { dialogs: createDialogs(dialog as unknown as Dialog, () => undefined), asked };
}

describe('the save dialog', () => {
  it.each([
    ['page', 'page.html'],
    ['page.html', 'page.html'],
    ['page.HTM', 'page.HTM'],
    ['page.md', 'page.md.html'],
  ])('answers %s with a page: %s', async (typed, file) => {
    const { dialogs, asked } = system(path.join(folder, typed), 0);
    expect(await dialogs.choosePage('/x')).toBe(path.join(folder, file));
    expect(asked).toEqual([]);
  });

  it('asks before it replaces a file that the person did not name', async () => {
    writeFileSync(path.join(folder, 'page.html'), 'old');
    const refused = system(path.join(folder, 'page'), 0);
    expect(await refused.dialogs.choosePage('/x')).toBeUndefined();
    expect(refused.asked).toEqual(['Replace “page.html”?']);
    const agreed = system(path.join(folder, 'page'), 1);
    expect(await agreed.dialogs.choosePage('/x')).toBe(path.join(folder, 'page.html'));
  });

  it('answers nothing when it is cancelled', async () => {
    const { dialogs } = system('', 0);
    expect(await dialogs.choosePage('/x')).toBeUndefined();
    expect(await dialogs.chooseCopy('/x')).toBeUndefined();
    expect(await dialogs.chooseFolder(undefined)).toBeUndefined();
    expect(await dialogs.chooseImage()).toBeUndefined();
  });
});

it('text that is saved nowhere stays unless the person gives it up', async () => {
  expect(await system('', 0).dialogs.confirmLoss(['a.md'])).toBe(false);
  expect(await system('', 1).dialogs.confirmLoss(['a.md'])).toBe(true);
});

describe('opening a link outside', () => {
  it.each(['file:///etc/passwd', 'javascript:alert(1)', 'app://galley/x', 'smb://x/', '../a.md', ''])(
    'refuses %s',
    async (url) => {
      const opened: string[] = [];
      const shell = { openExternal: (link: string) => Promise.resolve(void opened.push(link)) };
      expect(await openLink(shell, url)).toMatchObject({ ok: false, failure: { code: 'refused-link' } });
      expect(opened).toEqual([]);
    },
  );

  it('hands web and mail addresses to the system, and says when it has no program for them', async () => {
    const opened: string[] = [];
    const shell = { openExternal: (link: string) => Promise.resolve(void opened.push(link)) };
    expect((await openLink(shell, 'https://example.com/a')).ok).toBe(true);
    expect((await openLink(shell, 'mailto:a@example.com')).ok).toBe(true);
    expect(opened).toEqual(['https://example.com/a', 'mailto:a@example.com']);
    const broken = { openExternal: () => Promise.reject(new Error('none')) };
    expect(await openLink(broken, 'https://example.com/')).toMatchObject({ failure: { code: 'no-program' } });
  });
});
