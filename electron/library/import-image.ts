import { constants } from 'node:fs';
import { access, mkdir, open, readFile } from 'node:fs/promises';
import path from 'node:path';
import { err, ok, type Result } from '../../core/base/result.ts';
import { uniquePath } from '../../core/post/new-post.ts';
import { postStem } from '../../core/post/post-id.ts';
import { slugify } from '../../core/post/slug.ts';
import { diskFailure, failureOf } from './disk-failure.ts';
import { imageFormat } from './image-formats/formats.ts';
import { maxImageBytes } from './images.ts';
import { assetFolder } from './post-assets.ts';
import { leadsInside, type PostPlace } from './post-paths.ts';
import { encodedStem } from './relink.ts';
import { saveFile } from './safe-save.ts';

const refused = (message: string): Result<never> =>
  err('image-refused', message, 'Choose a PNG, JPEG, GIF, WebP, AVIF or SVG file of at most 20 MB.');

async function readImageFile(file: string): Promise<Uint8Array | undefined> {
  const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stat = await handle.stat();
    return stat.isFile() && stat.size <= maxImageBytes ? await handle.readFile() : undefined;
  } finally {
    await handle.close();
  }
}

/** Writes the image under the first free name; one that holds the same bytes already serves as well. */
async function store(folder: string, name: string, bytes: Uint8Array): Promise<Result<string>> {
  const taken = new Set<string>();
  for (;;) {
    const tried = uniquePath(name, (each) => taken.has(each));
    const file = path.join(folder, tried);
    const saved = await saveFile({ path: file, bytes, expected: { kind: 'absent' } });
    if (saved.ok) return ok(tried);
    if (saved.failure.code !== 'exists') return saved;
    const there = await readFile(file).catch(() => undefined);
    if (there?.equals(bytes) === true) return ok(tried);
    taken.add(tried);
  }
}

/**
 * Copies an image (absolute path, from anywhere) into the folder of a post's images; answers its path
 * relative to the post, written as a URL. The name becomes a slug, the extension tells the content.
 */
export async function importImage(
  root: string,
  { id, file: post }: PostPlace,
  file: string,
): Promise<Result<{ readonly path: string }>> {
  try {
    const bytes = await readImageFile(file);
    if (bytes === undefined) return refused('That is not a file, or one of more than 20 MB.');
    const format = imageFormat(bytes);
    if (format === undefined) return refused('That file is not an image that Galley knows.');
    const folder = path.join(root, assetFolder(id));
    if (!(await leadsInside(root, folder))) return diskFailure('read-only');
    // Not made anew when it is gone with its drive.
    await access(path.dirname(post));
    await mkdir(folder, { recursive: true });
    const stem = path.basename(file, path.extname(file));
    const name = await store(folder, `${slugify(stem)}.${format.extension}`, bytes);
    return name.ok ? ok({ path: `assets/${encodedStem(postStem(id))}/${name.value}` }) : name;
  } catch (error) {
    return failureOf(error);
  }
}
