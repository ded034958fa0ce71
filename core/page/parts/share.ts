import { h } from 'hastscript';
import type { PagePart } from '../page-part.ts';

/**
 * Links that hand the page on. All but mail need to know where the page is, and are left out when nothing says so.
 * They are links, not buttons of anybody's: nothing is asked of those sites before a reader follows one.
 */
export const share: PagePart = ({ title, url, words }) => {
  const links = [
    ...(url === undefined ? [] : siteLinks(title, url)),
    { label: words.email, href: mailLink(title, url) },
  ];
  return [
    h('nav', { className: ['share'], ariaLabel: words.share }, [
      h('span', { className: ['share-label'] }, words.share),
      h(
        'ul',
        { className: ['share-links'] },
        links.map(({ label, href }) => h('li', h('a', { href, rel: ['noopener', 'noreferrer'] }, label))),
      ),
    ]),
  ];
};

function siteLinks(title: string, url: string): readonly { readonly label: string; readonly href: string }[] {
  const page = encodeURIComponent(url);
  return [
    // https://share.joinmastodon.org asks which server is the reader's; the text stays in the fragment.
    {
      label: 'Mastodon',
      href: `https://share.joinmastodon.org/#text=${encodeURIComponent(`${title} ${url}`)}`,
    },
    { label: 'LinkedIn', href: `https://www.linkedin.com/sharing/share-offsite/?url=${page}` },
    { label: 'X', href: `https://x.com/intent/post?text=${encodeURIComponent(title)}&url=${page}` },
  ];
}

function mailLink(title: string, url: string | undefined): string {
  const body = url === undefined ? '' : `&body=${encodeURIComponent(url)}`;
  return `mailto:?subject=${encodeURIComponent(title)}${body}`;
}
