import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { safeLink } from '../../base/links.ts';
import type { AuthorLink } from '../../library/types.ts';
import { renderInline } from '../../markdown/inline.ts';
import { avatar } from '../avatar.ts';
import type { PagePart } from '../page-part.ts';
import { optionalLine, plainLine } from '../plain-text.ts';

/** The card of the profile that closes the page: name, bio, links. */
export const card: PagePart = ({ profile, image, words }) => {
  if (!profile) return [];
  const bio = optionalLine(profile.bio);
  const links = linkLine(profile.links);
  return [
    h('aside', { className: ['card', 'h-card'], ariaLabel: words.writtenBy }, [
      avatar(profile, image, 'large'),
      h('div', { className: ['card-text'] }, [
        h('p', { className: ['card-label'] }, words.writtenBy),
        h('p', { className: ['card-name', 'p-name'] }, plainLine(profile.name)),
        ...(bio === undefined ? [] : [h('p', { className: ['card-bio', 'p-note'] }, [...renderInline(bio)])]),
        ...(links.length === 0 ? [] : [h('p', { className: ['card-links'] }, links)]),
      ]),
    ]),
  ];
};

function linkLine(links: readonly AuthorLink[]): ElementContent[] {
  const known = links.flatMap(({ label, url }) => {
    const href = safeLink(url);
    return href === undefined ? [] : [{ href, label: optionalLine(label) ?? href }];
  });
  return known.flatMap(({ href, label }, index) => [
    ...(index === 0 ? [] : [{ type: 'text' as const, value: ' · ' }]),
    h('a', { className: ['u-url'], href, rel: ['noopener', 'noreferrer'] }, label),
  ]);
}
