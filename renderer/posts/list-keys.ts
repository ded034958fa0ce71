/** What a key means in the list of posts. */
export type ListIntent =
  { readonly kind: 'move'; readonly to: number } | { readonly kind: 'open' | 'rename' | 'trash' | 'menu' };

/**
 * Reads a key pressed in the list. `active` is the row the keyboard is on (-1: none), `page` how many
 * rows a page is. Undefined: the key means nothing here.
 */
export function readListKey(key: string, active: number, rows: number, page: number): ListIntent | undefined {
  if (rows === 0) return undefined;
  const move = (to: number): ListIntent => ({ kind: 'move', to: Math.min(rows - 1, Math.max(0, to)) });
  switch (key) {
    case 'ArrowDown':
      return move(active + 1);
    case 'ArrowUp':
      return move(active - 1);
    case 'PageDown':
      return move(active + page);
    case 'PageUp':
      return move(active - page);
    case 'Home':
      return move(0);
    case 'End':
      return move(rows - 1);
    default:
      return active < 0 ? undefined : readRowKey(key);
  }
}

function readRowKey(key: string): ListIntent | undefined {
  switch (key) {
    case 'Enter':
    case ' ':
      return { kind: 'open' };
    case 'F2':
      return { kind: 'rename' };
    case 'Delete':
      return { kind: 'trash' };
    case 'ContextMenu':
      return { kind: 'menu' };
    default:
      return undefined;
  }
}
