import type { ReactNode } from 'react';
import { Icon } from './icons.tsx';
import './banner.css';

export interface BannerProps {
  /** `alarm`: text may be lost, read out at once; `warning`: something needs an answer; `info`: good to know. */
  readonly tone: 'alarm' | 'warning' | 'info';
  /** What happened and what is safe. */
  readonly message: string;
  readonly remedy?: string | undefined;
  /** Buttons. */
  readonly children?: ReactNode;
}

/** A sentence above the editor that stays as long as it is true. */
export function Banner({ tone, message, remedy, children }: BannerProps): ReactNode {
  return (
    <div className={`banner banner-${tone}`} role={tone === 'info' ? 'status' : 'alert'}>
      {tone === 'info' ? null : <Icon name="warning" size={16} />}
      <p className="banner-words" data-selectable>
        <strong className="banner-message">{message}</strong>
        {remedy === undefined ? null : <> {remedy}</>}
      </p>
      <span className="banner-actions">{children}</span>
    </div>
  );
}
