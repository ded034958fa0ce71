import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdits } from '../../../core/base/text-edit.ts';
import type { TextEdit } from '../../../core/base/text-edit.ts';
import { composeEdits } from '../../../core/text-data/compose-edits.ts';
import { readData, removeKey, setKey } from '../../../core/text-data/data-document.ts';
import { setList } from '../../../core/text-data/list-edit.ts';
import type { DataFormat } from '../../../core/text-data/types.ts';
import { findNode, plainValue } from '../../../core/text-data/values.ts';

const yamlValues = [
  ' plain words # why',
  " 'it''s' # why",
  ' "a \\"b\\""',
  ' # nothing yet',
  '',
  ' 2026-11-14 09:00:00 +0100',
  ' |\n  line one\n\n  line two\n',
  ' >-  # folded\n    one\n    two',
  ' folded\n  plain\n  value',
  ' [a, "b", \'c\'] # list',
  '\n  - one # 1\n  # two is next\n  - two',
  '\n- one\n- two',
  ' { a: 1, b: "x" }',
  '\n  # inner\n  inner: 1\n  other: |\n    text\n',
  ' &mark yes',
];
const tomlValues = [
  ' "plain" # why',
  " 'literal'",
  ' """\nline one\n  line two"""',
  " '''x'''",
  ' 2026-11-14T09:00:00+01:00 # when',
  ' [ "a", "b" ] # list',
  ' [\n  "a", # 1\n  "b",\n]',
  ' { a = 1, b = "x" }',
  ' true',
  ' 1_000',
];
const fillers = ['', '# comment: not a key\n', '\n', '# one\n\n# two\n'];

/** A text of several keys, each with the filler above it as one block. */
function blocks(format: DataFormat): fc.Arbitrary<string[]> {
  const values = format === 'yaml' ? yamlValues : tomlValues;
  const block = fc.tuple(fc.constantFrom(...fillers), fc.constantFrom(...values));
  const sign = format === 'yaml' ? ':' : ' =';
  return fc
    .array(block, { minLength: 1, maxLength: 6 })
    .map((list) => list.map(([filler, value], index) => `${filler}key${index}${sign}${value}\n`));
}

const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({
    unit: fc.constantFrom('a', ' ', ':', '#', '"', "'", '\\', '-', '\n', '[', ',', '\t'),
    maxLength: 12,
  }),
  fc.constantFrom('yes', '12:30', '0x1F', '~', '- x', 'a: b', "'", '"""', '---', '+++', '2026-01-01'),
);

test.each(['yaml', 'toml'] as const)(
  '%s: a key that is set reads back, and no other block changes',
  (format) => {
    fc.assert(
      fc.property(blocks(format), fc.nat(), words, (list, pick, value) => {
        const text = list.join('');
        const index = pick % list.length;
        const key = `key${index}`;
        const result = setKey(readData(text, format), [key], value);
        if (!result.ok) throw new Error(`${result.failure.code}: ${text}`);
        const after = applyEdits(text, result.value);
        const node = findNode(readData(after, format).root, [key]);
        expect(node && plainValue(node)).toBe(value);
        expect(after.startsWith(list.slice(0, index).join(''))).toBe(true);
        expect(after.endsWith(list.slice(index + 1).join(''))).toBe(true);
      }),
      { numRuns: 150 },
    );
  },
);

test.each(['yaml', 'toml'] as const)('%s: a key that is added and removed leaves every byte', (format) => {
  fc.assert(
    fc.property(blocks(format), words, (list, value) => {
      const text = list.join('');
      const added = setKey(readData(text, format), ['fresh'], value);
      if (!added.ok) throw new Error(`${added.failure.code}: ${text}`);
      const middle = applyEdits(text, added.value);
      const removed = removeKey(readData(middle, format), ['fresh']);
      expect(removed.ok && applyEdits(middle, removed.value)).toBe(text);
    }),
    { numRuns: 100 },
  );
});

test.each(['yaml', 'toml'] as const)(
  '%s: lists become what was asked, and the text around them stays',
  (format) => {
    const item = fc.constantFrom('a', 'b', 'two words', 'x, y', "it's");
    fc.assert(
      fc.property(
        blocks(format),
        fc.nat(),
        fc.array(item, { minLength: 1, maxLength: 5 }),
        (list, pick, items) => {
          const text = list.join('');
          const key = `key${pick % list.length}`;
          const result = setList(readData(text, format), [key], items);
          if (!result.ok) throw new Error(`${result.failure.code}: ${text}`);
          const node = findNode(readData(applyEdits(text, result.value), format).root, [key]);
          expect(node && plainValue(node)).toEqual(items);
        },
      ),
      { numRuns: 100 },
    );
  },
);

test('a list of thousands is written anew at once, and next to it nothing changes', () => {
  const items = Array.from({ length: 3000 }, (_, index) => `item${index}`).join(', ');
  const text = `# above\nlist: [${items}] # beside\nother: "x" # kept\n`;
  const document = readData(text, 'yaml');
  const result = setList(document, ['list'], ['one', 'two']);
  expect(result.ok && applyEdits(text, result.value)).toBe(
    '# above\nlist: [one, two] # beside\nother: "x" # kept\n',
  );
  expect(result.ok && result.value.length).toBe(1);
});

test('two rounds of edits join into one', () => {
  const edits = fc.array(fc.tuple(fc.nat(20), fc.nat(3), fc.string({ maxLength: 3 })), { maxLength: 4 });
  const fit = (text: string, raw: [number, number, string][]): TextEdit[] => {
    let position = 0;
    return raw.map(([skip, size, insert]) => {
      const from = Math.min(text.length, position + skip);
      position = Math.min(text.length, from + size);
      return { from, to: position, insert };
    });
  };
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), edits, edits, (text, one, two) => {
      const first = fit(text, one);
      const middle = applyEdits(text, first);
      const second = fit(middle, two);
      expect(applyEdits(text, composeEdits(text.length, first, second))).toBe(applyEdits(middle, second));
    }),
  );
});
