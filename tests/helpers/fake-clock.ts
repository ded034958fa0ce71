import type { Clock } from '../../renderer/store/clock.ts';

/** A clock that stands still until it is turned. */
export interface FakeClock extends Clock {
  /** Lets milliseconds pass, running what falls due, in order, with all that follows from it. */
  readonly advance: (ms: number) => Promise<void>;
  /** How many tasks wait. */
  readonly waiting: () => number;
}

/** Starts at `start` milliseconds since the epoch. */
export function fakeClock(start = 1_000_000): FakeClock {
  const tasks = new Set<{ readonly at: number; readonly run: () => void }>();
  let now = start;
  const next = (until: number): { readonly at: number; readonly run: () => void } | undefined =>
    [...tasks].filter((task) => task.at <= until).sort((a, b) => a.at - b.at)[0];
  return {
    now: () => now,
    after: (delay, run) => {
      const task = { at: now + delay, run };
      tasks.add(task);
      return () => tasks.delete(task);
    },
    advance: async (ms) => {
      const until = now + ms;
      await settled();
      for (let task = next(until); task !== undefined; task = next(until)) {
        tasks.delete(task);
        now = Math.max(now, task.at);
        task.run();
        await settled();
      }
      now = until;
    },
    waiting: () => tasks.size,
  };
}

/** Lets everything run that waits for promises only. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
