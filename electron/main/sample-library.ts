import { mkdir, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { PostId } from '../../core/post/types.ts';
import { toPostId } from '../../core/post/post-id.ts';

const source = '../../assets/sample-library/';

const texts = import.meta.glob<string>('../../assets/sample-library/**/*.{md,yaml}', {
  query: '?raw',
  import: 'default',
  eager: true,
});
/** As data URLs. */
const images = import.meta.glob<string>('../../assets/sample-library/**/*.{png,jpg}', {
  query: '?inline',
  import: 'default',
  eager: true,
});

/** The post of the sample library that is shown first. */
export const samplePost: PostId | undefined = toPostId('welcome.md');

/**
 * Makes the sample library at `folder` (absolute) unless something is there already; answers whether it was made.
 * It is written aside and renamed, so it is there whole or not at all. Rejects as the file system does.
 */
export async function makeSampleLibrary(folder: string): Promise<boolean> {
  if (await exists(folder)) return false;
  const parent = path.dirname(folder);
  await mkdir(parent, { recursive: true });
  const aside = await mkdtemp(path.join(parent, '.galley-'));
  try {
    const home = path.join(aside, 'library');
    for (const [name, bytes] of sampleFiles()) {
      const file = path.join(home, ...name.split('/'));
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, bytes, { flag: 'wx' });
    }
    await rename(home, folder);
    return true;
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

/** The sample's files by POSIX path relative to its folder. */
function sampleFiles(): readonly (readonly [string, Uint8Array])[] {
  const name = (key: string): string => key.slice(source.length);
  return [
    ...Object.entries(texts).map(([key, text]) => [name(key), Buffer.from(text, 'utf8')] as const),
    ...Object.entries(images).map(([key, url]) => [name(key), bytesOfDataUrl(url)] as const),
  ];
}

function bytesOfDataUrl(url: string): Uint8Array {
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
}

async function exists(target: string): Promise<boolean> {
  return (await stat(target).catch(() => undefined)) !== undefined;
}
