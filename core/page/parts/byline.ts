import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Author } from '../../library/types.ts';
import { formatDate } from '../../post/dates.ts';
import { avatar } from '../avatar.ts';
import type { PageContext } from '../page-context.ts';
import type { PagePart } from '../page-part.ts';
import { optionalLine, plainLine } from '../plain-text.ts';

/** Who wrote the post, when, how long it takes to read and, if stated, how often it was viewed. */
export const byline: PagePart = (context) => {
  const authors = context.authors.map((author) => authorCard(author, context));
  return [
    h('div', { className: ['byline'] }, [
      ...(authors.length === 0 ? [] : [h('div', { className: ['byline-authors'] }, authors)]),
      h('div', { className: ['byline-facts'] }, facts(context)),
    ]),
  ];
};

function authorCard(author: Author, { image }: PageContext): Element {
  const role = optionalLine(author.role);
  return h('div', { className: ['byline-author', 'p-author', 'h-card'] }, [
    avatar(author, image, 'small'),
    h('div', { className: ['byline-who'] }, [
      h('span', { className: ['byline-name', 'p-name'] }, plainLine(author.name)),
      ...(role === undefined ? [] : [' ', h('span', { className: ['byline-role', 'p-job-title'] }, role)]),
    ]),
  ]);
}

function facts({ meta, lang, words, minutes, url }: PageContext): ElementContent[] {
  const published = meta.date?.iso;
  const lines: Element[] = [];
  if (published !== undefined) {
    lines.push(h('time', { className: ['dt-published'], dateTime: published }, formatDate(published, lang)));
  }
  lines.push(h('span', words.minutes(minutes)));
  if (meta.views !== undefined) lines.push(h('span', words.views(meta.views)));
  if (url !== undefined) lines.push(h('data', { className: ['u-url'], value: url }));
  // A space between them for whoever reads the page without its stylesheet.
  return lines.flatMap((line, index) =>
    index === 0 ? [line] : [{ type: 'text' as const, value: ' ' }, line],
  );
}
