import { describe, expect, test } from 'vitest';
import type { Failure } from '../../../core/base/result.ts';
import { clampShare, shareAfterKey } from '../../../renderer/app/divider.tsx';
import { commandOfKeys } from '../../../renderer/app/keys.ts';
import { conflictWords, saveWords } from '../../../renderer/app/save-words.ts';
import { windowWidth } from '../../../renderer/app/window-width.ts';

const failure: Failure = { code: 'full', message: 'The disk is full.' };

describe('saveWords tells the truth', () => {
  test('only text that is in the file is called saved', () => {
    expect(saveWords({ kind: 'saved' }, 'a.md')).toEqual({ tone: 'ok', text: 'Saved to a.md' });
    const others = [
      saveWords({ kind: 'dirty' }, 'a.md'),
      saveWords({ kind: 'saving' }, 'a.md'),
      saveWords({ kind: 'failed', failure, journaled: true }, 'a.md'),
      saveWords({ kind: 'failed', failure, journaled: false }, 'a.md'),
      saveWords({ kind: 'conflict', theirs: undefined }, 'a.md'),
      saveWords({ kind: 'memory-only', failure }, 'a.md'),
    ];
    for (const { tone, text } of others) {
      expect(tone).not.toBe('ok');
      expect(text).not.toMatch(/saved to/iu);
    }
  });

  test('a file that is gone is not called changed', () => {
    const gone = { text: undefined, version: undefined, modifiedAt: undefined };
    const changed = { text: 'Theirs.', version: 'f00d', modifiedAt: 7 };
    const words = (theirs: typeof gone | typeof changed | undefined): string =>
      `${saveWords({ kind: 'conflict', theirs }, 'a.md').text} ${conflictWords({ kind: 'conflict', theirs }).message}`;
    expect(words(gone)).toMatch(/file gone.*deleted/iu);
    expect(words(changed)).toMatch(/changed outside.*changed outside/iu);
    expect(words(undefined)).toMatch(/changed outside.*changed outside/iu);
  });

  test('text that only memory has is an alarm', () => {
    expect(saveWords({ kind: 'memory-only', failure }, 'a.md').tone).toBe('alarm');
    expect(saveWords({ kind: 'failed', failure, journaled: false }, 'a.md').tone).toBe('alarm');
    expect(saveWords({ kind: 'failed', failure, journaled: true }, 'a.md').tone).toBe('warning');
  });
});

describe('divider', () => {
  test('stays within what main takes', () => {
    expect([clampShare(0), clampShare(1), clampShare(0.33333)]).toEqual([0.2, 0.8, 0.333]);
  });

  test('moves with the keys', () => {
    expect(shareAfterKey('ArrowRight', 0.79)).toBe(0.8);
    expect(shareAfterKey('ArrowLeft', 0.5)).toBe(0.48);
    expect([shareAfterKey('Home', 0.5), shareAfterKey('End', 0.5), shareAfterKey('Enter', 0.7)]).toEqual([
      0.2, 0.8, 0.5,
    ]);
    expect(shareAfterKey('a', 0.5)).toBeUndefined();
  });
});

test('windowWidth', () => {
  expect([760, 899, 900, 1099, 1100, 1920].map(windowWidth)).toEqual([
    'narrow',
    'narrow',
    'medium',
    'medium',
    'wide',
    'wide',
  ]);
});

test('keys lead to their commands', () => {
  const plain = { code: '', metaKey: false, altKey: false, shiftKey: false, ctrlKey: true };
  expect(commandOfKeys({ ...plain, key: 'n' }, false)).toBe('post.new');
  expect(commandOfKeys({ ...plain, key: '&', code: 'Digit2', altKey: true }, false)).toBe('view.split');
  expect(commandOfKeys({ ...plain, key: 'F2', ctrlKey: false }, false)).toBe('post.rename');
  expect(commandOfKeys({ ...plain, key: 'n', ctrlKey: false }, false)).toBeUndefined();
});
