/** What to do after the window's process died. */
export type CrashAnswer = 'reload' | 'ask';

/** Counts crashes of the window: the first `limit` within `spanMs` are answered by a reload, then a person is asked. */
export function createCrashGuard(limit: number, spanMs: number, now: () => number): () => CrashAnswer {
  let times: readonly number[] = [];
  return () => {
    const time = now();
    times = [...times.filter((earlier) => time - earlier < spanMs), time];
    if (times.length <= limit) return 'reload';
    times = [];
    return 'ask';
  };
}
