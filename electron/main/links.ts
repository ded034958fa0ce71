import type { Shell } from 'electron';
import { safeLink } from '../../core/base/links.ts';
import { err, ok } from '../../core/base/result.ts';
import type { Result } from '../../core/base/result.ts';

/** Opens a link outside: http, https and mailto only (`refused-link`); `no-program` when the system cannot. */
export async function openLink(shell: Pick<Shell, 'openExternal'>, url: string): Promise<Result<void>> {
  const link = safeLink(url);
  if (link === undefined) {
    return err(
      'refused-link',
      'Only web and mail addresses are opened.',
      'Copy the link to look at it elsewhere.',
    );
  }
  try {
    await shell.openExternal(link);
    return ok(undefined);
  } catch {
    return err(
      'no-program',
      'No program of this computer opened the link.',
      'Copy the link and open it yourself.',
    );
  }
}
