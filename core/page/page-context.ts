import { bylineAuthors, cardAuthor } from '../library/resolve.ts';
import type { Author, LibrarySettings } from '../library/types.ts';
import type { ImageResolver } from '../markdown/types.ts';
import { summarize } from '../post/summarize.ts';
import type { Post, PostMeta, PostSummary } from '../post/types.ts';
import { pageUrl } from './address.ts';
import { categoryName } from './category-name.ts';
import { pageLanguage } from './language.ts';
import { optionalLine } from './plain-text.ts';
import type { PageInput } from './types.ts';
import { pageWords, type PageWords } from './words.ts';

/** Everything that the parts of a page and of its head are made from. */
export interface PageContext {
  readonly meta: PostMeta;
  readonly settings: LibrarySettings;
  /** BCP 47 tag. */
  readonly lang: string;
  readonly words: PageWords;
  readonly title: string;
  /** The category's name, when the post has one. */
  readonly category: string | undefined;
  /** The stated summary, else the start of the text. */
  readonly description: string | undefined;
  /** The page's address, when the library or the post states one. */
  readonly url: string | undefined;
  readonly authors: readonly Author[];
  /** Whose card closes the page. */
  readonly profile: Author | undefined;
  readonly related: readonly PostSummary[];
  readonly image: ImageResolver;
  /** Words of the body, with every Chinese or Japanese character as one. */
  readonly wordCount: number;
  /** Minutes of reading, at least 1. */
  readonly minutes: number;
}

/** The title and the language of a post's page: what its body is parsed for. */
export function pageIdentity(
  post: Post,
  settings: LibrarySettings,
  summary: Pick<PostSummary, 'title' | 'slug'> = summarize(post, 0),
): { readonly title: string; readonly lang: string } {
  return {
    title: optionalLine(summary.title) ?? summary.slug,
    lang: pageLanguage(post.meta.lang, settings.site.language),
  };
}

/** Gathers from the post, its library and its neighbours what the page says; computes nothing of its looks. */
export function gatherContext({ post, settings, related, images }: PageInput): PageContext {
  const { meta } = post;
  // The page says what the list says: one way to count and to shorten.
  const summary = summarize(post, 0);
  const { title, lang } = pageIdentity(post, settings, summary);
  return {
    meta,
    settings,
    lang,
    words: pageWords(lang),
    title,
    category: categoryName(settings, meta.category),
    description: optionalLine(summary.summary),
    url: pageUrl(settings, summary),
    authors: bylineAuthors(settings, meta),
    profile: cardAuthor(settings, meta),
    related,
    image: images,
    wordCount: summary.words,
    minutes: summary.minutes,
  };
}
