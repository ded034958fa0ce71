import path from 'node:path';
import { err, ok } from '../../core/base/result.ts';
import type { Result } from '../../core/base/result.ts';
import type { PostId } from '../../core/post/types.ts';
import type { Log } from './log.ts';
import { makeSampleLibrary, samplePost } from './sample-library.ts';

/** The library of a first start: `Galley` in the documents folder, with the sample posts if it is not there yet. */
export async function makeFirstLibrary(
  documents: string,
  log: Log,
): Promise<Result<{ readonly folder: string; readonly post: PostId | undefined }>> {
  const folder = path.join(documents, 'Galley');
  try {
    const made = await makeSampleLibrary(folder);
    return ok({ folder, post: made ? samplePost : undefined });
  } catch (error) {
    log.warn('The sample library could not be made', error);
    return err(
      'no-first-library',
      'A library for your posts could not be made in your documents folder.',
      'Choose any folder you may write to with File > Open Library.',
    );
  }
}
