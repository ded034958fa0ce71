import { stat } from 'node:fs/promises';
import path from 'node:path';
import { err, ok } from '../../core/base/result.ts';
import type { Failure, Result } from '../../core/base/result.ts';
import type { EventPayload } from '../../core/ipc/contract.ts';
import type { LibraryView } from '../../core/ipc/types.ts';
import { toPostId } from '../../core/post/post-id.ts';
import type { PostId } from '../../core/post/types.ts';
import { findLibraryRoot } from '../library/find-library-root.ts';
import type { Library, LibraryEvent } from '../library/types.ts';
import { rememberLibrary, rememberPost } from './app-state.ts';
import { settleWithin } from './deadline.ts';
import type { Events } from './events.ts';
import type { Flusher } from './flush.ts';
import { realFile, realFolder } from './library-opener.ts';
import type { LibraryOpener } from './library-opener.ts';
import type { Log } from './log.ts';
import { postIdWithin } from './open-target.ts';
import type { Settings } from './settings.ts';
import type { TextAtRisk } from './text-at-risk.ts';

const closeDeadlineMs = 5000;

/** What a session needs. */
export interface SessionOptions {
  readonly opener: LibraryOpener;
  readonly settings: Settings;
  readonly events: Events;
  readonly flusher: Flusher;
  readonly risk: TextAtRisk;
  readonly log: Log;
  /** Makes the library of a first start if need be: where it is, and the post to show when it was made now. */
  readonly makeFirstLibrary: () => Promise<
    Result<{ readonly folder: string; readonly post: PostId | undefined }>
  >;
}

interface OpenLibrary {
  readonly library: Library;
  readonly stop: () => void;
}

/**
 * Which library and post are open. Changes of library run one after the other: the new one is opened, the window hands
 * over its text to the old one, then they change places. One that cannot be opened leaves the old one as it is.
 */
export class LibrarySession {
  readonly #options: SessionOptions;
  #open: OpenLibrary | undefined;
  #post: PostId | undefined;
  /** The folder of a lone file that was just opened. */
  #offer: EventPayload<'library.offer'> | undefined;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(options: SessionOptions) {
    this.#options = options;
  }

  current(): Library | undefined {
    return this.#open?.library;
  }

  /** The post that is shown, or is to be shown first. */
  post(): PostId | undefined {
    return this.#post;
  }

  /** Opens the first of `targets` (absolute paths) that can be, else the last library, else the first start's. */
  start(targets: readonly string[]): Promise<void> {
    return this.#serial(async () => {
      await this.#start(targets);
      this.#makeOffer();
    });
  }

  /** Resolves when no library is being opened. */
  settled(): Promise<void> {
    return this.#serial(() => Promise.resolve());
  }

  /** Opens the folder at an absolute path and answers with the library; the window is not told. */
  openFolder(folder: string): Promise<Result<LibraryView>> {
    return this.#serial(() => this.#openFolder(folder, undefined));
  }

  /**
   * Opens what lies at an absolute path because somebody outside the window's page asked for it, and shows it: a folder
   * as a library; a file in the open library, else in a known one, else alone.
   */
  async show(target: string): Promise<void> {
    const result = await this.#serial(() => this.#openTarget(target));
    if (!result.ok) return this.#notice(result.failure);
    this.present();
    this.#makeOffer();
  }

  /** Asks the window to show a post of the open library. */
  showPost(id: PostId): void {
    this.rememberPost(id);
    this.present();
  }

  /** Tells the window which library and post are open. */
  present(): void {
    const library = this.current()?.view();
    if (library !== undefined) this.#options.events.send('library.opened', { library, post: this.#post });
  }

  /** Notes which post is shown, for the next start. */
  rememberPost(id: PostId | undefined): void {
    this.#post = id;
    const library = this.current();
    if (library === undefined || library.view().kind === 'single-file') return;
    this.#options.settings.change((state) => rememberPost(state, library.root, id));
  }

  /** Closes the library once everything before is done; waits for what it is writing, at most five seconds. */
  close(): Promise<void> {
    return this.#serial(async () => {
      const open = this.#open;
      this.#open = undefined;
      await this.#closeOpen(open);
    });
  }

  async #start(targets: readonly string[]): Promise<void> {
    for (const target of targets) {
      if (this.#noted(await this.#openTarget(target))) return;
    }
    const last = this.#options.settings.state().libraries[0];
    if (last !== undefined && this.#noted(await this.#openFolder(last.path, undefined))) return;
    const first = await this.#options.makeFirstLibrary();
    if (first.ok) this.#noted(await this.#openFolder(first.value.folder, first.value.post));
    else this.#notice(first.failure);
  }

  #noted(result: Result<unknown>): boolean {
    if (!result.ok) this.#notice(result.failure);
    return result.ok;
  }

  async #openTarget(target: string): Promise<Result<LibraryView>> {
    const info = await stat(target).catch(() => undefined);
    return info?.isDirectory() === true ? this.#openFolder(target, undefined) : this.#openFile(target);
  }

  async #openFile(file: string): Promise<Result<LibraryView>> {
    const real = await realFile(file);
    if (!real.ok) return real;
    const view = this.current()?.view();
    const here = this.#open === undefined ? undefined : postIdWithin(this.#open.library.root, real.value);
    if (view !== undefined && here !== undefined && (view.kind === 'folder' || here === this.#post)) {
      this.rememberPost(here);
      return ok(view);
    }
    for (const known of this.#options.settings.state().libraries) {
      const id = postIdWithin(known.path, real.value);
      if (id !== undefined) return this.#openFolder(known.path, id);
    }
    // A galley.yaml above the file says which library it is of; the command line asks the same.
    const root = await findLibraryRoot(real.value);
    const id = root === undefined ? undefined : postIdWithin(root, real.value);
    if (root !== undefined && id !== undefined) return this.#openFolder(root, id);
    return this.#openAlone(real.value);
  }

  async #openAlone(file: string): Promise<Result<LibraryView>> {
    const id = toPostId(path.basename(file));
    if (id === undefined) {
      return err('not-a-post', 'Only Markdown files (.md, .markdown) can be opened.', 'Choose another file.');
    }
    const folder = path.dirname(file);
    const view = await this.#change(folder, id, () => Promise.resolve(id));
    if (view.ok) this.#offer = { token: this.#options.opener.tokenOf(folder), name: path.basename(folder) };
    return view;
  }

  async #openFolder(folder: string, post: PostId | undefined): Promise<Result<LibraryView>> {
    const root = await realFolder(folder);
    if (!root.ok) return root;
    const open = this.current();
    if (open?.root === root.value && open.view().kind === 'folder') {
      if (post !== undefined) this.rememberPost(post);
      return ok(open.view());
    }
    return this.#change(root.value, undefined, async (library) => post ?? (await this.#lastPost(library)));
  }

  /** The post that was last shown in this library, if its file is still there. */
  async #lastPost(library: Library): Promise<PostId | undefined> {
    const { libraries } = this.#options.settings.state();
    const post = libraries.find((known) => known.path === library.root)?.post;
    if (post === undefined) return undefined;
    const info = await stat(path.join(library.root, post)).catch(() => undefined);
    return info?.isFile() === true ? post : undefined;
  }

  /** Opens a library, takes the window's text for the old one, and puts the new one in its place. */
  async #change(
    root: string,
    only: PostId | undefined,
    firstPost: (library: Library) => Promise<PostId | undefined>,
  ): Promise<Result<LibraryView>> {
    const { opener, flusher, risk, settings } = this.#options;
    const opened = await opener.open(root, only);
    if (!opened.ok) return opened;
    const library = opened.value;
    const next = { library, stop: library.subscribe((event) => this.#forward(library, event)) };
    const post = await firstPost(library);
    await flusher.flush('library');
    if (this.#open !== undefined && risk.posts().length > 0) {
      await this.#closeOpen(next);
      return textAtRisk(risk.posts());
    }
    // Closed first: two libraries on one folder must not keep its journals at the same time.
    await this.#closeOpen(this.#open);
    this.#open = next;
    if (only === undefined) settings.change((state) => rememberLibrary(state, library.root));
    this.rememberPost(post);
    return ok(library.view());
  }

  async #closeOpen(open: OpenLibrary | undefined): Promise<void> {
    if (open === undefined) return;
    open.stop();
    const { log } = this.#options;
    const closing = open.library
      .close()
      .catch((error: unknown) => log.error('Closing a library failed', error));
    if (!(await settleWithin(closing, closeDeadlineMs))) log.warn('A library took too long to close');
  }

  #forward(library: Library, event: LibraryEvent): void {
    const { events } = this.#options;
    // What changes before the library is shown is part of what is shown.
    if (event.kind !== 'notice' && this.current() !== library) return;
    switch (event.kind) {
      case 'progress':
        return events.send('library.progress', { found: event.found, read: event.read });
      case 'changed':
        return events.send('library.changed', event.change);
      case 'changed-outside':
        return events.send('post.changed-outside', { id: event.id, version: event.version });
      case 'notice':
        return events.sendOrKeep('app.notice', event.notice);
    }
  }

  /** The window hears of the folder after it was told of the post. */
  #makeOffer(): void {
    if (this.#offer !== undefined) this.#options.events.sendOrKeep('library.offer', this.#offer);
    this.#offer = undefined;
  }

  #notice(failure: Failure): void {
    this.#options.log.warn(`A library or post could not be opened (${failure.code})`);
    this.#options.events.sendOrKeep('app.notice', { message: failure.message, remedy: failure.remedy });
  }

  #serial<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(task);
    this.#queue = result.catch(() => undefined);
    return result;
  }
}

function textAtRisk(posts: readonly PostId[]): Result<never> {
  return err(
    'text-at-risk',
    `The library stays open: text of ${posts.join(', ')} is saved nowhere.`,
    'Save a copy of it elsewhere first, with File > Save a Copy As.',
  );
}
