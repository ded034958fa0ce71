import { webLink } from '../base/links.ts';
import type { SourceRecord, SourceRelation } from './types.ts';

/** A stretch of a source's sentence. */
export type SourcePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string };

/** How a language says where something comes from. */
interface Phrases {
  readonly relation: Readonly<Record<SourceRelation, string>>;
  readonly source: string;
  readonly open: string;
  readonly close: string;
  /** Before an author, or a site that stands alone. */
  readonly by: string;
  /** Before a site that follows an author. */
  readonly within: string;
  readonly original: string;
}

const english: Phrases = {
  relation: {
    'inspired by': 'This post was inspired by',
    'adapted from': 'This post was adapted from',
    'translated from': 'This post was translated from',
    quoted: 'This post quotes',
  },
  source: 'Source:',
  open: '“',
  close: '”',
  by: 'by',
  within: 'in',
  original: 'Read the original article',
};

const phrases: Readonly<Record<string, Phrases>> = {
  en: english,
  de: {
    relation: {
      'inspired by': 'Dieser Beitrag wurde angeregt durch',
      'adapted from': 'Dieser Beitrag ist eine Bearbeitung von',
      'translated from': 'Dieser Beitrag ist eine Übersetzung von',
      quoted: 'Dieser Beitrag zitiert',
    },
    source: 'Quelle:',
    open: '„',
    close: '“',
    by: 'von',
    within: 'in',
    original: 'Zum Originalartikel',
  },
  fr: {
    relation: {
      'inspired by': 'Cet article s’inspire de',
      'adapted from': 'Cet article est adapté de',
      'translated from': 'Cet article est traduit de',
      quoted: 'Cet article cite',
    },
    source: 'Source\u00a0:',
    open: '«\u00a0',
    close: '\u00a0»',
    by: 'par',
    within: 'dans',
    original: 'Lire l’article original',
  },
  es: {
    relation: {
      'inspired by': 'Esta entrada se inspira en',
      'adapted from': 'Esta entrada es una adaptación de',
      'translated from': 'Esta entrada es una traducción de',
      quoted: 'Esta entrada cita',
    },
    source: 'Fuente:',
    open: '«',
    close: '»',
    by: 'de',
    within: 'en',
    original: 'Leer el artículo original',
  },
};

/**
 * The sentence that cites a work, as parts to show: `This post was inspired by “Title” by Author in
 * Site. Read the original article`. Title and last words are links when the work has an http(s) url;
 * missing parts leave no hole. `lang` is a BCP 47 tag; other languages than en, de, fr, es get English.
 */
export function sourceSentence(source: SourceRecord, lang: string): readonly SourcePart[] {
  const words = phrases[lang.toLowerCase().split(/[-_]/)[0] ?? ''] ?? english;
  const url = source.url === undefined ? undefined : webLink(source.url);
  const lead = source.relation === undefined ? words.source : words.relation[source.relation];
  const title = `${words.open}${source.title}${words.close}`;
  const credit = creditText(source, words);
  const end = `${credit}${/[.!?…]$/.test(credit) ? '' : '.'}`;
  if (url === undefined) return [{ kind: 'text', text: `${lead} ${title}${end}` }];
  return [
    { kind: 'text', text: `${lead} ` },
    { kind: 'link', text: title, url },
    { kind: 'text', text: `${end} ` },
    { kind: 'link', text: words.original, url },
  ];
}

/** The same sentence as one text, without its links. */
export function sourceText(source: SourceRecord, lang: string): string {
  return sourceSentence(source, lang)
    .map((part) => part.text)
    .join('');
}

function creditText(source: SourceRecord, words: Phrases): string {
  const author = source.author?.trim() ?? '';
  const site = source.site?.trim() ?? '';
  if (author === '' && site === '') return '';
  if (author === '' || author === site) return ` ${words.by} ${site}`;
  return site === '' ? ` ${words.by} ${author}` : ` ${words.by} ${author} ${words.within} ${site}`;
}
