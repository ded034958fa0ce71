import { describe, expect, test, vi } from 'vitest';
import { ok } from '../../../core/base/result.ts';
import { createBridge } from '../../../renderer/bridge/bridge.ts';
import { fakeMain } from '../make.ts';

describe('bridge', () => {
  test('hands calls and answers through', async () => {
    const main = fakeMain({ 'trash.empty': () => ok({ moved: 3 }) });
    const bridge = createBridge(main.api, vi.fn());
    expect(await bridge.call('trash.empty', undefined)).toEqual(ok({ moved: 3 }));
    expect(main.calls).toEqual([{ name: 'trash.empty', args: undefined }]);
  });

  test('makes a failure of a call that throws', async () => {
    const report = vi.fn();
    const api = { call: () => Promise.reject(new Error('gone')), on: () => () => undefined };
    const answer = await createBridge(api as never, report).call('library.rescan', undefined);
    expect(answer).toMatchObject({ ok: false, failure: { code: 'no-answer' } });
    expect(report).toHaveBeenCalledWith('library.rescan threw: gone');
  });

  test('passes events that fit and drops those that do not', () => {
    const report = vi.fn();
    const heard = vi.fn();
    const main = fakeMain();
    const stop = createBridge(main.api, report).on('library.progress', heard);
    main.send('library.progress', { found: 2, read: 1 });
    main.send('library.progress', { found: 'two' });
    expect(heard.mock.calls).toEqual([[{ found: 2, read: 1 }]]);
    expect(report).toHaveBeenCalledOnce();
    stop();
    main.send('library.progress', { found: 3, read: 3 });
    expect(heard).toHaveBeenCalledOnce();
  });

  test('refuses a command that is in no list', () => {
    const heard = vi.fn();
    const main = fakeMain();
    createBridge(main.api, vi.fn()).on('app.command', heard);
    main.send('app.command', { command: 'post.burn' });
    main.send('app.command', { command: 'post.new' });
    expect(heard.mock.calls).toEqual([[{ command: 'post.new' }]]);
  });
});
