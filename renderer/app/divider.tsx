import { useRef } from 'react';
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';

export interface DividerProps {
  /** The editor's share of the width, 0.2 to 0.8. */
  readonly share: number;
  /** Called while it is dragged. */
  readonly onMove: (share: number) => void;
  /** Called once it stays. */
  readonly onSettle: (share: number) => void;
}

const least = 0.2;
const most = 0.8;
const step = 0.02;

/** `share` within its limits, to a thousandth. */
export function clampShare(share: number): number {
  return Math.round(Math.min(most, Math.max(least, share)) * 1000) / 1000;
}

/** Where a key moves the divider; undefined when it does not. */
export function shareAfterKey(key: string, share: number): number | undefined {
  switch (key) {
    case 'ArrowLeft':
      return clampShare(share - step);
    case 'ArrowRight':
      return clampShare(share + step);
    case 'Home':
      return least;
    case 'End':
      return most;
    case 'Enter':
      return 0.5;
    default:
      return undefined;
  }
}

/** The line between editor and preview: dragged, moved with arrows, set back by a double click or Enter. */
export function Divider({ share, onMove, onSettle }: DividerProps): ReactNode {
  const dragging = useRef<number | undefined>(undefined);
  const shareAt = (event: PointerEvent<HTMLDivElement>): number => {
    const desk = event.currentTarget.parentElement?.getBoundingClientRect();
    return desk === undefined ? share : clampShare((event.clientX - desk.left) / desk.width);
  };
  const end = (): void => {
    if (dragging.current !== undefined) onSettle(dragging.current);
    dragging.current = undefined;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = shareAfterKey(event.key, share);
    if (next === undefined) return;
    event.preventDefault();
    onSettle(next);
  };
  return (
    <div
      className="divider"
      role="separator"
      tabIndex={0}
      aria-label="Width of the editor"
      aria-orientation="vertical"
      aria-valuemin={least * 100}
      aria-valuemax={most * 100}
      aria-valuenow={Math.round(share * 100)}
      onKeyDown={onKeyDown}
      onDoubleClick={() => onSettle(0.5)}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        dragging.current = share;
      }}
      onPointerMove={(event) => {
        if (dragging.current === undefined) return;
        dragging.current = shareAt(event);
        onMove(dragging.current);
      }}
      onPointerUp={end}
      onPointerCancel={end}
    />
  );
}
