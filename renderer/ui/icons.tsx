import type { ReactNode } from 'react';

const shapes = {
  chevron: 'M4.5 6.5 8 10l3.5-3.5',
  check: 'M3.5 8.5 6.5 11.5 12.5 4.5',
  close: 'M4 4l8 8M12 4l-8 8',
  plus: 'M8 3v10M3 8h10',
  up: 'M8 13V3M4 7l4-4 4 4',
  down: 'M8 3v10M4 9l4 4 4-4',
  warning: 'M8 2.5 14.5 13.5h-13zM8 6.8v3M8 11.6v.2',
} as const;

export type IconName = keyof typeof shapes;

/** A 16 px line drawing in the text's colour. It never carries meaning alone, so it is hidden from readers. */
export function Icon({ name, size = 14 }: { readonly name: IconName; readonly size?: number }): ReactNode {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path
        d={shapes[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
