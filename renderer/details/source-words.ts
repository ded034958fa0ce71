import { sourceSentence } from '../../core/source/source-sentence.ts';
import type { SourceRecord } from '../../core/source/types.ts';
import { shortDay } from '../ui/short-date.ts';

/** The sentence of the page about a source, without its links; `lang`: BCP 47 tag of the post. */
export function sourceText(source: SourceRecord, lang: string): string {
  return sourceSentence(source, lang)
    .map((part) => part.text)
    .join('');
}

/** Where a source is and when it was read: `gazette.example · accessed 21 Nov 2026`. */
export function sourceFacts(source: SourceRecord): string {
  const host =
    source.url !== undefined && URL.canParse(source.url) ? new URL(source.url).hostname : source.url;
  const day = source.accessed === undefined ? undefined : (shortDay(source.accessed) ?? source.accessed);
  const parts = [host?.replace(/^www\./u, ''), day === undefined ? undefined : `accessed ${day}`];
  return parts.filter((part) => part !== undefined && part !== '').join(' · ');
}
