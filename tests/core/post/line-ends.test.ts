import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../../core/base/text-edit.ts';
import type { TextEdit } from '../../../core/base/text-edit.ts';
import { joinLineEnds, mapLineEnds, splitLineEnds } from '../../../core/post/line-ends.ts';

const raw = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r', '\r\n'), maxLength: 30 });

test.each([
  ['', '\n', 0],
  ['a\nb\n', '\n', 0],
  ['a\r\nb\r\n', '\r\n', 0],
  ['a\rb\r', '\r', 0],
  ['a\r\nb\r\nc\n', '\r\n', 1],
  ['a\nb\nc\r\n', '\n', 1],
  ['a\rb\r\nc\nd\r\n', '\r\n', 2],
])('%j has %j and %i exceptions', (text, dominant, exceptions) => {
  const { lineEnds } = splitLineEnds(text);
  expect(lineEnds.dominant).toBe(dominant);
  expect(lineEnds.exceptions).toHaveLength(exceptions);
});

test('a text that is split and joined is the same', () => {
  fc.assert(
    fc.property(raw, (text) => {
      const split = splitLineEnds(text);
      expect(split.text).not.toContain('\r');
      expect(joinLineEnds(split.text, split.lineEnds)).toBe(text);
    }),
    { numRuns: 1000 },
  );
});

describe('edits', () => {
  test('new lines get the usual kind, exceptions stay with their lines', () => {
    const { text, lineEnds } = splitLineEnds('one\r\ntwo\nthree\r\nfour\r\n');
    const edits = [
      { from: 0, to: 0, insert: 'zero\n' },
      { from: 8, to: 13, insert: 'x\ny' },
    ];
    const after = applyEdits(text, edits);
    expect(joinLineEnds(after, mapLineEnds(lineEnds, edits, text))).toBe(
      'zero\r\none\r\ntwo\nx\r\ny\r\nfour\r\n',
    );
  });

  test('a removed line takes its end along', () => {
    const { text, lineEnds } = splitLineEnds('one\r\ntwo\nthree\r\n');
    const edits = [{ from: 4, to: 8, insert: '' }];
    expect(mapLineEnds(lineEnds, edits, text).exceptions).toEqual([]);
  });

  test('a whole text put in its own place keeps every end but the new', () => {
    const { text, lineEnds } = splitLineEnds('one\r\ntwo\nthree\r\nfour\nfive\r\n');
    const edits = [{ from: 0, to: text.length, insert: text.replace('three', '3\n3') }];
    const after = applyEdits(text, edits);
    expect(joinLineEnds(after, mapLineEnds(lineEnds, edits, text))).toBe(
      'one\r\ntwo\n3\r\n3\r\nfour\nfive\r\n',
    );
  });

  test('two line ends that come to touch stay two', () => {
    const { text, lineEnds } = splitLineEnds('a\rb\rc\rx\n');
    const edits = [{ from: 6, to: 7, insert: '' }];
    const joined = joinLineEnds(applyEdits(text, edits), mapLineEnds(lineEnds, edits, text));
    expect(splitLineEnds(joined).text).toBe('a\nb\nc\n\n');
  });

  test('untouched lines keep their ends, whatever is edited', () => {
    const spec = fc.array(fc.tuple(fc.nat(12), fc.nat(6), fc.constantFrom('', 'x', 'x\ny', '\n')), {
      maxLength: 3,
    });
    fc.assert(
      fc.property(raw, spec, (text, changes) => {
        const before = splitLineEnds(text);
        let position = 0;
        const edits = changes.map(([skip, size, insert]): TextEdit => {
          const from = Math.min(before.text.length, position + skip);
          position = Math.min(before.text.length, from + size);
          return { from, to: position, insert };
        });
        const after = applyEdits(before.text, edits);
        const ends = mapLineEnds(before.lineEnds, edits, before.text);
        const joined = joinLineEnds(after, ends);
        expect(splitLineEnds(joined).text).toBe(after);
        const first = edits[0]?.from ?? before.text.length;
        const last = edits.at(-1)?.to ?? 0;
        expect(joined.startsWith(joinLineEnds(before.text.slice(0, first), before.lineEnds))).toBe(true);
        const kinds = (list: string): (string | undefined)[] => list.match(/\r\n|\r|\n/g) ?? [];
        const passed = kinds(before.text.slice(0, last)).length;
        const tail = kinds(text).slice(passed);
        const rawLast =
          last +
          kinds(text)
            .slice(0, passed)
            .filter((kind) => kind === '\r\n').length;
        // An end that comes to touch a lone `\r` must not read as one end with it: then it changes.
        const head = joined.slice(0, joined.length - (text.length - rawLast));
        const touches = before.text[last] === '\n' && tail[0] === '\n' && head.endsWith('\r');
        if (tail.length > 0 && !touches) expect(kinds(joined).slice(-tail.length)).toEqual(tail);
      }),
      { numRuns: 1000, examples: [['\ra\naa', [[1, 1, '']]]] },
    );
  });
});
