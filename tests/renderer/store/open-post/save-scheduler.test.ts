import { beforeEach, describe, expect, it } from 'vitest';
import { SaveScheduler } from '../../../../renderer/store/save-scheduler.ts';
import { fakeClock } from '../../../helpers/fake-clock.ts';
import type { FakeClock } from '../../../helpers/fake-clock.ts';

let clock: FakeClock;
let saves: number[];
let scheduler: SaveScheduler;

beforeEach(() => {
  clock = fakeClock(0);
  saves = [];
  scheduler = new SaveScheduler(clock, () => {
    saves.push(clock.now());
    scheduler.started();
  });
});

describe('SaveScheduler', () => {
  it('saves a second after the last change', async () => {
    scheduler.touched();
    await clock.advance(600);
    scheduler.touched();
    await clock.advance(999);
    expect(saves).toEqual([]);
    await clock.advance(1);
    expect(saves).toEqual([1600]);
  });

  it('saves at least every ten seconds while typing goes on', async () => {
    for (let at = 0; at < 25_000; at += 500) {
      scheduler.touched();
      await clock.advance(500);
    }
    expect(saves).toEqual([10_000, 20_000]);
  });

  it('has one timer at a time, however fast the keys', async () => {
    for (let at = 0; at < 100; at += 1) {
      scheduler.touched();
      await clock.advance(10);
    }
    expect(clock.waiting()).toBe(1);
  });

  it('saves within 700 ms while the journal fails', async () => {
    scheduler.touched();
    await clock.advance(300);
    scheduler.setUrgent(true);
    await clock.advance(400);
    expect(saves).toEqual([700]);
    scheduler.touched();
    await clock.advance(700);
    expect(saves).toEqual([700, 1400]);
    scheduler.setUrgent(false);
    scheduler.touched();
    await clock.advance(2000);
    expect(saves).toEqual([700, 1400, 2400]);
  });

  it('tries again after a failure, each time later, at most after a minute', async () => {
    scheduler = new SaveScheduler(clock, () => {
      saves.push(clock.now());
      scheduler.started();
      scheduler.failed();
    });
    scheduler.touched();
    await clock.advance(200_000);
    const pauses = saves.slice(1).map((at, index) => at - (saves[index] ?? 0));
    expect(pauses).toEqual([2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]);
  });

  it('tries at the next change already, and starts over once a save succeeds', async () => {
    scheduler.failed();
    scheduler.failed();
    scheduler.touched();
    await clock.advance(1000);
    expect(saves).toEqual([1000]);
    scheduler.succeeded();
    scheduler.failed();
    await clock.advance(2000);
    expect(saves).toEqual([1000, 3000]);
  });

  it('does nothing once it is cancelled', async () => {
    scheduler.touched();
    scheduler.failed();
    scheduler.cancel();
    await clock.advance(100_000);
    expect(saves).toEqual([]);
  });
});
