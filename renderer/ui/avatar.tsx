import type { ReactNode } from 'react';
import { avatarColour, initial } from '../../core/page/avatar-colour.ts';
import './avatar.css';

export interface AvatarProps {
  /** Of the profile; it chooses the initial's colour, as on the page. */
  readonly id: string;
  readonly name: string;
  /** Where the picture can be loaded from; without one the name's initial is shown. */
  readonly src?: string | undefined;
  readonly size?: 'small' | 'large';
}

/** A person's picture or initial. The name always stands beside it, so readers skip it. */
export function Avatar({ id, name, src, size = 'large' }: AvatarProps): ReactNode {
  return (
    <span className={`avatar avatar-${size} avatar-${avatarColour(id)}`} aria-hidden="true">
      {src === undefined ? initial(name) : <img className="avatar-picture" src={src} alt="" />}
    </span>
  );
}
