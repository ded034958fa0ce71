import type { BodyLabels } from '../markdown/labels.ts';

/** The fixed words of a page in one language. */
export interface PageWords {
  readonly body: BodyLabels;
  readonly minutes: (count: number) => string;
  readonly views: (count: number) => string;
  readonly source: string;
  readonly sources: string;
  readonly share: string;
  readonly email: string;
  readonly writtenBy: string;
  readonly related: string;
}

const english: PageWords = {
  body: { backToText: 'Back to the text', footnotes: 'Footnotes' },
  minutes: (count) => `${count} min read`,
  views: (count) => `${grouped(count, ',')} ${count === 1 ? 'view' : 'views'}`,
  source: 'Source',
  sources: 'Sources',
  share: 'Share this article',
  email: 'Email',
  writtenBy: 'Written by',
  related: 'Related articles',
};

const german: PageWords = {
  body: { backToText: 'Zurück zum Text', footnotes: 'Fußnoten' },
  minutes: (count) => `${count} Min. Lesezeit`,
  views: (count) => `${grouped(count, '.')} ${count === 1 ? 'Aufruf' : 'Aufrufe'}`,
  source: 'Quelle',
  sources: 'Quellen',
  share: 'Diesen Artikel teilen',
  email: 'E-Mail',
  writtenBy: 'Geschrieben von',
  related: 'Ähnliche Artikel',
};

const french: PageWords = {
  body: { backToText: 'Retour au texte', footnotes: 'Notes' },
  minutes: (count) => `${count} min de lecture`,
  views: (count) => `${grouped(count, '\u202F')} ${count < 2 ? 'vue' : 'vues'}`,
  source: 'Source',
  sources: 'Sources',
  share: 'Partager cet article',
  email: 'E-mail',
  writtenBy: 'Écrit par',
  related: 'Articles similaires',
};

const spanish: PageWords = {
  body: { backToText: 'Volver al texto', footnotes: 'Notas' },
  minutes: (count) => `${count} min de lectura`,
  views: (count) => `${grouped(count, '.')} ${count === 1 ? 'visita' : 'visitas'}`,
  source: 'Fuente',
  sources: 'Fuentes',
  share: 'Compartir este artículo',
  email: 'Correo',
  writtenBy: 'Escrito por',
  related: 'Artículos relacionados',
};

const languages: ReadonlyMap<string, PageWords> = new Map([
  ['en', english],
  ['de', german],
  ['fr', french],
  ['es', spanish],
]);

/** The words for a language tag such as `de-AT`; English for languages that are not here. */
export function pageWords(lang: string): PageWords {
  return languages.get(lang.toLowerCase().split('-')[0] ?? '') ?? english;
}

/** A whole number in groups of three. Pages never use Intl: its data differ between machines. */
function grouped(count: number, separator: string): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, separator);
}
