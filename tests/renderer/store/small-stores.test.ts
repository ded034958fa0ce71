import { describe, expect, test } from 'vitest';
import { ok } from '../../../core/base/result.ts';
import { createDialogsStore } from '../../../renderer/store/dialogs.ts';
import { createLayoutStore, panelShown } from '../../../renderer/store/layout.ts';
import { createNoticesStore } from '../../../renderer/store/notices.ts';
import { createSettingsStore } from '../../../renderer/store/settings.ts';
import { appSettings, fakeMain } from '../make.ts';

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

describe('settings', () => {
  test('a change shows at once and is handed to main', async () => {
    const main = fakeMain({ 'settings.update': () => ok({ ...appSettings, theme: 'dark' }) });
    const store = createSettingsStore(main.api, appSettings);
    store.update({ theme: 'dark' });
    expect(store.getState().theme).toBe('dark');
    await settle();
    expect(main.calls).toEqual([{ name: 'settings.update', args: { theme: 'dark' } }]);
  });

  test('an answer to an older change does not undo a newer one', async () => {
    const main = fakeMain({
      'settings.update': (args) => ok({ ...appSettings, ...(args as object) }),
    });
    const store = createSettingsStore(main.api, appSettings);
    store.update({ theme: 'dark' });
    store.update({ viewMode: 'read' });
    await settle();
    expect(store.getState().viewMode).toBe('read');
  });
});

describe('notices', () => {
  test('a repeated sentence replaces itself; at most four are shown', () => {
    const store = createNoticesStore();
    for (const message of ['a', 'b', 'a', 'c', 'd', 'e']) store.show({ tone: 'info', message });
    expect(store.getState().notices.map((notice) => notice.message)).toEqual(['a', 'c', 'd', 'e']);
  });

  test('errors and lists stay, the rest goes', () => {
    const store = createNoticesStore();
    store.fail({ code: 'x', message: 'It failed.', remedy: 'Try again.' });
    store.show({ tone: 'info', message: 'Done.' });
    store.show({ tone: 'info', message: 'Left out', details: ['a.png: not there'] });
    store.show({ tone: 'info', message: 'Undo?', actions: [{ label: 'Undo', run: () => undefined }] });
    const [failed, done, list, undo] = store.getState().notices;
    expect([failed?.lasts, list?.lasts]).toEqual([undefined, undefined]);
    expect(undo?.lasts).toBeGreaterThan(done?.lasts ?? Infinity);
  });

  test('the answer of show takes the notice away', () => {
    const store = createNoticesStore();
    store.show({ tone: 'info', message: 'Done.' })();
    expect(store.getState().notices).toEqual([]);
  });
});

describe('layout', () => {
  const make = (): {
    readonly settings: ReturnType<typeof createSettingsStore>;
    readonly layout: ReturnType<typeof createLayoutStore>;
  } => {
    const settings = createSettingsStore(fakeMain().api, appSettings);
    return { settings, layout: createLayoutStore(settings) };
  };

  test('in a wide window panels are remembered in the settings', () => {
    const { settings, layout } = make();
    layout.toggle('posts');
    expect(settings.getState().showPosts).toBe(false);
    layout.show('posts');
    expect(settings.getState().showPosts).toBe(true);
  });

  test('in a narrow window a panel lies over the others for now, one at a time', () => {
    const { settings, layout } = make();
    layout.setWidth('narrow');
    expect(panelShown('posts', layout.getState(), true)).toBe(false);
    layout.toggle('posts');
    layout.toggle('details');
    expect(layout.getState().overlay).toBe('details');
    layout.toggle('details');
    expect(layout.getState().overlay).toBeUndefined();
    expect(settings.getState()).toMatchObject({ showPosts: true, showDetails: true });
  });

  test('in a medium window only the details lie over the others', () => {
    const { settings, layout } = make();
    layout.setWidth('medium');
    layout.toggle('posts');
    expect(settings.getState().showPosts).toBe(false);
    layout.show('details');
    expect(layout.getState().overlay).toBe('details');
    layout.setWidth('wide');
    expect(layout.getState().overlay).toBeUndefined();
  });
});

test('one dialog at a time', () => {
  const dialogs = createDialogsStore();
  dialogs.show('settings');
  dialogs.show('trash');
  expect(dialogs.getState().open).toBe('trash');
  dialogs.close();
  expect(dialogs.getState().open).toBeUndefined();
});
