import { h } from 'hastscript';
import { safeLink, webLink } from '../../base/links.ts';
import type { Author } from '../../library/types.ts';
import type { SourceRecord } from '../../source/types.ts';
import type { PageContext } from '../page-context.ts';
import type { HeadPart } from '../page-part.ts';
import { optionalLine, plainLine } from '../plain-text.ts';

/** Data of schema.org. Undefined members are left out when it is written. */
type Data = { readonly [key: string]: string | number | Data | readonly Data[] | undefined };

/** The post as a schema.org BlogPosting: a block of data, which no browser runs. */
export const jsonLd: HeadPart = (context) => [
  h('script', { type: 'application/ld+json' }, dataText(blogPosting(context))),
];

/** JSON in which nothing can end the element around it. */
function dataText(data: Data): string {
  return JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function blogPosting(context: PageContext): Data {
  const { meta, lang, title, description, category, url, authors, wordCount, minutes } = context;
  const keywords = meta.tags.flatMap((tag) => optionalLine(tag) ?? []);
  const based = meta.sources.filter(
    ({ relation }) => relation === 'adapted from' || relation === 'translated from',
  );
  return {
    '@context': 'https://schema.org',
    '@type': 'BlogPosting',
    headline: title,
    description,
    url,
    mainEntityOfPage: url,
    datePublished: meta.date?.iso,
    dateModified: meta.updated?.iso,
    inLanguage: lang,
    author: listed(authors.map(person)),
    articleSection: category,
    keywords: keywords.length === 0 ? undefined : keywords.join(', '),
    wordCount,
    timeRequired: `PT${minutes}M`,
    citation: listed(meta.sources.map(work)),
    isBasedOn: listed(based.map(work)),
  };
}

function person(author: Author): Data {
  const urls = author.links.flatMap(({ url }) => webLink(url) ?? []);
  return {
    '@type': 'Person',
    name: plainLine(author.name),
    jobTitle: optionalLine(author.role),
    url: urls[0],
  };
}

function work(source: SourceRecord): Data {
  const author = optionalLine(source.author);
  const site = optionalLine(source.site);
  return {
    '@type': 'CreativeWork',
    name: plainLine(source.title),
    author: author === undefined ? undefined : { '@type': 'Person', name: author },
    publisher: site === undefined ? undefined : { '@type': 'Organization', name: site },
    url: source.url === undefined ? undefined : safeLink(source.url),
  };
}

function listed(data: readonly Data[]): readonly Data[] | undefined {
  return data.length === 0 ? undefined : data;
}
