import type { Element } from 'hast';
import { h } from 'hastscript';
import { sourceSentence } from '../../source/source-sentence.ts';
import type { SourceRecord } from '../../source/types.ts';
import type { PagePart } from '../page-part.ts';
import { optionalLine, plainLine } from '../plain-text.ts';

/** The works that the post cites, a sentence each. */
export const sources: PagePart = ({ meta, lang, words }) => {
  if (meta.sources.length === 0) return [];
  const label = meta.sources.length === 1 ? words.source : words.sources;
  return [
    h('aside', { className: ['sources'], ariaLabel: label }, [
      h('p', { className: ['sources-label'] }, label),
      ...meta.sources.map((source) => sentence(source, lang)),
    ]),
  ];
};

function sentence(source: SourceRecord, lang: string): Element {
  const parts = sourceSentence(clean(source), lang).map((part) =>
    part.kind === 'text' ? part.text : h('a', { href: part.url, rel: ['noopener', 'noreferrer'] }, part.text),
  );
  return h('p', { className: ['sources-sentence'] }, parts);
}

function clean(source: SourceRecord): SourceRecord {
  return {
    ...source,
    title: plainLine(source.title),
    author: optionalLine(source.author),
    site: optionalLine(source.site),
  };
}
