import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../../core/base/text-edit.ts';
import {
  insertItem,
  readData,
  removeKey,
  setKey,
  wrapInList,
} from '../../../core/text-data/data-document.ts';
import { setList } from '../../../core/text-data/list-edit.ts';
import type { DataPath, DataValue } from '../../../core/text-data/types.ts';
import { dataMap } from '../../../core/text-data/values.ts';

function set(text: string, path: DataPath, value: DataValue, order?: readonly string[]): string {
  const result = setKey(readData(text, 'yaml', 'yaml-1.1'), path, value, { order });
  return result.ok ? applyEdits(text, result.value) : result.failure.code;
}

function remove(text: string, path: DataPath): string {
  const result = removeKey(readData(text, 'yaml'), path);
  return result.ok ? applyEdits(text, result.value) : result.failure.code;
}

function list(text: string, path: DataPath, items: readonly DataValue[]): string {
  const result = setList(readData(text, 'yaml'), path, items);
  return result.ok ? applyEdits(text, result.value) : result.failure.code;
}

describe('replacing a value', () => {
  test.each<[name: string, text: string, path: DataPath, value: DataValue, after: string]>([
    ['keeps a trailing comment', 'a: one # why\nb: 2\n', ['a'], 'two', 'a: two # why\nb: 2\n'],
    ['keeps single quotes', "a: 'it''s' # x\n", ['a'], "that's", "a: 'that''s' # x\n"],
    ['keeps double quotes', 'a: "one"\n', ['a'], 'say "hi"', 'a: "say \\"hi\\""\n'],
    ['keeps wide gaps', 'a:    one\n', ['a'], 'two', 'a: two\n'],
    ['quotes what needs it', 'a: one\n', ['a'], 'b: c', 'a: "b: c"\n'],
    ['quotes a comment sign', 'a: one\n', ['a'], 'b # c', 'a: "b # c"\n'],
    ['quotes a look-alike boolean', 'a: one\n', ['a'], 'Yes', 'a: "Yes"\n'],
    ['quotes a look-alike number', 'a: one\n', ['a'], '1_000', 'a: "1_000"\n'],
    ['quotes a look-alike date', 'a: one\n', ['a'], '2026-11-14', 'a: "2026-11-14"\n'],
    ['quotes the empty string', 'a: one\n', ['a'], '', 'a: ""\n'],
    ['writes dates bare', 'a: one\n', ['a'], { date: '2026-11-14' }, 'a: 2026-11-14\n'],
    ['keeps the quotes of dates', "a: '2025-01-01'\n", ['a'], { date: '2026-11-14' }, "a: '2026-11-14'\n"],
    ['prefers quotes that need no escape', 'a: one\n', ['a'], 'a "b": c', 'a: \'a "b": c\'\n'],
    ['fills an empty value', 'a:\nb: 2\n', ['a'], 'one', 'a: one\nb: 2\n'],
    ['fills an empty value with blanks', 'a:  \nb: 2\n', ['a'], 'one', 'a: one\nb: 2\n'],
    ['fills before a comment', 'a: # todo\nb: 2\n', ['a'], 'one', 'a: one # todo\nb: 2\n'],
    ['keeps the words of a boolean', 'a: no\n', ['a'], true, 'a: yes\n'],
    ['keeps the case of a boolean', 'a: True\n', ['a'], false, 'a: False\n'],
    ['replaces a folded plain value', 'a: one\n  two\nb: 2\n', ['a'], 'three', 'a: three\nb: 2\n'],
    ['replaces a value on the next line', 'a:\n  one\nb: 2\n', ['a'], 'three', 'a: three\nb: 2\n'],
    [
      'keeps a literal block',
      'a: |\n  one\n  two\n\nb: 2\n',
      ['a'],
      'x\ny\nz\n',
      'a: |\n  x\n  y\n  z\n\nb: 2\n',
    ],
    ['keeps a header comment', 'a: |- # note\n  one\nb: 2\n', ['a'], 'x', 'a: |- # note\n  x\nb: 2\n'],
    [
      'keeps a folded block',
      'a: >-\n    one\n    two\nb: 2\n',
      ['a'],
      'x\ny',
      'a: >-\n    x\n\n    y\nb: 2\n',
    ],
    ['makes a literal block', 'a: one # c\nb: 2\n', ['a'], 'x\ny', 'a: |- # c\n  x\n  y\nb: 2\n'],
    ['escapes what no block can hold', 'a: one\n', ['a'], '  x\n\u0007', 'a: "  x\\n\\u0007"\n'],
    [
      'reaches into maps',
      'p:\n  # in\n  a: one\n  b: 2\n',
      ['p', 'a'],
      'two',
      'p:\n  # in\n  a: two\n  b: 2\n',
    ],
    ['reaches into lists', 'l:\n  - one # 1\n  - two\n', ['l', 0], 'x', 'l:\n  - x # 1\n  - two\n'],
    ['reaches into maps of lists', 'l:\n- t: one\n  u: 2\n', ['l', 0, 't'], 'x', 'l:\n- t: x\n  u: 2\n'],
    ['reaches into braces', 'p: { a: one, b: 2 } # c\n', ['p', 'a'], 'x, y', 'p: { a: "x, y", b: 2 } # c\n'],
    ['keeps an anchor', 'a: &x one\nb: 2\n', ['a'], 'two', 'a: &x two\nb: 2\n'],
    ['puts a list for a word', 'a: one # c\n', ['a'], ['x', 'y z'], 'a: [x, y z] # c\n'],
    ['puts a word for a list', 'a: # c\n  - x\n  - y\nb: 2\n', ['a'], 'one', 'a: one # c\nb: 2\n'],
    [
      'puts a map for a word',
      'a: one\nb: 2\n',
      ['a'],
      dataMap({ t: 'x', u: 'w' }),
      'a:\n  t: x\n  u: w\nb: 2\n',
    ],
  ])('%s', (_, text, path, value, after) => {
    expect(set(text, path, value)).toBe(after);
  });

  test('an equal value is no edit, however it is written', () => {
    expect(set('a: "\\u0061"\n', ['a'], 'a')).toBe('a: "\\u0061"\n');
  });

  test('a value that others refer to is refused', () => {
    expect(set('a: &x one\nb: *x\n', ['a'], 'two')).toBe('edit-refused');
  });

  test('a broken text is refused', () => {
    expect(set('a: "one\nb: 2\n', ['b'], 'two')).toBe('malformed-data');
  });
});

describe('adding a key', () => {
  const order = ['title', 'date', 'tags'];
  test.each<[name: string, text: string, path: DataPath, value: DataValue, after: string]>([
    ['to nothing', '', ['title'], 'x', 'title: x\n'],
    ['to comments alone', '# c\n', ['title'], 'x', '# c\ntitle: x\n'],
    ['first of its order to the top', '# c\nz: 1\n', ['title'], 'x', '# c\ntitle: x\nz: 1\n'],
    ['behind its predecessor', 'title: x\nz: 1\n', ['tags'], ['a'], 'title: x\ntags: [a]\nz: 1\n'],
    ['last when nothing is known', 'z: 1\n# end\n', ['q'], 'x', 'z: 1\nq: x\n# end\n'],
    ['behind a block scalar', 'z: |\n  a\n\n', ['q'], 'x', 'z: |\n  a\nq: x\n\n'],
    ['behind a keeping block scalar', 'z: |+\n  a\n\n', ['q'], 'x', 'z: |+\n  a\n\nq: x\n'],
    [
      'behind a nested list',
      'z:\n  - a\n  - b: 1\n    c: 2 # c\n',
      ['q'],
      'x',
      'z:\n  - a\n  - b: 1\n    c: 2 # c\nq: x\n',
    ],
    ['without a final newline', 'z: 1', ['q'], 'x', 'z: 1\nq: x'],
    ['to braces', 'p: {a: 1}\n', ['p', 'b'], 'x', 'p: {a: 1, b: x}\n'],
    ['to empty braces', 'p: {}\n', ['p', 'b'], 'x', 'p: { b: x }\n'],
    ['to braces over lines', 'p: {\n  a: 1\n}\n', ['p', 'b'], 'x', 'p: {\n  a: 1,\n  b: x\n}\n'],
    ['to a map of a list', 'l:\n  - a: 1\n', ['l', 0, 'b'], 'x', 'l:\n  - a: 1\n    b: x\n'],
    ['to an empty key', 'p:\nz: 1\n', ['p', 'b'], 'x', 'p:\n  b: x\nz: 1\n'],
    ['with the map around it', 'z: 1\n', ['p', 'b'], 'x', 'z: 1\np:\n  b: x\n'],
    ['with a strange name', 'z: 1\n', ['a: b'], 'x', 'z: 1\n"a: b": x\n'],
    ['with a list of maps', 'z: 1\n', ['l'], [dataMap({ a: 'x', b: 'w' })], 'z: 1\nl:\n  - a: x\n    b: w\n'],
  ])('%s', (_, text, path, value, after) => {
    expect(set(text, path, value, order)).toBe(after);
  });
});

describe('removing a key', () => {
  test.each<[name: string, text: string, path: DataPath, after: string]>([
    ['with its line', '# c\na: 1 # x\nb: 2\n', ['a'], '# c\nb: 2\n'],
    ['with its lines', 'a:\n  - x\n  - y\nb: 2\n', ['a'], 'b: 2\n'],
    ['at the end without a newline', 'a: 1\nb: 2', ['b'], 'a: 1'],
    ['that is the only one', 'a: 1\n', ['a'], ''],
    ['with a map that would be empty', 'p:\n  a: 1\nb: 2\n', ['p', 'a'], 'b: 2\n'],
    ['behind a dash', 'l:\n  - a: 1\n    b: 2\n', ['l', 0, 'a'], 'l:\n  - b: 2\n'],
    ['between braces', 'p: { a: 1, b: 2, c: 3 }\n', ['p', 'b'], 'p: { a: 1, c: 3 }\n'],
    ['first between braces', 'p: { a: 1, b: 2 }\n', ['p', 'a'], 'p: { b: 2 }\n'],
    ['of a list', 'l:\n  - x # 1\n  - y # 2\n', ['l', 0], 'l:\n  - y # 2\n'],
    ['of brackets with comments', 'l: [\n  a, # 1\n  b, # 2\n]\n', ['l', 1], 'l: [\n  a, # 1\n   # 2\n]\n'],
    ['that is not there', 'a: 1\n', ['b'], 'a: 1\n'],
  ])('%s', (_, text, path, after) => {
    expect(remove(text, path)).toBe(after);
  });
});

describe('lists', () => {
  test.each<[name: string, text: string, items: readonly DataValue[], after: string]>([
    ['add behind the last', 'l: [\'a\', "b"]\n', ['a', 'b', 'c'], 'l: [\'a\', "b", c]\n'],
    [
      'remove from the middle',
      'l:\n  - a # 1\n  - b # 2\n  - c # 3\n',
      ['a', 'c'],
      'l:\n  - a # 1\n  - c # 3\n',
    ],
    ['replace one', 'l: [a, b, c]\n', ['a', 'x', 'c'], 'l: [a, x, c]\n'],
    ['add in front', 'l:\n- a\n', ['x', 'a'], 'l:\n- x\n- a\n'],
    ['add in front of brackets', 'l: [a]\n', ['x', 'a'], 'l: [x, a]\n'],
    ['fill brackets', 'l: []\n', ['x'], 'l: [x]\n'],
    ['remove all', 'l: [a]\nb: 1\n', [], 'b: 1\n'],
    ['become new', 'b: 1\n', ['x, y', 'z'], 'b: 1\nl: ["x, y", z]\n'],
  ])('%s', (_, text, items, after) => {
    expect(list(text, ['l'], items)).toBe(after);
  });

  test('a map becomes the first of a list with every byte', () => {
    const text = 's: # c\n  t: x # one\n\n  # two\n  u: |\n    y\nz: 1\n';
    const wrapped = wrapInList(readData(text, 'yaml'), ['s']);
    const after = wrapped.ok ? applyEdits(text, wrapped.value) : '';
    expect(after).toBe('s: # c\n  - t: x # one\n\n    # two\n    u: |\n      y\nz: 1\n');
    const added = insertItem(readData(after, 'yaml'), ['s'], 1, dataMap({ t: 'w' }));
    expect(added.ok && applyEdits(after, added.value)).toBe(after.replace('z: 1', '  - t: w\nz: 1'));
  });
});
