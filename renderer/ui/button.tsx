import { Button as AriaButton } from 'react-aria-components';
import type { ButtonProps as AriaButtonProps } from 'react-aria-components';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import './button.css';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style'> {
  /** `solid`: what to do next; `plain`: bordered; `quiet`: text only; `icon`: a square with an icon. */
  readonly look?: 'solid' | 'plain' | 'quiet' | 'icon';
  readonly small?: boolean;
  readonly className?: string;
}

/** A button of the window. One with an icon alone needs an `aria-label`. */
export function Button({ look = 'plain', small = false, className, ...props }: ButtonProps): ReactNode {
  return (
    <AriaButton
      {...props}
      className={classNames('button', `button-${look}`, small && 'button-small', className)}
    />
  );
}
