import type { Shell } from 'electron';
import { err, ok } from '../../core/base/result.ts';
import type { Result } from '../../core/base/result.ts';

/** Opens a folder in the system's file manager; `no-program` when it cannot. `folder` is absolute. */
export async function showFolder(shell: Pick<Shell, 'openPath'>, folder: string): Promise<Result<void>> {
  const trouble = await shell.openPath(folder);
  if (trouble === '') return ok(undefined);
  return err('no-program', 'No program of this computer showed the folder.', `Open it yourself: ${folder}`);
}
