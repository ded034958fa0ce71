import { describe, expect, it } from 'vitest';
import { maxRecent, readAppState, rememberLibrary, rememberPost } from '../../../electron/main/app-state.ts';
import type { AppState } from '../../../electron/main/app-state.ts';
import { toPostId } from '../../../core/post/post-id.ts';

const full: AppState = {
  settings: {
    theme: 'dark',
    viewMode: 'write',
    divider: 0.3,
    showPosts: false,
    showDetails: false,
    editorFontSize: 20,
    editorFont: 'inter',
  },
  window: { bounds: { x: 1, y: 2, width: 900, height: 700 }, maximised: true },
  libraries: [
    { path: '/home/w/notes', post: toPostId('a/b.md') },
    { path: '/home/w/other', post: undefined },
  ],
  exportFolder: '/home/w/pages',
};
const defaults = readAppState(undefined);

describe('reading what a settings file held', () => {
  it('brings everything back', () => {
    expect(readAppState(JSON.parse(JSON.stringify(full)))).toEqual(full);
  });

  it('starts with the defaults for nothing', () => {
    expect(defaults.settings).toMatchObject({ theme: 'system', viewMode: 'split', divider: 0.5 });
    expect(defaults.libraries).toEqual([]);
    expect(defaults.window).toBeUndefined();
  });

  it('keeps every good setting beside a bad one', () => {
    const settings = { ...full.settings, theme: 'purple', divider: 7, editorFontSize: '20' };
    expect(readAppState({ settings }).settings).toEqual({
      ...full.settings,
      theme: 'system',
      divider: 0.5,
      editorFontSize: 16,
    });
  });

  it.each([null, 7, 'x', [], { settings: [] }, { settings: null, window: { bounds: null } }])(
    'takes %j for nothing',
    (raw) => {
      expect(readAppState(raw)).toEqual(defaults);
    },
  );

  it('refuses relative folders and ids that lead outside, but keeps the library of a bad id', () => {
    const libraries = [
      { path: 'notes' },
      { path: '/ok', post: '../../etc/x.md' },
      { path: '/ok' },
      'x',
      { post: 'a.md' },
    ];
    expect(readAppState({ libraries, exportFolder: 'pages' })).toEqual({
      ...defaults,
      libraries: [{ path: '/ok', post: undefined }],
    });
  });

  it('survives any value in any place', () => {
    const values = [undefined, null, 0, -1, NaN, '', 'x', [], {}, [[]], true, { path: {} }];
    const keys = ['settings', 'window', 'libraries', 'exportFolder'];
    for (const key of keys) {
      for (const value of values) {
        const state = readAppState({ ...full, [key]: value });
        expect(Object.keys(state)).toEqual(Object.keys(defaults));
      }
    }
  });
});

describe('known libraries', () => {
  it('puts the newest first, once, with its post, and forgets the oldest', () => {
    let state = full;
    for (let at = 0; at < 20; at += 1) state = rememberLibrary(state, `/l/${at}`);
    expect(state.libraries).toHaveLength(maxRecent);
    expect(state.libraries[0]?.path).toBe('/l/19');
    state = rememberPost(state, '/l/15', toPostId('x.md'));
    state = rememberLibrary(state, '/l/15');
    expect(state.libraries[0]).toEqual({ path: '/l/15', post: 'x.md' });
    expect(state.libraries.filter((library) => library.path === '/l/15')).toHaveLength(1);
  });

  it('does not learn of a library through a post', () => {
    expect(rememberPost(full, '/elsewhere', toPostId('x.md')).libraries).toEqual(full.libraries);
  });
});
