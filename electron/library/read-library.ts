import { realpath } from 'node:fs/promises';
import type { Dialect, PostSummary } from '../../core/post/types.ts';
import { runScan } from './scan-job.ts';
import { readSettingsFile, type ReadSettings } from './settings-file.ts';
import type { Unreadable } from './walk.ts';

/** A library as it is at this moment. */
export interface LibraryOnce extends ReadSettings {
  readonly dialect: Dialect;
  readonly posts: readonly PostSummary[];
  /** Files that could not be read or named. */
  readonly unreadable: readonly Unreadable[];
}

/** Reads a whole library (`root`: absolute) and watches nothing; rejects when its folder cannot be read. */
export async function readLibraryOnce(root: string): Promise<LibraryOnce> {
  const resolved = await realpath(root);
  const posts: PostSummary[] = [];
  const unreadable: Unreadable[] = [];
  let dialect: Dialect = 'galley';
  await runScan({ root: resolved, only: undefined }, (message) => {
    if (message.kind === 'listed') dialect = message.dialect;
    if (message.kind === 'read') posts.push(...message.posts);
    if (message.kind === 'read' || message.kind === 'listed') unreadable.push(...message.unreadable);
  });
  return { ...(await readSettingsFile(resolved)), dialect, posts, unreadable };
}
