import { describe, expect, test } from 'vitest';
import { sourceSentence, sourceText } from '../../../core/source/source-sentence.ts';
import type { SourceRecord } from '../../../core/source/types.ts';

const gazette: SourceRecord = {
  title: 'Orders, Spoken Twice',
  site: 'The Pilot’s Gazette',
  url: 'https://gazette.example/orders',
  relation: 'inspired by',
};

test('title and last words are links', () => {
  expect(sourceSentence(gazette, 'en')).toEqual([
    { kind: 'text', text: 'This post was inspired by ' },
    { kind: 'link', text: '“Orders, Spoken Twice”', url: 'https://gazette.example/orders' },
    { kind: 'text', text: ' by The Pilot’s Gazette. ' },
    { kind: 'link', text: 'Read the original article', url: 'https://gazette.example/orders' },
  ]);
});

describe('missing parts leave no hole', () => {
  test.each<[SourceRecord, string]>([
    [{ title: 'T' }, 'Source: “T”.'],
    [{ title: 'T', author: 'A' }, 'Source: “T” by A.'],
    [{ title: 'T', site: 'S' }, 'Source: “T” by S.'],
    [{ title: 'T', author: 'A', site: 'S' }, 'Source: “T” by A in S.'],
    [{ title: 'T', author: 'A', site: 'A' }, 'Source: “T” by A.'],
    [{ title: 'T', author: 'Acme Inc.', relation: 'quoted' }, 'This post quotes “T” by Acme Inc.'],
    [{ title: 'T', author: ' ', relation: 'adapted from' }, 'This post was adapted from “T”.'],
    [
      { title: 'T', url: 'https://x.example/', relation: 'translated from' },
      'This post was translated from “T”. Read the original article',
    ],
  ])('%j', (source, text) => {
    expect(sourceText(source, 'en-GB')).toBe(text);
  });
});

test.each(['javascript:alert(1)', 'mailto:a@b.example', '/relative', 'nonsense'])('%s is no link', (url) => {
  expect(sourceSentence({ title: 'T', url }, 'en')).toEqual([{ kind: 'text', text: 'Source: “T”.' }]);
});

test.each([
  [
    'de',
    'Dieser Beitrag wurde angeregt durch „Orders, Spoken Twice“ von The Pilot’s Gazette. Zum Originalartikel',
  ],
  [
    'fr-CA',
    'Cet article s’inspire de «\u00a0Orders, Spoken Twice\u00a0» par The Pilot’s Gazette. Lire l’article original',
  ],
  [
    'es',
    'Esta entrada se inspira en «Orders, Spoken Twice» de The Pilot’s Gazette. Leer el artículo original',
  ],
  [
    'sv',
    'This post was inspired by “Orders, Spoken Twice” by The Pilot’s Gazette. Read the original article',
  ],
])('in %s', (lang, text) => {
  expect(sourceText(gazette, lang)).toBe(text);
});
