import { expect, it } from 'vitest';
import { isOwnWindow } from '../../../electron/main/sender.ts';

const top = { origin: 'app://galley', parent: null };

it('takes calls of the top frame of the window', () => {
  expect(isOwnWindow({ frame: top, contentsId: 1 }, 1)).toBe(true);
});

it.each([
  ['another window', { frame: top, contentsId: 2 }, 1],
  ['no window', { frame: top, contentsId: 1 }, undefined],
  ['a frame that is gone', { frame: null, contentsId: 1 }, 1],
  [
    'a frame inside, such as the preview',
    { frame: { origin: 'app://galley', parent: top }, contentsId: 1 },
    1,
  ],
  ['another origin', { frame: { origin: 'https://galley', parent: null }, contentsId: 1 }, 1],
  ['another host', { frame: { origin: 'app://galley.evil', parent: null }, contentsId: 1 }, 1],
  ['an opaque origin', { frame: { origin: 'null', parent: null }, contentsId: 1 }, 1],
  ['a file', { frame: { origin: 'file://', parent: null }, contentsId: 1 }, 1],
])('refuses %s', (_what, caller, id) => {
  expect(isOwnWindow(caller, id)).toBe(false);
});
