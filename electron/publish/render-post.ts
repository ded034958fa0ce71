import { err, ok } from '../../core/base/result.ts';
import type { Result } from '../../core/base/result.ts';
import { parsePost } from '../../core/page/compose-page.ts';
import { pageImageUrls } from '../../core/page/page-images.ts';
import { renderPage } from '../../core/page/render-page.ts';
import { splitLineEnds } from '../../core/post/line-ends.ts';
import { readPost } from '../../core/post/read-post.ts';
import type { SettingsProblem } from '../../core/library/types.ts';
import type { Dialect, FrontMatterProblem, Post } from '../../core/post/types.ts';
import { relatedPosts } from '../../core/site/related.ts';
import quietTheme from '../../assets/themes/quiet.css?raw';
import { readPostFile } from '../library/post-file.ts';
import { embedImages } from './embed-images.ts';
import { readSurroundings } from './surroundings.ts';
import type { ExportReport, ExportRequest } from './types.ts';

/** A post as the text of its page, and what there is to say about it. */
export interface RenderedPost {
  readonly html: string;
  readonly leftOut: ExportReport['leftOut'];
  readonly problems: readonly FrontMatterProblem[];
  /** What could not be used of the library's galley.yaml. */
  readonly settingsProblems: readonly SettingsProblem[];
}

/**
 * Reads a post and everything that its page needs, and makes the page. Nothing is written.
 * The text depends on the files of the library alone: not on the time, the language or the place of the folder.
 */
export async function renderPost(
  request: Pick<ExportRequest, 'root' | 'id' | 'alone'>,
): Promise<Result<RenderedPost>> {
  const { root, id } = request;
  const library = await readSurroundings(request);
  if (!library.ok) return library;
  const { settings, posts, dialect, problems } = library.value;
  const read = await readWhole(root, id, dialect);
  if (!read.ok) return read;
  const post = read.value;
  const related = relatedPosts({ id: post.id, ...post.meta }, posts);
  const images = await embedImages(root, post.id, pageImageUrls(post, settings, parsePost(post, settings)));
  const { html, page } = renderPage(post, settings, related, images, quietTheme);
  return ok({ html, leftOut: page.leftOut, problems: post.problems, settingsProblems: problems });
}

/** A post of which every byte was understood; anything less would make a page that lacks text. */
export async function readWhole(root: string, id: string, dialect: Dialect): Promise<Result<Post>> {
  const file = await readPostFile(root, id);
  if (!file.ok) return file;
  const { readOnly, text } = file.value;
  if (readOnly !== undefined && readOnly.code !== 'no-permission') {
    // The window shows the beginning of a file that is too large; here nothing is shown.
    const message = readOnly.code === 'too-large' ? 'This file is larger than 64 MB.' : readOnly.message;
    return err(readOnly.code, message, readOnly.remedy);
  }
  return ok(readPost(file.value.id, splitLineEnds(text).text, dialect));
}
