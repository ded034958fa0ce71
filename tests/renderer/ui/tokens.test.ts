import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { avatarColours } from '../../../core/page/avatar-colour.ts';

const css = readFileSync(new URL('../../../renderer/ui/tokens.css', import.meta.url), 'utf8');

function tokens(block: string): Map<string, string> {
  return new Map(
    [...block.matchAll(/--([a-z0-9-]+):\s*(#[0-9a-f]{6})\b/giu)].map(([, name = '', hex = '']) => [
      name,
      hex,
    ]),
  );
}

const [light = '', dark = ''] = css.split('prefers-color-scheme: dark');
const themes = { light: tokens(light), dark: tokens(dark) };

/** Relative luminance of WCAG 2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const texts = ['ink', 'soft', 'accent', 'ok', 'warn'];
const grounds = ['paper', 'panel', 'track', 'hover'];
const pairs = [
  ...texts.flatMap((text) => grounds.map((ground) => [text, ground] as const)),
  ['ink', 'selection'] as const,
  ['accent-ink', 'accent'] as const,
  ['paper', 'ink'] as const,
  ...Array.from({ length: avatarColours }, (_, index) => ['avatar-ink', `avatar-${index}`] as const),
];

describe.each(Object.entries(themes))('%s', (_name, theme) => {
  test.each(pairs)('%s on %s reads well', (text, ground) => {
    const [fore, back] = [theme.get(text), theme.get(ground)];
    expect([fore, back]).not.toContain(undefined);
    expect(contrast(fore ?? '', back ?? '')).toBeGreaterThanOrEqual(4.5);
  });
});

test('both themes name the same colours', () => {
  expect([...themes.dark.keys()].sort()).toEqual([...themes.light.keys()].sort());
});

test('the palette is the one that was chosen', () => {
  expect(Object.fromEntries(themes.light)).toMatchObject({
    paper: '#fdfcf9',
    panel: '#f5f3ee',
    line: '#e4e0d8',
    ink: '#23211d',
    soft: '#6d675d',
    accent: '#b4391f',
  });
});

test('initials have the colours of the page’s theme', () => {
  const page = readFileSync(new URL('../../../assets/themes/quiet.css', import.meta.url), 'utf8');
  const [pageLight = '', pageDark = ''] = page.split(/@media print|prefers-color-scheme: dark/u);
  const initials = (all: Map<string, string>) => [...all].filter(([name]) => name.startsWith('avatar-'));
  expect(initials(themes.light)).toHaveLength(avatarColours + 1);
  expect(initials(themes.light)).toEqual(initials(tokens(pageLight)));
  expect(initials(themes.dark)).toEqual(initials(tokens(pageDark)));
});
