import { describe, expect, it } from 'vitest';
import { ok } from '../../../core/base/result.ts';
import { calls } from '../../../core/ipc/contract.ts';
import { createDispatcher } from '../../../electron/main/dispatch.ts';
import type { Handlers } from '../../../electron/main/ipc-types.ts';
import type { Log } from '../../../electron/main/log.ts';

function listening() {
  const lines: string[] = [];
  const add = (message: string): void => void lines.push(message);
  const log: Log = { file: '/dev/null', info: add, warn: add, error: add };
  const asked: (readonly [string, unknown])[] = [];
  const handler =
    (name: string) =>
    (args: unknown): Promise<unknown> => {
      asked.push([name, args]);
      return name === 'post.open' ? Promise.reject(new Error('a bug')) : Promise.resolve(ok(name));
    };
  const table = Object.fromEntries(Object.keys(calls).map((name) => [name, handler(name)]));
  return { dispatch: createDispatcher(table as unknown as Handlers, log), lines, asked };
}

describe('a call', () => {
  it('reaches its handler with validated arguments, without what the contract does not name', async () => {
    const { dispatch, asked } = listening();
    const answer = await dispatch('post.rename', { id: 'a.md', name: 'b', extra: '/etc/passwd' });
    expect(answer).toEqual(ok('post.rename'));
    expect(asked).toEqual([['post.rename', { id: 'a.md', name: 'b' }]]);
  });

  it.each(['no.such.call', 'toString', '__proto__', 'constructor', '', 7, null, undefined, ['post.open']])(
    'named %j is refused',
    async (name) => {
      const { dispatch, asked } = listening();
      expect(await dispatch(name, undefined)).toMatchObject({ ok: false, failure: { code: 'unknown-call' } });
      expect(asked).toEqual([]);
    },
  );

  it.each([
    ['post.open', { id: '../secret.md' }],
    ['post.open', { id: '/etc/passwd.md' }],
    ['post.open', { id: 'C:\\x.md' }],
    ['post.open', undefined],
    ['library.open', { token: '/etc' }],
    ['post.save', { id: 'a.md', text: 'x', base: 'short', seq: 1 }],
    ['journal.append', { id: 'a.md', seq: 1, batches: [[{ from: -1, to: 0, insert: '' }]] }],
    ['settings.update', { theme: 'purple' }],
    ['app.context-menu', { place: 'nowhere' }],
  ])('%s with %j is refused unread', async (name, args) => {
    const { dispatch, asked } = listening();
    expect(await dispatch(name, args)).toMatchObject({ ok: false, failure: { code: 'bad-arguments' } });
    expect(asked).toEqual([]);
  });

  it('whose handler has a bug is answered, and only the log hears of it', async () => {
    const { dispatch, lines } = listening();
    const answer = await dispatch('post.open', { id: 'a.md' });
    expect(answer).toMatchObject({ ok: false, failure: { code: 'internal' } });
    expect(JSON.stringify(answer)).not.toContain('a bug');
    expect(lines).toEqual(['post.open failed']);
  });
});
