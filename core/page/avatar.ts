import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Author } from '../library/types.ts';
import { contentHash } from '../markdown/hash.ts';
import type { ImageInfo } from '../markdown/types.ts';
import { libraryImage } from './library-image.ts';
import { plainLine } from './plain-text.ts';

/** How many colours initials have; the theme names them `--avatar-0` and so on. */
export const avatarColours = 8;

/** The colour of an author's initial: the same for the same id on every page and machine. */
export function avatarColour(id: string): number {
  return Number.parseInt(contentHash(id).slice(0, 8), 16) % avatarColours;
}

/** The first letter or digit of a name in capitals; empty when it has none. */
export function initial(name: string): string {
  const letter = /[\p{L}\p{N}]\p{M}*/u.exec(plainLine(name))?.[0] ?? '';
  return letter.toUpperCase();
}

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
