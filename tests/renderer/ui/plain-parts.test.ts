import { describe, expect, test } from 'vitest';
import { counted } from '../../../renderer/ui/counted.ts';
import { matchesKeys, showKeys } from '../../../renderer/ui/keys.ts';
import type { PressedKeys } from '../../../renderer/ui/keys.ts';
import { layRows, rowAt, rowsInView, scrollToRow } from '../../../renderer/ui/row-layout.ts';
import { shortAgo, shortDay } from '../../../renderer/ui/short-date.ts';

describe('rows of a long list', () => {
  const layout = layRows([100, 118, 100, 64]);

  test('rowAt finds the row at a height, and the ends', () => {
    expect([-5, 0, 99, 100, 217, 218, 381, 9999].map((y) => rowAt(layout, y))).toEqual([
      0, 0, 0, 1, 1, 2, 3, 3,
    ]);
    expect(rowAt(layRows([]), 0)).toBe(-1);
  });

  test('only the rows in view and a few around them are drawn', () => {
    const long = layRows(Array.from({ length: 10_000 }, () => 100));
    expect(rowsInView(long, 500_000, 800)).toEqual({ from: 4996, to: 5013 });
    expect(rowsInView(layout, 0, 10_000)).toEqual({ from: 0, to: 4 });
    expect(rowsInView(layRows([]), 0, 800)).toEqual({ from: 0, to: 0 });
  });

  test('scrollToRow moves no more than it must', () => {
    expect(scrollToRow(layout, 1, 50, 200)).toBe(50);
    expect(scrollToRow(layout, 0, 50, 200)).toBe(0);
    expect(scrollToRow(layout, 3, 0, 200)).toBe(182);
  });
});

describe('keys', () => {
  const press = (parts: Partial<PressedKeys>): PressedKeys => ({
    key: '',
    code: '',
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    ...parts,
  });

  test('are shown as each system writes them', () => {
    expect(showKeys('CmdOrCtrl+Shift+F', false)).toBe('Ctrl+Shift+F');
    expect(showKeys('CmdOrCtrl+Shift+F', true)).toBe('⇧⌘F');
    expect(showKeys('F2', true)).toBe('F2');
  });

  test('match exactly', () => {
    expect(matchesKeys(press({ key: 'F', ctrlKey: true, shiftKey: true }), 'CmdOrCtrl+Shift+F', false)).toBe(
      true,
    );
    expect(matchesKeys(press({ key: 'f', ctrlKey: true }), 'CmdOrCtrl+Shift+F', false)).toBe(false);
    expect(matchesKeys(press({ key: 'f', ctrlKey: true }), 'CmdOrCtrl+F', true)).toBe(false);
    expect(matchesKeys(press({ key: 'f', metaKey: true }), 'CmdOrCtrl+F', true)).toBe(true);
  });

  test('digits are known by their place on any layout', () => {
    const french = press({ key: '&', code: 'Digit1', ctrlKey: true });
    expect(matchesKeys(french, 'CmdOrCtrl+1', false)).toBe(true);
    expect(matchesKeys(french, 'CmdOrCtrl+2', false)).toBe(false);
  });
});

describe('short words', () => {
  test('days in their own offset', () => {
    expect(shortDay('2026-11-14T23:30:00-05:00', 2026)).toBe('14 Nov');
    expect(shortDay('2025-02-01', 2026)).toBe('1 Feb 2025');
    expect(shortDay('soon')).toBeUndefined();
  });

  test('the last hour', () => {
    expect(shortAgo(1000, 31_000)).toBe('just now');
    expect(shortAgo(0, 12 * 60_000)).toBe('12 min ago');
    expect(shortAgo(0, 60 * 60_000)).toBeUndefined();
    expect(shortAgo(10 * 60_000, 0)).toBeUndefined();
  });

  test('counts', () => {
    expect([counted(1, 'post'), counted(1204, 'post'), counted(2, 'entry', 'entries')]).toEqual([
      '1 post',
      '1,204 posts',
      '2 entries',
    ]);
  });
});
