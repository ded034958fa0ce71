import { beforeEach, describe, expect, it } from 'vitest';
import { err, ok } from '../../../../core/base/result.ts';
import type { Result } from '../../../../core/base/result.ts';
import type { TextEdit } from '../../../../core/base/text-edit.ts';
import { JournalPump } from '../../../../renderer/store/journal-pump.ts';
import type { JournalItem } from '../../../../renderer/store/journal-pump.ts';
import { fakeClock, settled } from '../../../helpers/fake-clock.ts';
import type { FakeClock } from '../../../helpers/fake-clock.ts';

const insert = (text: string): readonly TextEdit[] => [{ from: 0, to: 0, insert: text }];
const words = (item: JournalItem): string =>
  item.batches
    .flat()
    .map((edit) => edit.insert)
    .join('');

let clock: FakeClock;
let sent: JournalItem[];
let answer: () => Promise<Result<void>>;
let health: (string | undefined)[];
let pump: JournalPump;

beforeEach(() => {
  clock = fakeClock(0);
  sent = [];
  health = [];
  answer = () => Promise.resolve(ok(undefined));
  pump = new JournalPump({
    clock,
    send: (item) => {
      sent.push(item);
      return answer();
    },
    position: () => ({ anchor: 3, head: 4, scrollTop: 5 }),
    onHealth: () => health.push(pump.failure?.code),
  });
});

const failing = (): Promise<Result<void>> => Promise.resolve(err('no-space', 'The disk is full.'));
const never = (): Promise<Result<void>> => new Promise(() => undefined);

describe('JournalPump', () => {
  it('hands over what was typed within 250 ms, as one entry with the place of the writer', async () => {
    pump.add(insert('a'));
    await clock.advance(100);
    pump.add(insert('b'));
    await clock.advance(149);
    expect(sent).toEqual([]);
    await clock.advance(1);
    expect(sent).toEqual([
      { seq: 1, batches: [insert('a'), insert('b')], position: { anchor: 3, head: 4, scrollTop: 5 } },
    ]);
  });

  it('numbers entries without gaps and sends nothing when nothing was typed', async () => {
    for (const word of ['a', 'b', 'c']) {
      pump.add(insert(word));
      await clock.advance(1000);
    }
    expect(sent.map((item) => item.seq)).toEqual([1, 2, 3]);
    expect(clock.waiting()).toBe(0);
  });

  it('sends one entry at a time', async () => {
    let release = (): void => undefined;
    answer = () => new Promise((resolve) => (release = () => resolve(ok(undefined))));
    pump.add(insert('a'));
    await clock.advance(250);
    pump.add(insert('b'));
    await clock.advance(300);
    expect(sent.map(words)).toEqual(['a']);
    release();
    await clock.advance(250);
    expect(sent.map(words)).toEqual(['a', 'b']);
  });

  it('seals what was typed at once for a save and tells when it has arrived', async () => {
    pump.add(insert('a'));
    expect(pump.seal()).toBe(1);
    expect(await pump.settled()).toBe(true);
    expect(pump.seal()).toBe(1);
    expect(sent.map((item) => item.seq)).toEqual([1]);
  });

  it('sends a failed entry again under its number, what came after in the next', async () => {
    answer = failing;
    pump.add(insert('a'));
    await clock.advance(250);
    pump.add(insert('b'));
    expect(pump.failure?.code).toBe('no-space');
    answer = () => Promise.resolve(ok(undefined));
    await clock.advance(3000);
    expect(sent.map((item) => [item.seq, words(item)])).toEqual([
      [1, 'a'],
      [1, 'a'],
      [2, 'b'],
    ]);
    expect(health).toEqual(['no-space', undefined]);
  });

  it('tries a failing journal less and less often', async () => {
    answer = failing;
    pump.add(insert('a'));
    await clock.advance(250);
    const before = sent.length;
    await clock.advance(60_000);
    expect(sent.length - before).toBeLessThan(8);
    expect(sent.length - before).toBeGreaterThan(3);
  });

  it('needs not send what the file has', async () => {
    answer = failing;
    pump.add(insert('a'));
    const seq = pump.seal();
    expect(await pump.settled()).toBe(false);
    pump.covered(seq);
    expect(pump.failure).toBeUndefined();
    answer = () => Promise.resolve(ok(undefined));
    pump.add(insert('b'));
    await clock.advance(5000);
    expect(sent.map((item) => item.seq)).toEqual([1, 2]);
  });

  it('counts an entry that is not answered as not written, until it is', async () => {
    let release = (): void => undefined;
    answer = () => new Promise((resolve) => (release = () => resolve(ok(undefined))));
    pump.add(insert('a'));
    await clock.advance(250 + 599);
    expect(pump.failure).toBeUndefined();
    await clock.advance(1);
    expect(pump.failure?.code).toBe('journal-late');
    expect(await pump.settled()).toBe(false);
    release();
    await settled();
    expect(pump.failure).toBeUndefined();
    expect(sent).toHaveLength(1);
  });

  it('lets nobody wait for ever', async () => {
    answer = never;
    pump.add(insert('a'));
    pump.seal();
    const waiting = pump.settled();
    await clock.advance(600);
    expect(await waiting).toBe(false);
  });

  it('sends nothing once it is stopped', async () => {
    pump.add(insert('a'));
    pump.stop();
    await clock.advance(5000);
    expect(sent).toEqual([]);
    expect(clock.waiting()).toBe(0);
  });
});
