import * as v from 'valibot';
import type { ViewPosition } from '../../core/ipc/types.ts';
import type { PostId } from '../../core/post/types.ts';

/** Where the window keeps things from one start to the next: `localStorage`, or a stand-in in tests. */
export interface PlaceShelf {
  readonly getItem: (key: string) => string | null;
  readonly setItem: (key: string, value: string) => void;
}

const key = 'galley.place';

const placeSchema = v.object({ id: v.string(), anchor: v.number(), head: v.number(), scrollTop: v.number() });

/** Notes where the writer is, so that the next start, or a window that crashed, comes back to that place. */
export function rememberPlace(shelf: PlaceShelf, id: PostId, position: ViewPosition): void {
  shelf.setItem(key, JSON.stringify({ id, ...position }));
}

/** The place last noted, when it was in this post. */
export function recallPlace(shelf: PlaceShelf, id: PostId): ViewPosition | undefined {
  const noted = shelf.getItem(key);
  if (noted === null) return undefined;
  const place = v.safeParse(v.pipe(v.string(), v.parseJson(), placeSchema), noted);
  if (!place.success || place.output.id !== id) return undefined;
  const { anchor, head, scrollTop } = place.output;
  return { anchor, head, scrollTop };
}
