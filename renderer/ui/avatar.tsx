import type { ReactNode } from 'react';
import './avatar.css';

export interface AvatarProps {
  readonly name: string;
  /** Where the picture can be loaded from; without one the name's initial is shown. */
  readonly src?: string | undefined;
  readonly size?: 'small' | 'large';
}

/** A person's picture or initial. The name always stands beside it, so readers skip it. */
export function Avatar({ name, src, size = 'large' }: AvatarProps): ReactNode {
  return (
    <span className={`avatar avatar-${size}`} aria-hidden="true">
      {src === undefined ? initial(name) : <img className="avatar-picture" src={src} alt="" />}
    </span>
  );
}

/** The first letter of a name, in upper case; `?` for a name without one. */
export function initial(name: string): string {
  const [first] = name.trim();
  return first === undefined ? '?' : first.toLocaleUpperCase();
}
