import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../../core/base/text-edit.ts';
import { readData, removeKey, setKey, wrapInList } from '../../../core/text-data/data-document.ts';
import { setList } from '../../../core/text-data/list-edit.ts';
import type { DataPath, DataValue } from '../../../core/text-data/types.ts';
import { dataMap } from '../../../core/text-data/values.ts';

function set(text: string, path: DataPath, value: DataValue, order?: readonly string[]): string {
  const result = setKey(readData(text, 'toml'), path, value, { order });
  return result.ok ? applyEdits(text, result.value) : result.failure.code;
}

function remove(text: string, path: DataPath): string {
  const result = removeKey(readData(text, 'toml'), path);
  return result.ok ? applyEdits(text, result.value) : result.failure.code;
}

const order = ['title', 'date', 'tags'];

describe('setting', () => {
  test.each<[name: string, text: string, path: DataPath, value: DataValue, after: string]>([
    ['keeps a comment', 'a = "x" # c\n', ['a'], 'y "z"', 'a = "y \\"z\\"" # c\n'],
    ['keeps literal quotes', "a = 'x'\n", ['a'], 'C:\\y', "a = 'C:\\y'\n"],
    ['leaves literal quotes when it must', "a = 'x'\n", ['a'], "it's", 'a = "it\'s"\n'],
    ['keeps multi-line strings', 'a = """\nx\n"""\n', ['a'], 'y\nz\n', 'a = """\ny\nz\n"""\n'],
    ['makes multi-line strings', 'a = "x"\n', ['a'], 'y\n"""', 'a = """\ny\n\\"\\"\\""""\n'],
    ['keeps bare dates', 'a = 2025-01-01\n', ['a'], { date: '2026-11-14' }, 'a = 2026-11-14\n'],
    ['keeps quoted dates', 'a = "2025-01-01"\n', ['a'], { date: '2026-11-14' }, 'a = "2026-11-14"\n'],
    ['changes booleans', 'a = true\n', ['a'], false, 'a = false\n'],
    ['reaches into tables', '[p]\na = 1\n', ['p', 'a'], 'x', '[p]\na = "x"\n'],
    ['reaches dotted keys', 'p.a = 1\n', ['p', 'a'], 'x', 'p.a = "x"\n'],
    ['reaches inline tables', 'p = { a = 1, b.c = 2 }\n', ['p', 'b', 'c'], 'x', 'p = { a = 1, b.c = "x" }\n'],
    [
      'reaches arrays of tables',
      '[[s]]\na = 1\n[[s]]\na = 2\n',
      ['s', 1, 'a'],
      'x',
      '[[s]]\na = 1\n[[s]]\na = "x"\n',
    ],
    ['adds before the tables', 'b = 1 # c\n\n[p]\na = 1\n', ['c'], 'x', 'b = 1 # c\nc = "x"\n\n[p]\na = 1\n'],
    ['adds to nothing', '', ['title'], 'x', 'title = "x"\n'],
    ['adds before lone tables', '[p]\na = 1\n', ['c'], 'x', 'c = "x"\n[p]\na = 1\n'],
    [
      'adds by order',
      'title = "x"\nz = 1\n',
      ['date'],
      { date: '2026-11-14' },
      'title = "x"\ndate = 2026-11-14\nz = 1\n',
    ],
    ['adds to a table', '[p]\na = 1\n\n[q]\n', ['p', 'b'], 'x', '[p]\na = 1\nb = "x"\n\n[q]\n'],
    ['adds to dotted keys', 'p.a = 1\nz = 1\n', ['p', 'b'], 'x', 'p.a = 1\np.b = "x"\nz = 1\n'],
    ['adds to an inline table', 'p = { a = 1 }\n', ['p', 'b'], 'x', 'p = { a = 1, b = "x" }\n'],
    ['adds to an implied table', '[p.q]\na = 1\n', ['p', 'b'], 'x', '[p.q]\na = 1\n\n[p]\nb = "x"\n'],
    ['adds a table', 'z = 1\n', ['p'], dataMap({ a: 'x', b: 'y' }), 'z = 1\n\n[p]\na = "x"\nb = "y"\n'],
    [
      'adds tables',
      'z = 1\n',
      ['p'],
      [dataMap({ a: 'x' }), dataMap({ a: 'y' })],
      'z = 1\n\n[[p]]\na = "x"\n\n[[p]]\na = "y"\n',
    ],
    ['adds the table around a key', 'z = 1\n', ['p', 'a'], 'x', 'z = 1\n\n[p]\na = "x"\n'],
    ['puts a list for a table', 'z = 1\n\n[p]\na = 1\n', ['p'], ['x'], 'z = 1\np = ["x"]\n'],
  ])('%s', (_, text, path, value, after) => {
    expect(set(text, path, value, order)).toBe(after);
  });

  test('what TOML cannot say is refused', () => {
    expect(set('a = 1\n', ['a'], null)).toBe('edit-refused');
  });
});

describe('removing', () => {
  test.each<[name: string, text: string, path: DataPath, after: string]>([
    ['a key', 'a = 1 # c\nb = 2\n', ['a'], 'b = 2\n'],
    ['the last key without a newline', 'a = 1\nb = 2', ['b'], 'a = 1'],
    ['a table', 'a = 1\n\n[p]\nb = 1\nc = 2\n', ['p'], 'a = 1\n'],
    ['all of a dotted map', 'p.a = 1\nz = 1\np.b = 2\n', ['p'], 'z = 1\n'],
    ['one of an array of tables', '[[s]]\na = 1\n[[s]]\na = 2\n', ['s', 0], '[[s]]\na = 2\n'],
    ['from an inline table', 'p = { a = 1, b = 2 }\n', ['p', 'a'], 'p = { b = 2 }\n'],
    ['from an array', 'p = [1, 2, 3]\n', ['p', 2], 'p = [1, 2]\n'],
  ])('%s', (_, text, path, after) => {
    expect(remove(text, path)).toBe(after);
  });
});

test('lists change item by item', () => {
  const text = 't = [\'a\', "b"] # c\n';
  const result = setList(readData(text, 'toml'), ['t'], ['a', 'x', 'y']);
  expect(result.ok && applyEdits(text, result.value)).toBe('t = [\'a\', "x", "y"] # c\n');
});

test('a table becomes the first of a list', () => {
  const text = '[s] # c\na = 1\n\n[z]\nb = 1\n';
  const result = wrapInList(readData(text, 'toml'), ['s']);
  expect(result.ok && applyEdits(text, result.value)).toBe('[[s]] # c\na = 1\n\n[z]\nb = 1\n');
});
