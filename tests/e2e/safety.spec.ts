import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '../helpers/journey.ts';

const hostile = `---
title: Hostile
category: "<img src=x onerror=alert(1)>"
---

<img src="x" onerror="window.top.hurt = 1">
<script>window.top.hurt = 2; parent.hurt = 2</script>
<svg onload="parent.hurt = 3"><script>parent.hurt = 4</script></svg>
<iframe src="https://far.example/"></iframe>
<a href="javascript:parent.hurt=5">press</a>
[press too](javascript:parent.hurt=6)
<form action="https://far.example/"><input name="a"><button>go</button></form>
<style>* { display: none }</style>
<meta http-equiv="refresh" content="0; url=https://far.example/">
![far](https://far.example/pixel.png)

The end.
`;

test('a hostile post is shown without doing anything', async ({ place }) => {
  const library = place.newLibrary({ 'hostile.md': hostile });
  const { app, window } = await place.start({ open: [library] });
  const asked: string[] = [];
  window.page.on('request', (request) => asked.push(request.url()));
  await window.openPost('Hostile');
  await expect(window.preview.getByText('The end.')).toBeVisible();
  for (const name of [
    'script',
    'iframe',
    'form',
    'style',
    'meta[http-equiv=refresh]',
    'svg',
    '[onerror]',
    '[style]',
  ]) {
    await expect(window.preview.locator(`body ${name}`)).toHaveCount(0);
  }
  await expect(window.preview.locator('a[href^="javascript:"]')).toHaveCount(0);
  await window.page.waitForTimeout(500);
  expect(await window.page.evaluate(() => 'hurt' in globalThis)).toBe(false);
  expect(asked.filter((url) => !url.startsWith('app://galley/') && !url.startsWith('data:'))).toEqual([]);
  expect(app.electron.windows()).toHaveLength(1);
});

test('the window cannot reach Node, open windows, navigate or leave its scheme', async ({ place }) => {
  const outside = path.join(place.folder, 'secret.txt');
  writeFileSync(outside, 'secret');
  const library = place.newLibrary({ 'one.md': '---\ntitle: One\n---\n\nWords.\n' });
  const { app, window } = await place.start({ open: [library] });
  await window.openPost('One');
  const { page } = window;
  const reach = await page.evaluate(() => ({
    require: typeof (globalThis as Record<string, unknown>)['require'],
    process: typeof (globalThis as Record<string, unknown>)['process'],
    module: typeof (globalThis as Record<string, unknown>)['module'],
    opened: globalThis.open('https://far.example/') === null,
    bridge: Object.keys((globalThis as unknown as { galley: object }).galley).sort(),
  }));
  expect(reach).toEqual({
    require: 'undefined',
    process: 'undefined',
    module: 'undefined',
    opened: true,
    bridge: ['call', 'on'],
  });
  expect(app.electron.windows()).toHaveLength(1);

  const before = page.url();
  await page.evaluate(() => {
    location.href = 'https://far.example/';
  });
  await page.waitForTimeout(500);
  expect(page.url()).toBe(before);

  const answers = await page.evaluate(async (file) => {
    const paths = [
      '/../../package.json',
      '/%2e%2e/%2e%2e/package.json',
      '/..%2f..%2fpackage.json',
      '/assets/..%5c..%5cpackage.json',
      `/media/one.md/${encodeURIComponent(file)}`,
      `/media/one.md/${encodeURIComponent('../secret.txt')}`,
      `/media/${encodeURIComponent('../secret.txt')}/x`,
      `/media/one.md/${encodeURIComponent(`file://${file}`)}`,
    ];
    const seen = paths.map(async (name) => {
      const answer = await fetch(`app://galley${name}`).catch(() => undefined);
      return answer === undefined ? 0 : answer.status;
    });
    return Promise.all(seen);
  }, outside);
  expect(answers.every((status) => status === 0 || (status >= 400 && status < 500))).toBe(true);
  const far = await page.evaluate(() =>
    fetch('https://far.example/').then(
      () => 'reached',
      () => 'refused',
    ),
  );
  expect(far).toBe('refused');
});

test('calls that do not fit the contract are refused', async ({ place }) => {
  const library = place.newLibrary({ 'one.md': 'Words.\n' });
  const { window } = await place.start({ open: [library] });
  const answers = await window.page.evaluate(async () => {
    const { galley } = globalThis as unknown as {
      galley: { call: (name: string, args: unknown) => Promise<unknown> };
    };
    const tries: readonly (readonly [string, unknown])[] = [
      ['post.open', { id: '../secret.md' }],
      ['post.open', { id: '/etc/passwd' }],
      ['post.open', {}],
      ['library.open', { token: '/etc' }],
      ['app.open-link', { url: 'file:///etc/passwd' }],
      ['app.open-link', { url: 'javascript:alert(1)' }],
      ['no.such.call', undefined],
    ];
    const outcomes = tries.map(([name, args]) =>
      galley.call(name, args).then(
        (answer) => (answer as { ok: boolean }).ok,
        () => false,
      ),
    );
    return Promise.all(outcomes);
  });
  expect(answers).toEqual(answers.map(() => false));
});

test('for an ordinary user the window runs in the sandbox of the system', async ({ place }) => {
  test.skip(process.platform !== 'linux', 'only Linux tells by a file what a process may do');
  const library = place.newLibrary({ 'one.md': '---\ntitle: One\n---\n\nWords.\n' });
  const { app, window } = await place.start({ open: [library], asNobody: true });
  await window.openPost('One');
  const { pid, args } = await app.electron.evaluate(({ BrowserWindow }) => ({
    pid: BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
    args: process.argv,
  }));
  expect(args).not.toContain('--no-sandbox');
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  expect(status).toMatch(/^Seccomp:\s*2$/m);
  expect(status).toMatch(/^NoNewPrivs:\s*1$/m);
});
