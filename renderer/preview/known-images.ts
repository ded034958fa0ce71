import type { GalleyApi } from '../../core/ipc/contract.ts';
import type { ImageDescription } from '../../core/ipc/types.ts';
import type { ImageInfo } from '../../core/markdown/types.ts';
import type { PostId } from '../../core/post/types.ts';

/** What main has said of the images of the open post, asked once for each URL. */
export class KnownImages {
  readonly #bridge: GalleyApi;
  readonly #onNews: () => void;
  #id: PostId | undefined;
  #infos = new Map<string, ImageInfo>();
  #asked = new Set<string>();
  #entries: readonly (readonly [string, ImageInfo])[] = [];

  constructor(bridge: GalleyApi, onNews: () => void) {
    this.#bridge = bridge;
    this.#onNews = onNews;
  }

  /** What is known, by URL as written; the same list as long as nothing new is. */
  get entries(): readonly (readonly [string, ImageInfo])[] {
    return this.#entries;
  }

  /** Another post is shown: its images are other images. */
  reset(id: PostId | undefined): void {
    this.#id = id;
    this.#infos = new Map();
    this.#asked = new Set();
    this.#entries = [];
  }

  /** Forgets the images that could not be shown: their files may be there now. True if there were any. */
  forgetRefused(): boolean {
    const refused = [...this.#infos].filter(([, info]) => info.kind === 'refused').map(([url]) => url);
    for (const url of refused) {
      this.#infos.delete(url);
      this.#asked.delete(url);
    }
    this.#entries = [...this.#infos];
    return refused.length > 0;
  }

  /** Asks main for what was not asked before; `onNews` follows when something was learned. */
  async ask(urls: readonly string[]): Promise<void> {
    const id = this.#id;
    const fresh = urls.filter((url) => !this.#asked.has(url));
    if (id === undefined || fresh.length === 0) return;
    for (const url of fresh) this.#asked.add(url);
    const answer = await this.#bridge.call('post.images', { id, urls: fresh });
    if (!answer.ok || id !== this.#id) return;
    for (const description of answer.value) this.#infos.set(description.url, infoOf(description));
    this.#entries = [...this.#infos];
    if (answer.value.length > 0) this.#onNews();
  }
}

function infoOf(description: ImageDescription): ImageInfo {
  switch (description.kind) {
    case 'image':
      return {
        kind: 'image',
        src: description.src,
        width: description.width,
        height: description.height,
      };
    case 'remote':
      return { kind: 'remote', url: description.url };
    case 'refused':
      return { kind: 'refused', reason: description.reason };
  }
}
