import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createEvents } from '../../../electron/main/events.ts';
import { createFlusher } from '../../../electron/main/flush.ts';

type Sent = readonly [channel: string, name: unknown, payload: unknown];

function connect() {
  const sent: Sent[] = [];
  let destroyed = false;
  const target = {
    isDestroyed: () => destroyed,
    send: (channel: string, ...args: readonly unknown[]) => {
      sent.push([channel, args[0], args[1]]);
    },
  };
  const events = createEvents(() => target);
  return { sent, events, flusher: createFlusher(events, 5000), destroy: () => (destroyed = true) };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('asking the window for its text', () => {
  it('waits for the answer', async () => {
    const { sent, events, flusher } = connect();
    events.listen();
    const done = flusher.flush('quit');
    expect(sent).toEqual([['galley:event', 'app.flush', { reason: 'quit' }]]);
    flusher.flushed();
    expect(await done).toBe('flushed');
  });

  it('does not wait for a window that never listened', async () => {
    const { sent, flusher } = connect();
    expect(await flusher.flush('quit')).toBe('silent');
    expect(sent).toEqual([]);
  });

  it('goes on after the deadline', async () => {
    const { events, flusher } = connect();
    events.listen();
    const done = flusher.flush('quit');
    await vi.advanceTimersByTimeAsync(4999);
    const early = await Promise.race([done, Promise.resolve('waiting')]);
    expect(early).toBe('waiting');
    await vi.advanceTimersByTimeAsync(1);
    expect(await done).toBe('late');
  });

  it('does not take the answer to an earlier request for its own', async () => {
    const { events, flusher } = connect();
    events.listen();
    const blur = flusher.flush('blur');
    const quit = flusher.flush('quit');
    flusher.flushed();
    expect(await blur).toBe('flushed');
    expect(await Promise.race([quit, Promise.resolve('waiting')])).toBe('waiting');
    flusher.flushed();
    expect(await quit).toBe('flushed');
  });

  it('takes a late answer for the request that it belongs to', async () => {
    const { events, flusher } = connect();
    events.listen();
    const first = flusher.flush('blur');
    await vi.advanceTimersByTimeAsync(5000);
    expect(await first).toBe('late');
    const second = flusher.flush('quit');
    flusher.flushed();
    expect(await Promise.race([second, Promise.resolve('waiting')])).toBe('waiting');
    flusher.flushed();
    expect(await second).toBe('flushed');
  });

  it('ends when the window dies, and starts anew with the next one', async () => {
    const { events, flusher } = connect();
    events.listen();
    const done = flusher.flush('close');
    events.silence();
    flusher.forget();
    expect(await done).toBe('silent');
    events.listen();
    const next = flusher.flush('close');
    flusher.flushed();
    expect(await next).toBe('flushed');
  });

  it('is not confused by answers that nobody asked for', async () => {
    const { events, flusher } = connect();
    events.listen();
    flusher.flushed();
    flusher.flushed();
    const done = flusher.flush('quit');
    expect(await Promise.race([done, Promise.resolve('waiting')])).toBe('waiting');
  });
});

describe('events', () => {
  it('are lost without a listener, but what must not be missed is kept', () => {
    const { sent, events } = connect();
    events.send('app.notice', { message: 'lost' });
    events.sendOrKeep('app.notice', { message: 'kept' });
    expect(sent).toEqual([]);
    events.listen();
    events.silence();
    events.listen();
    expect(sent.map(([, , payload]) => payload)).toEqual([{ message: 'kept' }]);
  });

  it('that follow the answer of the start are kept until the window has it', () => {
    const { sent, events } = connect();
    events.send('library.progress', { found: 1, read: 0 });
    events.prepare();
    events.send('library.progress', { found: 2, read: 1 });
    expect(sent).toEqual([]);
    events.listen();
    events.prepare();
    events.send('library.progress', { found: 2, read: 2 });
    expect(sent.map(([, , payload]) => payload)).toEqual([
      { found: 2, read: 1 },
      { found: 2, read: 2 },
    ]);
  });

  it('never reach a destroyed page', () => {
    const { sent, events, destroy } = connect();
    events.listen();
    destroy();
    events.send('app.notice', { message: 'x' });
    expect(sent).toEqual([]);
  });
});
