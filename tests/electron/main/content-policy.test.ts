import { expect, it } from 'vitest';
import {
  mediaPolicy,
  previewPolicy,
  scriptPolicy,
  windowPolicy,
} from '../../../electron/main/content-policy.ts';

function directives(policy: string): Map<string, string> {
  return new Map(
    policy.split(';').map((part) => {
      const [name = '', ...values] = part.trim().split(' ');
      return [name, values.join(' ')];
    }),
  );
}

it('lets the window run only its own scripts, under trusted types, with the nonce on styles alone', () => {
  const policy = directives(windowPolicy('abc='));
  expect(policy.get('default-src')).toBe("'none'");
  expect(policy.get('script-src')).toBe("'self'");
  expect(policy.get('style-src')).toBe("'self' 'nonce-abc='");
  expect(policy.get('require-trusted-types-for')).toBe("'script'");
  expect(policy.get('trusted-types')).toBe('galley default');
  expect(policy.get('base-uri')).toBe("'none'");
  expect(policy.get('form-action')).toBe("'none'");
});

it('lets the preview show text and images and nothing else', () => {
  const policy = directives(previewPolicy);
  expect(policy.get('default-src')).toBe("'none'");
  expect(policy.has('script-src')).toBe(false);
  expect(policy.has('connect-src')).toBe(false);
  expect(policy.has('frame-src')).toBe(false);
  expect(policy.get('img-src')).toBe("'self' data:");
});

it.each([windowPolicy('n'), previewPolicy, scriptPolicy, mediaPolicy])(
  'opens no way to the network and evaluates no text: %s',
  (policy) => {
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval|blob:/);
    expect(directives(policy).get('default-src')).toBe("'none'");
  },
);

it('makes an SVG that is opened by itself a picture without scripts', () => {
  expect(mediaPolicy).toMatch(/; sandbox$/);
  expect(mediaPolicy).not.toContain('script');
});
