import type { Element } from 'hast';
import { h } from 'hastscript';
import { formatShortDate } from '../../post/dates.ts';
import type { PostSummary } from '../../post/types.ts';
import { pageUrl } from '../address.ts';
import { categoryName } from '../category-name.ts';
import type { PageContext } from '../page-context.ts';
import type { PagePart } from '../page-part.ts';
import { optionalLine } from '../plain-text.ts';

/** More than this many related posts are not shown. */
const most = 3;

/** Posts that a reader of this one may like. They are links only where it is known where their pages are. */
export const related: PagePart = (context) => {
  const posts = context.related.slice(0, most);
  if (posts.length === 0) return [];
  return [
    h('aside', { className: ['related'], ariaLabel: context.words.related }, [
      h('h2', { className: ['related-heading'] }, context.words.related),
      h(
        'ul',
        { className: ['related-list'] },
        posts.map((post) => relatedCard(post, context)),
      ),
    ]),
  ];
};

function relatedCard(post: PostSummary, { settings, lang, words }: PageContext): Element {
  const category = categoryName(settings, post.category);
  const url = pageUrl(settings, post);
  const title = optionalLine(post.title) ?? post.slug;
  const minutes = words.minutes(post.minutes);
  return h('li', { className: ['related-card'] }, [
    ...(category === undefined ? [] : [h('p', { className: ['category'] }, category)]),
    h('p', { className: ['related-title'] }, url === undefined ? title : h('a', { href: url }, title)),
    h('p', { className: ['related-facts'] }, [
      ...(post.date === undefined
        ? []
        : [h('time', { dateTime: post.date }, formatShortDate(post.date, lang)), ' · ']),
      minutes,
    ]),
  ]);
}
