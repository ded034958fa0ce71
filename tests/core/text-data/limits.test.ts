import { describe, expect, test } from 'vitest';
import { readData } from '../../../core/text-data/data-document.ts';
import { checkLimits } from '../../../core/text-data/limits.ts';
import { cpuTime } from '../../helpers/cpu-time.ts';

const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

const bomb = lines(10, (index) => {
  const inner = index === 0 ? 'word' : `*n${index - 1}`;
  return `n${index}: &n${index} [${Array.from({ length: 10 }, () => inner).join(', ')}]`;
});

describe('texts that would hurt a parser', () => {
  test.each([
    ['yaml', 'data-too-deep', 'brackets', `a: ${'['.repeat(2000)}`],
    ['yaml', 'data-too-deep', 'braces', `a: ${'{b: '.repeat(2000)}`],
    ['yaml', 'data-too-deep', 'closers without openers', `a: ${']'.repeat(2000)}${'['.repeat(2000)}`],
    ['yaml', 'data-too-deep', 'closers in quotes', `a: ${'["]", '.repeat(2000)}`],
    ['yaml', 'data-too-deep', 'dashes on one line', `${'- '.repeat(2000)}x`],
    ['yaml', 'data-too-deep', 'question marks', `${'? '.repeat(2000)}x`],
    ['yaml', 'data-too-deep', 'keys on one line', 'a: '.repeat(2000)],
    ['yaml', 'data-too-deep', 'indentation', lines(150, (index) => `${' '.repeat(index)}a:`)],
    [
      'yaml',
      'data-too-deep',
      'indentation behind block scalars',
      lines(150, (index) => {
        const pad = ' '.repeat(index);
        return `${pad}t: |\n${pad} x\n${pad}a:`;
      }),
    ],
    ['yaml', 'too-many-entries', 'keys', lines(12_000, (index) => `${index.toString(36)}:`)],
    ['yaml', 'too-many-entries', 'flow keys', `{${'a,'.repeat(20_000)}}`],
    ['yaml', 'too-many-aliases', 'tags', lines(300, (index) => `k${index}: !t x`)],
    ['yaml', 'data-too-large', 'long text', `a: ${'é'.repeat(40_000)}`],
    ['toml', 'data-too-deep', 'brackets', `a = ${'['.repeat(2000)}`],
    ['toml', 'data-too-deep', 'closers in strings', `a = ${'["]", '.repeat(2000)}`],
    ['toml', 'data-too-deep', 'dotted keys', `a${'.a'.repeat(2000)} = 1`],
    ['toml', 'too-many-entries', 'keys', lines(9000, (index) => `${index.toString(36)}=1`)],
  ] as const)('%s: %s for %s, in under 50 ms', (format, code, _, text) => {
    expect(cpuTime(() => checkLimits(text, format))).toBeLessThan(50);
    expect(checkLimits(text, format)?.code).toBe(code);
    expect(readData(text, format).root.entries).toEqual([]);
  });

  test('aliases that multiply are refused in under 50 ms', () => {
    expect(cpuTime(() => readData(bomb, 'yaml'))).toBeLessThan(50);
    expect(readData(bomb, 'yaml').problems.map((problem) => problem.code)).toEqual(['too-many-aliases']);
  });

  test('an alias inside its own anchor is a problem, not a loop', () => {
    expect(readData('a: &x [*x]', 'yaml').problems[0]?.code).toBe('unknown-alias');
  });
});

test('ordinary texts pass, up to the limits', () => {
  const deep = `a: ${'['.repeat(98)}${']'.repeat(98)}`;
  expect(checkLimits(deep, 'yaml')).toBeUndefined();
  expect(readData(deep, 'yaml').problems).toEqual([]);
  const long = lines(2000, (index) => `key${index}: value ${index}`);
  expect(readData(long, 'yaml').root.entries).toHaveLength(2000);
  const numbers = `a = [${Array.from({ length: 300 }, (_, index) => `${index}.5`).join(', ')}]`;
  expect(checkLimits(numbers, 'toml')).toBeUndefined();
});
