import type { FlushReason } from '../../core/ipc/types.ts';
import type { Events } from './events.ts';

/** How a request to hand over the text ended: `silent` when no window listens, `late` after the deadline. */
type FlushOutcome = 'flushed' | 'silent' | 'late';

/** Asks the window for its text and waits for the answer. */
export interface Flusher {
  /** Never rejects. A window that does not answer in time is left behind: its journal has the text. */
  readonly flush: (reason: FlushReason) => Promise<FlushOutcome>;
  /** The window answered one request; it answers them in order, each once. */
  readonly flushed: () => void;
  /** The window is gone: nobody will answer. */
  readonly forget: () => void;
}

interface Waiter {
  readonly number: number;
  readonly end: (outcome: FlushOutcome) => void;
}

/** `deadlineMs`: how long to wait for an answer. */
export function createFlusher(events: Events, deadlineMs: number): Flusher {
  let asked = 0;
  let answered = 0;
  let waiters: readonly Waiter[] = [];
  const settle = (isDone: (waiter: Waiter) => boolean, outcome: FlushOutcome): void => {
    const done = waiters.filter(isDone);
    waiters = waiters.filter((waiter) => !isDone(waiter));
    for (const waiter of done) waiter.end(outcome);
  };
  return {
    flush: (reason) => {
      if (!events.isListening()) return Promise.resolve('silent');
      asked += 1;
      const number = asked;
      return new Promise((resolve) => {
        const timer = setTimeout(() => settle((waiter) => waiter.number === number, 'late'), deadlineMs);
        const end = (outcome: FlushOutcome): void => {
          clearTimeout(timer);
          resolve(outcome);
        };
        waiters = [...waiters, { number, end }];
        events.send('app.flush', { reason });
      });
    },
    flushed: () => {
      answered = Math.min(answered + 1, asked);
      settle((waiter) => waiter.number <= answered, 'flushed');
    },
    forget: () => {
      answered = asked;
      settle(() => true, 'silent');
    },
  };
}
