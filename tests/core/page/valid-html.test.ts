import { readFileSync } from 'node:fs';
import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import type { LibrarySettings } from '../../../core/library/types.ts';
import { noSettings, renderedPage, summaryOf } from './page-helpers.ts';

const fixture = (name: string) =>
  readFileSync(new URL(`../../fixtures/page/${name}`, import.meta.url), 'utf8');

/** All recommended rules, without an exception. */
const validator = new HtmlValidate({ root: true, extends: ['html-validate:recommended'] });

const settings: LibrarySettings = {
  ...noSettings,
  site: { title: 'Field Notes', url: 'https://notes.example/', language: 'en' },
  authors: [
    {
      id: 'mara',
      name: 'Mara',
      role: 'Editor',
      avatar: 'ok.png',
      bio: 'Edits `things`.',
      links: [{ label: 'Home', url: 'https://mara.example' }],
    },
    { id: 'admin', name: 'Admin User', links: [] },
  ],
};
const related = [1, 2, 3].map((number) =>
  summaryOf(`---\ntitle: Other ${number}\n---\nx`, `other-${number}.md`),
);

const pages: readonly (readonly [string, string])[] = [
  ['the example post', renderedPage(fixture('example-post.md'), settings, related).html],
  ['a post with one of everything', renderedPage(fixture('every-element.md'), settings, related).html],
  ['an empty post in no library', renderedPage('').html],
  [
    'a post in a language of the right',
    renderedPage('---\ntitle: שלום\nlang: he\n---\nטקסט', settings, related).html,
  ],
];

describe('the HTML of a page', () => {
  test.each(pages)('is valid: %s', (_name, html) => {
    const report = validator.validateStringSync(html);
    const messages = report.results.flatMap((result) =>
      result.messages.map(({ ruleId, message, line, column }) => `${ruleId} ${line}:${column} ${message}`),
    );
    expect(messages).toEqual([]);
  });

  test('would be found invalid if it were', () => {
    const report = validator.validateStringSync(
      '<!doctype html><html lang="en"><head><title>x</title></head><body><img src="x"><p id="a"></p><p id="a"></p></body></html>',
    );
    expect(report.valid).toBe(false);
  });
});
