import { webLink } from '../base/links.ts';
import type { LibrarySettings } from '../library/types.ts';
import { slugify } from '../post/slug.ts';

/** What of a post its address depends on; every `PostSummary` has it. */
export interface Addressed {
  readonly slug: string;
  readonly canonicalUrl: string | undefined;
}

/** The file name of a post's page: its slug through the slug routine, so that it is one plain path part. */
export function pageFileName(post: Pick<Addressed, 'slug'>): string {
  return `${slugify(post.slug)}.html`;
}

/**
 * Where a post's page is on the web: its canonical URL, else its file under the site's URL; undefined when
 * neither is stated as an http(s) URL.
 */
export function pageUrl(settings: LibrarySettings, post: Addressed): string | undefined {
  const canonical = webLink(post.canonicalUrl ?? '');
  if (canonical !== undefined) return canonical;
  const site = webLink(settings.site.url ?? '');
  if (site === undefined) return undefined;
  const root = site.endsWith('/') ? site : `${site}/`;
  return webLink(root + encodeURIComponent(pageFileName(post)));
}
