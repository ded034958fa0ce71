import type { LayoutStore, WindowWidth } from '../store/layout.ts';

/** CSS px from which on a window of that kind begins. */
const mediumFrom = 900;
const wideFrom = 1100;

/** Which panels have a place of their own in a window of this width (CSS px). */
export function windowWidth(px: number): WindowWidth {
  if (px < mediumFrom) return 'narrow';
  return px < wideFrom ? 'medium' : 'wide';
}

/** Keeps the layout true to the window's width; the answer stops that. */
export function followWidth(layout: LayoutStore): () => void {
  const read = (): void => layout.setWidth(windowWidth(window.innerWidth));
  read();
  window.addEventListener('resize', read);
  return () => window.removeEventListener('resize', read);
}
