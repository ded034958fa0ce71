import { err } from '../../../core/base/result.ts';
import type { Result } from '../../../core/base/result.ts';
import type { Library } from '../../library/types.ts';
import type { LibrarySession } from '../session.ts';

/** Does something with the open library; a failure `no-library` when there is none. */
export async function withLibrary<T>(
  session: LibrarySession,
  action: (library: Library) => Promise<Result<T>>,
): Promise<Result<T>> {
  const library = session.current();
  if (library === undefined) {
    return err('no-library', 'No library is open.', 'Open one with File > Open Library.');
  }
  return action(library);
}
