import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readAppState } from '../../../electron/main/app-state.ts';
import type { AppState } from '../../../electron/main/app-state.ts';
import { createSettings } from '../../../electron/main/settings.ts';
import { setAsideBadSettings } from '../../../electron/main/settings-file.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'galley-settings-'));
  file = path.join(folder, 'settings.json');
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

describe('a settings file', () => {
  const text = JSON.stringify({ settings: { theme: 'dark' }, libraries: [{ path: '/a' }] }, undefined, '\t');

  it('is left alone when it is good', () => {
    writeFileSync(file, text);
    expect(setAsideBadSettings(file, 'x')).toBeUndefined();
    expect(readdirSync(folder)).toEqual(['settings.json']);
  });

  it('may be missing', () => {
    expect(setAsideBadSettings(file, 'x')).toBeUndefined();
  });

  it('starts after every truncation, and no byte of it is lost', () => {
    for (let length = 0; length < text.length; length += 1) {
      const cut = text.slice(0, length);
      writeFileSync(file, cut);
      expect(setAsideBadSettings(file, `cut${length}`)).toContain('set aside');
      expect(readFileSync(path.join(folder, `settings.json.cut${length}.bad`), 'utf8')).toBe(cut);
      expect(readdirSync(folder)).not.toContain('settings.json');
    }
  });

  it.each(['null', '[]', '"text"', '7', '\0\0\0\0', '{"a":1}}'])('is set aside when it holds %j', (bad) => {
    writeFileSync(file, bad);
    expect(setAsideBadSettings(file, 'x')).toContain('set aside');
    expect(readFileSync(`${file}.x.bad`, 'utf8')).toBe(bad);
  });

  it('that is a folder is told and left', () => {
    mkdirSync(file);
    expect(setAsideBadSettings(file, 'x')).toContain('cannot keep changes');
  });
});

describe('settings in memory', () => {
  const silent = (): void => undefined;
  const dark = (state: AppState): AppState => ({ ...state, settings: { ...state.settings, theme: 'dark' } });

  it('are written once, a moment after several changes', () => {
    vi.useFakeTimers();
    const write = vi.fn();
    const settings = createSettings({ read: () => ({}), write }, undefined, silent);
    settings.change(dark);
    settings.change((state) => ({ ...state, exportFolder: '/x' }));
    expect(write).not.toHaveBeenCalled();
    vi.advanceTimersByTime(600);
    expect(write.mock.calls).toEqual([[settings.state()]]);
    expect(settings.state()).toMatchObject({ exportFolder: '/x', settings: { theme: 'dark' } });
  });

  it('are written at once on flush, and not twice', () => {
    vi.useFakeTimers();
    const write = vi.fn();
    const settings = createSettings({ read: () => ({}), write }, undefined, silent);
    settings.flush();
    settings.change(dark);
    settings.flush();
    vi.advanceTimersByTime(600);
    expect(write).toHaveBeenCalledTimes(1);
  });

  it('stay in memory when the disk fails, and say so', () => {
    const troubles: string[] = [];
    const fail = (): never => {
      throw new Error('no disk');
    };
    const settings = createSettings({ read: fail, write: fail }, 'a notice', (message) => {
      troubles.push(message);
    });
    expect(settings.state()).toEqual(readAppState({}));
    settings.change(dark);
    settings.flush();
    expect(settings.state().settings.theme).toBe('dark');
    expect(settings.notice).toBe('a notice');
    expect(troubles).toHaveLength(2);
  });

  it('tell listeners what was and what is, and only of changes', () => {
    const seen: string[] = [];
    const settings = createSettings({ read: () => ({}), write: silent }, undefined, silent);
    const stop = settings.subscribe((state, before) => {
      seen.push(`${before.settings.theme}>${state.settings.theme}`);
    });
    settings.change((state) => state);
    settings.change(dark);
    stop();
    settings.change((state) => ({ ...state, exportFolder: '/y' }));
    settings.flush();
    expect(seen).toEqual(['system>dark']);
  });
});
