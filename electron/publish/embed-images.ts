import type { ImageDescription } from '../../core/ipc/types.ts';
import type { ImageInfo, ImageResolver } from '../../core/markdown/types.ts';
import type { PostId } from '../../core/post/types.ts';
import { imageReader } from '../library/images.ts';
import type { ImageReader } from '../library/images.ts';

/**
 * Reads the images that a post names into `data:` URLs, one after the other.
 * @param root absolute path of the library's folder
 * @param urls as written in the post; the answers are for these alone
 */
export async function embedImages(root: string, id: PostId, urls: readonly string[]): Promise<ImageResolver> {
  const reader = imageReader(root);
  const infos = new Map<string, ImageInfo>();
  for (const description of await reader.describe(id, [...new Set(urls)])) {
    infos.set(description.url, await embed(reader, id, description));
  }
  return (url) => infos.get(url) ?? { kind: 'refused', reason: 'This image was not looked for.' };
}

async function embed(reader: ImageReader, id: PostId, description: ImageDescription): Promise<ImageInfo> {
  const { url } = description;
  if (description.kind === 'remote') return { kind: 'remote', url };
  if (description.kind === 'refused') return { kind: 'refused', reason: description.reason };
  const { width, height, src } = description;
  if (/^data:/i.test(src)) return { kind: 'image', src, width, height };
  const image = await reader.read(id, url);
  if (!image.ok) return { kind: 'refused', reason: image.failure.message };
  const { bytes, mediaType } = image.value;
  const base64 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
  return { kind: 'image', src: `data:${mediaType};base64,${base64}`, width, height };
}
