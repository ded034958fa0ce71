import { resolveCategory } from '../library/resolve.ts';
import type { LibrarySettings } from '../library/types.ts';
import { optionalLine } from './plain-text.ts';

/** How a page calls a post's category: by its name in the library, else as written; undefined without one. */
export function categoryName(settings: LibrarySettings, written: string | undefined): string | undefined {
  const name = optionalLine(written);
  return name === undefined ? undefined : optionalLine(resolveCategory(settings, name).name);
}
