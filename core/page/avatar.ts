import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Author } from '../library/types.ts';
import type { ImageInfo } from '../markdown/types.ts';
import { avatarColour, initial } from './avatar-colour.ts';
import { libraryImage } from './library-image.ts';

/** The author's picture, or the initial where there is none. Decoration: the name always stands beside it. */
export function avatar(author: Author, image: (url: string) => ImageInfo, size: 'small' | 'large'): Element {
  const large = size === 'large' ? ['avatar-large'] : [];
  const info = author.avatar === undefined ? undefined : image(libraryImage(author.avatar));
  if (info?.kind === 'image') {
    const pixels = size === 'large' ? 60 : 44;
    return h('img', {
      className: ['avatar', ...large, 'u-photo'],
      src: info.src,
      alt: '',
      width: pixels,
      height: pixels,
    });
  }
  const colour = `avatar-${avatarColour(author.id)}`;
  return h('span', { className: ['avatar', ...large, colour], ariaHidden: 'true' }, initial(author.name));
}
