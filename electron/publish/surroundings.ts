import { realpath } from 'node:fs/promises';
import { err, ok } from '../../core/base/result.ts';
import type { Result } from '../../core/base/result.ts';
import { detectDialect } from '../../core/post/dialects/dialect.ts';
import { readLibraryOnce } from '../library/read-library.ts';
import type { LibraryOnce } from '../library/read-library.ts';
import { readSettingsFile } from '../library/settings-file.ts';
import type { ExportRequest } from './types.ts';

/**
 * What a post's page takes from its library. A post that is alone has no other posts around it.
 * @returns `unreadable` when the folder cannot be listed
 */
export async function readSurroundings({
  root,
  id,
  alone,
}: Pick<ExportRequest, 'root' | 'id' | 'alone'>): Promise<Result<LibraryOnce>> {
  try {
    if (!alone) return ok(await readLibraryOnce(root));
    const settings = await readSettingsFile(await realpath(root));
    return ok({ ...settings, dialect: detectDialect([id]), posts: [], unreadable: [] });
  } catch {
    return err(
      'unreadable',
      'The folder of the library may not be read.',
      'Allow reading it, then try again.',
    );
  }
}
