import type { Element } from 'hast';
import { h } from 'hastscript';
import { assertNever } from '../../base/assert-never.ts';
import { publicReason, resourceName } from '../../markdown/resource-name.ts';
import type { ImageInfo } from '../../markdown/types.ts';
import type { PagePart } from '../page-part.ts';
import { plainLine } from '../plain-text.ts';

/** The cover image, or what stands for one that cannot be shown. */
export const cover: PagePart = ({ meta, image }) => {
  if (meta.cover === undefined) return [];
  return [
    h(
      'figure',
      { className: ['cover'] },
      coverNode(meta.cover, plainLine(meta.coverAlt ?? ''), image(meta.cover)),
    ),
  ];
};

function coverNode(url: string, alt: string, info: ImageInfo): Element {
  const name = info.kind === 'remote' ? url : resourceName(url);
  const label = alt === '' ? plainLine(name) : alt;
  switch (info.kind) {
    case 'image': {
      const { src, width, height } = info;
      return h('img', { className: ['u-featured'], src, alt, width, height });
    }
    case 'remote':
      return h('a', { className: ['image-remote'], href: info.url, rel: ['noopener', 'noreferrer'] }, label);
    case 'refused':
      return h('span', { className: ['image-refused'], title: publicReason(info.reason, url) }, label);
    default:
      return assertNever(info);
  }
}
