import { contentHash } from '../markdown/hash.ts';
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
