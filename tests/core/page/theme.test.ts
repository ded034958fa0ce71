import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { avatarColours } from '../../../core/page/avatar-colour.ts';

const css = readFileSync(new URL('../../../assets/themes/quiet.css', import.meta.url), 'utf8');

type Variables = ReadonlyMap<string, string>;

function variablesIn(block: string): Variables {
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})\b/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

/** The variables of the first `:root` after a place in the stylesheet. */
function rootAfter(marker: string): Variables {
  const from = css.indexOf(':root', css.indexOf(marker));
  return variablesIn(css.slice(from, css.indexOf('}', from)));
}

const light = rootAfter(':root');
const schemes: readonly (readonly [string, Variables])[] = [
  ['light', light],
  ['dark', rootAfter('@media (prefers-color-scheme: dark)')],
  ['print', rootAfter('@media print')],
];

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

describe.each(schemes)('the %s colours', (_name, colours) => {
  const colour = (name: string) => {
    const value = colours.get(name);
    if (value === undefined) throw new Error(`--${name} is not defined`);
    return value;
  };

  test.each(['ink', 'soft', 'accent'])('%s can be read on paper and panel', (name) => {
    expect(contrast(colour(name), colour('paper'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colour(name), colour('panel'))).toBeGreaterThanOrEqual(4.5);
  });

  test('marked text can be read', () => {
    expect(contrast(colour('ink'), colour('mark'))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(Array.from({ length: avatarColours }, (_, index) => index))('initial %i can be read', (index) => {
    expect(contrast(colour('avatar-ink'), colour(`avatar-${index}`))).toBeGreaterThanOrEqual(4.5);
  });

  test('are all the colours that there are', () => {
    expect([...colours.keys()].sort()).toEqual([...light.keys()].sort());
  });
});

describe('the theme', () => {
  test('measures contrast as known pairs have it', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 2);
  });

  test('fetches nothing', () => {
    expect(css).not.toMatch(/@import|url\(|@font-face/);
  });

  test('uses only colours that it names', () => {
    const outsideRoot = css.replaceAll(/:root\s*\{[^}]*\}/g, '');
    expect(outsideRoot).not.toMatch(/#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(/i);
    const used = [...outsideRoot.matchAll(/var\(--([\w-]+)\)/g)].map(([, name]) => name);
    const named = [...css.matchAll(/--([\w-]+):/g)].map(([, name]) => name);
    expect(used.filter((name) => !named.includes(name))).toEqual([]);
  });

  test('has a colour for every initial', () => {
    for (let index = 0; index < avatarColours; index += 1) expect(css).toContain(`.avatar-${index} {`);
  });

  test('stands still for those who ask for it', () => {
    const moving = css.slice(css.indexOf('prefers-reduced-motion: no-preference'));
    expect(css.replace(moving, '')).not.toMatch(/transition|animation/);
  });
});
