import { expect, test } from 'vitest';
import { safeLink, webLink } from '../../../core/base/links.ts';

test.each([
  ['https://a.example/x?y#z', 'https://a.example/x?y#z'],
  [' HTTP://A.example ', 'http://a.example/'],
  ['mailto:a@b.example', 'mailto:a@b.example'],
  ['https://ä.example/ü', 'https://xn--4ca.example/%C3%BC'],
])('%s is safe', (url, normal) => {
  expect(safeLink(url)).toBe(normal);
});

test.each([
  '',
  'a.example',
  '//a.example',
  '/x',
  'javascript:alert(1)',
  'java\nscript:alert(1)',
  ' javascript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  'https:',
  'https://',
  'https:a.example',
  'vbscript:x',
  'app://main/x',
])('%j is not', (url) => {
  expect(safeLink(url)).toBeUndefined();
});

test('a web link is no mail', () => {
  expect(webLink('mailto:a@b.example')).toBeUndefined();
  expect(webLink('https://a.example')).toBe('https://a.example/');
});
