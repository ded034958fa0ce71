import path from 'node:path';
import { ok } from '../../core/base/result.ts';
import type { Result } from '../../core/base/result.ts';
import type { ImageDescription } from '../../core/ipc/types.ts';
import { parsePost } from '../../core/page/compose-page.ts';
import { pageImageUrls } from '../../core/page/page-images.ts';
import type { LibrarySettings } from '../../core/library/types.ts';
import type { Dialect, PostId } from '../../core/post/types.ts';
import { settingsName } from '../library/find-library-root.ts';
import { imageReader } from '../library/images.ts';
import { readWhole } from '../publish/render-post.ts';
import { readSurroundings } from '../publish/surroundings.ts';
import type { Request } from './arguments.ts';
import { findingsOf } from './findings.ts';
import type { Finding } from './findings.ts';
import { locate } from './locate.ts';
import type { Located } from './locate.ts';
import { complainOf, exitCodes, printable } from './world.ts';
import type { ExitCode, World } from './world.ts';

type CheckOrder = Extract<Request, { readonly kind: 'check' }>;

/** What was found in one file; `name` is relative to the library. */
interface FileFindings {
  readonly name: string;
  readonly findings: readonly Finding[];
}

/** `galley check`: one line on standard output for each thing that is wrong, the sum on standard error. */
export async function runCheck(order: CheckOrder, world: World): Promise<ExitCode> {
  const located = await locate(order.path, order.library, world.folder);
  const checked = located.ok ? await checkAll(located.value) : located;
  if (!located.ok || !checked.ok) {
    if (!checked.ok) complainOf(world, order.path, checked.failure);
    return exitCodes.wrong;
  }
  const lines = checked.value.flatMap(({ name, findings }) => {
    const shown = shownPath(order.path, located.value, name);
    return findings.map(({ line, message }) => printable(`${shown}:${line}: ${message}`));
  });
  if (lines.length > 0) await world.write(`${lines.join('\n')}\n`);
  world.complain(sum(lines.length, checked.value));
  return lines.length === 0 ? exitCodes.fine : exitCodes.wrong;
}

async function checkAll(located: Located): Promise<Result<readonly FileFindings[]>> {
  const { root } = located;
  const library =
    located.kind === 'post'
      ? await readSurroundings(located)
      : await readSurroundings({ root, id: '', alone: false });
  if (!library.ok) return library;
  const { settings, problems, posts, unreadable, dialect } = library.value;
  const isAsked = (name: string): boolean =>
    located.kind === 'folder' && (located.within === '' || name.startsWith(`${located.within}/`));
  const all: FileFindings[] = [];
  // What is wrong with the library's settings is no matter of one post, or of a part of it.
  if (located.kind === 'folder' && located.within === '') {
    all.push({ name: settingsName, findings: problems });
  }
  for (const { name, reason } of unreadable.filter((file) => isAsked(file.name))) {
    all.push({ name, findings: [{ line: 1, message: reason }] });
  }
  const ids = located.kind === 'post' ? [located.id] : posts.map((post) => post.id).filter(isAsked);
  for (const id of ids) {
    all.push({ name: id, findings: await checkPost(root, id, dialect, settings) });
  }
  return ok(all.toSorted((one, other) => (one.name < other.name ? -1 : 1)));
}

async function checkPost(
  root: string,
  id: PostId,
  dialect: Dialect,
  settings: LibrarySettings,
): Promise<readonly Finding[]> {
  const post = await readWhole(root, id, dialect);
  if (!post.ok) return [{ line: 1, message: post.failure.message }];
  const urls = pageImageUrls(post.value, settings, parsePost(post.value, settings));
  const images: readonly ImageDescription[] = await imageReader(root).describe(id, urls);
  return findingsOf(post.value, settings, images);
}

/** A file's path as it has to be typed where the person stands. */
function shownPath(typed: string, located: Located, name: string): string {
  if (located.kind === 'post') return typed;
  const below = located.within === '' ? name : name.slice(located.within.length + 1);
  return path.join(typed, ...below.split('/'));
}

function sum(count: number, files: readonly FileFindings[]): string {
  const posts = files.filter((file) => file.name !== settingsName).length;
  const checked = `${posts} ${posts === 1 ? 'post' : 'posts'} checked`;
  if (count === 0) return `${checked}, nothing to report.`;
  return `${checked}, ${count} ${count === 1 ? 'thing' : 'things'} to look at.`;
}
