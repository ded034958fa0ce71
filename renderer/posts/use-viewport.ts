import { useEffect, useState } from 'react';
import type { RefObject } from 'react';

/** The part of a scrolling element that is in view, in px. */
export interface Viewport {
  readonly top: number;
  readonly height: number;
}

/** Follows how far an element is scrolled and how high it is. */
export function useViewport(element: RefObject<HTMLElement | null>): Viewport {
  const [viewport, setViewport] = useState<Viewport>({ top: 0, height: 900 });
  useEffect(() => {
    const target = element.current;
    if (target === null) return undefined;
    const read = (): void => {
      const next = { top: target.scrollTop, height: target.clientHeight };
      setViewport((old) => (old.top === next.top && old.height === next.height ? old : next));
    };
    const observer = new ResizeObserver(read);
    observer.observe(target);
    target.addEventListener('scroll', read, { passive: true });
    return () => {
      observer.disconnect();
      target.removeEventListener('scroll', read);
    };
  }, [element]);
  return viewport;
}
