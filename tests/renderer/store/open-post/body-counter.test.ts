import { Text } from '@codemirror/state';
import { beforeEach, describe, expect, it } from 'vitest';
import { countWords, visibleText } from '../../../../core/post/counts.ts';
import { BodyCounter } from '../../../../renderer/store/body-counter.ts';
import type { BodyCounts } from '../../../../renderer/store/body-counter.ts';
import { fakeClock } from '../../../helpers/fake-clock.ts';
import type { FakeClock } from '../../../helpers/fake-clock.ts';

const textOf = (text: string): Text => Text.of(text.split('\n'));

let clock: FakeClock;
let told: BodyCounts[];
let counter: BodyCounter;

beforeEach(() => {
  clock = fakeClock();
  told = [];
  counter = new BodyCounter(clock, (counts) => told.push(counts));
});

const bodies = [
  '',
  'One two three.\n\nFour five.\n',
  '## A heading\n\n- item one\n- item two\n\n> quoted words\n',
  '```js\nconst a = 1;\n\nconst b = 2;\n```\n\nAfter the fence.\n',
  'Before <!-- hidden\n\nstill hidden --> after.\n\nAnd <!-- one --> more.\n',
  '<!-- never closed\n\nwords that stay\n',
  '<style>\n\np { color: red }\n\n</style>\n\nText.\n',
  '日本語の文。\n\nmixed 日本 words\n',
];

describe('BodyCounter', () => {
  it.each(bodies)('counts %j as the whole text would be counted', async (body) => {
    counter.restart(textOf(body));
    await clock.advance(1);
    const whole = countWords(visibleText(body));
    expect(told.map((counts) => counts.words)).toEqual([whole.words + whole.cjk]);
  });

  it('counts after a change, once for many', async () => {
    counter.restart(textOf('one\n'));
    await clock.advance(1);
    const body = textOf('one two\n\nthree\n');
    for (let key = 0; key < 5; key += 1) counter.changed(() => body);
    await clock.advance(399);
    expect(told).toHaveLength(1);
    await clock.advance(1);
    expect(told.at(-1)).toEqual({ words: 3, minutes: 1 });
  });

  it('gives the window its turn while it counts a book, and hears of changes meanwhile', async () => {
    const paragraph = 'Words *about* ships and [harbours](https://example.org), and `code`. '.repeat(30);
    const book = Array.from({ length: 1500 }, (_, at) => `${at} ${paragraph}`).join('\n\n');
    const before = performance.now();
    counter.restart(textOf(book));
    expect(performance.now() - before).toBeLessThan(200);
    expect(told).toEqual([]);
    counter.changed(() => textOf('now short\n'));
    await clock.advance(1);
    expect(told).toEqual([{ words: 1500 * (30 * 7 + 1), minutes: 1439 }]);
    await clock.advance(400);
    expect(told.at(-1)).toEqual({ words: 2, minutes: 1 });
  });

  it('tells nothing once it is cancelled', async () => {
    counter.changed(() => textOf('one\n'));
    counter.cancel();
    await clock.advance(1000);
    expect(told).toEqual([]);
  });
});
