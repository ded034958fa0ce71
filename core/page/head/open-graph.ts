import { h } from 'hastscript';
import type { PageContext } from '../page-context.ts';
import type { HeadPart } from '../page-part.ts';
import { optionalLine } from '../plain-text.ts';

/** OpenGraph's article (https://ogp.me/#type_article), for previews where the page is shared. */
export const openGraph: HeadPart = (context) =>
  properties(context).flatMap(([property, content]) =>
    content === undefined ? [] : [h('meta', { property, content })],
  );

function properties(context: PageContext): readonly (readonly [string, string | undefined])[] {
  const { meta, settings, title, description, category, url, lang } = context;
  return [
    ['og:type', 'article'],
    ['og:title', title],
    ['og:description', description],
    ['og:url', url],
    ['og:site_name', optionalLine(settings.site.title)],
    ['og:locale', locale(lang)],
    ['article:published_time', meta.date?.iso],
    ['article:modified_time', meta.updated?.iso],
    ['article:section', category],
    ...meta.tags.map((tag) => ['article:tag', optionalLine(tag)] as const),
  ];
}

/** OpenGraph knows only language and territory together, as `de_AT`. */
function locale(lang: string): string | undefined {
  const match = /^([a-z]{2,3})-(?:[a-z]{4}-)?([a-z]{2})$/i.exec(lang);
  return match?.[1] && match[2] ? `${match[1].toLowerCase()}_${match[2].toUpperCase()}` : undefined;
}
