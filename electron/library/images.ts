import { constants } from 'node:fs';
import { open, realpath } from 'node:fs/promises';
import path from 'node:path';
import { err, ok, type Failure, type Result } from '../../core/base/result.ts';
import { mediaUrl } from '../../core/ipc/media-url.ts';
import type { ImageDescription } from '../../core/ipc/types.ts';
import { postFolder } from '../../core/post/post-id.ts';
import type { PostId } from '../../core/post/types.ts';
import { imageFormat } from './image-formats/formats.ts';
import type { ImageFormat } from './image-formats/image-format.ts';
import { parseImageUrl } from './image-url.ts';
import { isInside } from './post-paths.ts';
import type { ImageBytes } from './types.ts';

/** Larger files are neither shown nor exported; bytes. */
export const maxImageBytes = 20 * 1024 * 1024;

/** Enough for the header of nearly every image; bytes. */
const headBytes = 64 * 1024;

/** An image with its pixels, when its header tells them. */
interface LoadedImage extends ImageBytes {
  readonly width: number | undefined;
  readonly height: number | undefined;
}

/** Reads the images that posts name, from under one root and by their content only. */
export interface ImageReader {
  /** One answer for each URL, in order; `src` is the app's own scheme, or the `data:` URL itself. */
  readonly describe: (id: PostId, urls: readonly string[]) => Promise<readonly ImageDescription[]>;
  /** The whole image; fails with `image-refused` and a reason that names nothing but the URL. */
  readonly read: (id: PostId, url: string) => Promise<Result<LoadedImage>>;
}

type Found = Result<LoadedImage, Failure<'image-refused'>> | { readonly remote: true };

function refuse(reason: string) {
  return err(
    'image-refused',
    reason,
    'Put the image into the library’s folder and name it by a relative path.',
  );
}

/** Names a URL in a sentence; a long one is cut. */
function quoted(url: string): string {
  return `“${url.length > 100 ? `${url.slice(0, 99)}…` : url}”`;
}

function loaded(bytes: Uint8Array, format: ImageFormat): LoadedImage {
  const size = format.size(bytes);
  return { bytes, mediaType: format.mediaType, width: size?.width, height: size?.height };
}

/** The real path of the first of these that exists. */
async function firstThere(folder: string, paths: readonly string[]): Promise<string | undefined> {
  for (const each of paths) {
    const found = await realpath(path.join(folder, each)).catch(() => undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Reads the file's head, and the rest when `whole` or when the head does not tell the size. */
async function load(file: string, url: string, whole: boolean): Promise<Found> {
  // Without O_NONBLOCK a pipe in the library would hold the read for ever.
  const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);
  const handle = await open(file, flags);
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) return refuse(`${quoted(url)} is not a file.`);
    if (stat.size > maxImageBytes) return refuse(`${quoted(url)} is larger than 20 MB.`);
    const head = Buffer.alloc(Math.min(stat.size, headBytes));
    const { bytesRead } = await handle.read(head, 0, head.length, 0);
    const start = head.subarray(0, bytesRead);
    const format = imageFormat(start);
    if (format === undefined) return refuse(`${quoted(url)} is not an image that Galley knows.`);
    const complete = stat.size <= bytesRead;
    if (complete || (!whole && format.size(start) !== undefined)) return ok(loaded(start, format));
    const all = Buffer.alloc(stat.size);
    let length = 0;
    while (length < all.length) {
      const piece = await handle.read(all, length, all.length - length, length);
      if (piece.bytesRead === 0) break;
      length += piece.bytesRead;
    }
    return ok(loaded(all.subarray(0, length), format));
  } finally {
    await handle.close();
  }
}

function fromData(bytes: Uint8Array): Found {
  const format = imageFormat(bytes);
  if (format === undefined || format.extension === 'svg' || bytes.length > maxImageBytes) {
    return refuse('An image written into the post itself could not be read.');
  }
  return ok(loaded(bytes, format));
}

async function find(root: string, id: PostId, url: string, whole: boolean): Promise<Found> {
  const asked = parseImageUrl(url);
  if (asked.kind === 'remote') return { remote: true };
  if (asked.kind === 'refused') return refuse(asked.reason);
  if (asked.kind === 'data') return fromData(asked.bytes);
  const missing = refuse(`${quoted(url)} was not found.`);
  try {
    const library = await realpath(root);
    const folder = asked.from === 'library' ? library : path.join(library, postFolder(id));
    const file = await firstThere(folder, asked.paths);
    if (file === undefined) return missing;
    if (!isInside(library, file)) return refuse(`${quoted(url)} lies outside the library.`);
    return await load(file, url, whole);
  } catch {
    return missing;
  }
}

async function describeOne(root: string, id: PostId, url: string): Promise<ImageDescription> {
  const found = await find(root, id, url, false);
  if ('remote' in found) return { url, kind: 'remote' };
  if (!found.ok) return { url, kind: 'refused', reason: found.failure.message };
  const { width, height } = found.value;
  return { url, kind: 'image', src: /^data:/i.test(url) ? url : mediaUrl(id, url), width, height };
}

/** A reader for the library at `root` (absolute). */
export function imageReader(root: string): ImageReader {
  return {
    describe: async (id, urls) => {
      const answers: ImageDescription[] = [];
      // A few at a time: a post may name thousands, and each holds a file open.
      for (let from = 0; from < urls.length; from += 8) {
        const some = urls.slice(from, from + 8);
        answers.push(...(await Promise.all(some.map((url) => describeOne(root, id, url)))));
      }
      return answers;
    },
    read: async (id, url) => {
      const found = await find(root, id, url, true);
      return 'remote' in found ? refuse(`${quoted(url)} is on another site.`) : found;
    },
  };
}
