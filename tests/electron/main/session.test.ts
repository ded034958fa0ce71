import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { err, ok } from '../../../core/base/result.ts';
import type { LibraryView } from '../../../core/ipc/types.ts';
import { toPostId } from '../../../core/post/post-id.ts';
import type { Library, LibraryEvent, LibraryOptions } from '../../../electron/library/types.ts';
import { createEvents } from '../../../electron/main/events.ts';
import { makeFirstLibrary } from '../../../electron/main/first-library.ts';
import { createFlusher } from '../../../electron/main/flush.ts';
import { createOpener } from '../../../electron/main/library-opener.ts';
import type { Log } from '../../../electron/main/log.ts';
import { makeSampleLibrary, samplePost } from '../../../electron/main/sample-library.ts';
import { LibrarySession } from '../../../electron/main/session.ts';
import { createSettings } from '../../../electron/main/settings.ts';
import { createTextAtRisk } from '../../../electron/main/text-at-risk.ts';
import { createTokens } from '../../../electron/main/tokens.ts';

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'galley-session-')));
  write('notes/one.md');
  write('notes/deep/two.md');
  write('other/three.md');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string): string {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, 'Words.\n');
  return file;
}

const quiet: Log = { file: '', info: () => undefined, warn: () => undefined, error: () => undefined };

/** A session over a window that answers at once; what happens is noted in order. */
function begin(remembered: unknown = {}) {
  const happened: string[] = [];
  const sent: { readonly name: string; readonly payload: Record<string, unknown> }[] = [];
  const listeners = new Map<string, (event: LibraryEvent) => void>();
  const libraryOf = (options: LibraryOptions): Library => {
    const shown =
      path.relative(folder, options.root) + (options.only === undefined ? '' : `#${options.only}`);
    happened.push(`open ${shown}`);
    const view: LibraryView = {
      token: options.token,
      name: path.basename(options.root),
      displayPath: options.displayPath,
      kind: options.only === undefined ? 'folder' : 'single-file',
    } as LibraryView;
    const close = (): Promise<void> => Promise.resolve(void happened.push(`close ${shown}`));
    const library: Partial<Library> = {
      root: options.root,
      view: () => view,
      subscribe: (listener) => {
        listeners.set(shown, listener);
        return () => listeners.delete(shown);
      },
      close,
    };
    return library as Library;
  };
  const events = createEvents(() => ({
    isDestroyed: () => false,
    send: (_channel, ...args) => {
      const [name, payload] = args as [string, Record<string, unknown>];
      sent.push({ name, payload });
      if (name !== 'app.flush') return;
      happened.push(`flush ${String(payload['reason'])}`);
      queueMicrotask(() => flusher.flushed());
    },
  }));
  const flusher = createFlusher(events, 1000);
  const risk = createTextAtRisk();
  const tokens = createTokens();
  const settings = createSettings(
    { read: () => remembered, write: () => undefined },
    undefined,
    () => undefined,
  );
  const session = new LibrarySession({
    opener: createOpener({
      openLibrary: (options) => {
        const locked = path.basename(options.root) === 'locked';
        return Promise.resolve(locked ? err('no-permission', 'It is locked.') : ok(libraryOf(options)));
      },
      tokens,
      home: folder,
      dataFolder: folder,
      trashToSystem: () => Promise.resolve(),
    }),
    settings,
    events,
    flusher,
    risk,
    log: quiet,
    makeFirstLibrary: () => makeFirstLibrary(path.join(folder, 'Documents'), quiet),
  });
  const notices = (): unknown[] =>
    sent.filter(({ name }) => name === 'app.notice').map(({ payload }) => payload['message']);
  return { session, settings, events, risk, listeners, tokens, happened, sent, notices };
}

const at = (name: string): string => path.join(folder, name);

describe('the start', () => {
  it('makes the sample library the first time and shows its first post', async () => {
    const { session, settings } = begin();
    await session.start([]);
    expect(session.current()?.root).toBe(at('Documents/Galley'));
    expect(session.post()).toBe(samplePost);
    expect(settings.state().libraries).toEqual([{ path: at('Documents/Galley'), post: samplePost }]);
    expect(readdirSync(at('Documents'))).toEqual(['Galley']);
  });

  it('opens an existing Galley folder as it is', async () => {
    write('Documents/Galley/mine.md');
    const { session } = begin();
    await session.start([]);
    expect(session.post()).toBeUndefined();
    expect(readdirSync(at('Documents/Galley'))).toEqual(['mine.md']);
  });

  it('brings the last library and post back', async () => {
    const { session } = begin({ libraries: [{ path: at('notes'), post: 'deep/two.md' }] });
    await session.start([]);
    expect(session.current()?.root).toBe(at('notes'));
    expect(session.post()).toBe('deep/two.md');
  });

  it('forgets a last post that is gone', async () => {
    const { session } = begin({ libraries: [{ path: at('notes'), post: 'gone.md' }] });
    await session.start([]);
    expect(session.post()).toBeUndefined();
  });

  it('says that the last library is missing and opens the first one', async () => {
    const { session, events, notices } = begin({ libraries: [{ path: at('moved') }] });
    await session.start([]);
    expect(session.current()?.root).toBe(at('Documents/Galley'));
    events.listen();
    expect(notices()).toEqual(['The library “moved” could not be found.']);
  });

  it('goes on without a library where none can be made', async () => {
    writeFileSync(at('Documents'), 'a file in the way');
    const { session, events, notices } = begin();
    await session.start([]);
    expect(session.current()).toBeUndefined();
    events.listen();
    expect(notices()).toHaveLength(1);
  });

  it('opens a folder that is named', async () => {
    const { session } = begin({ libraries: [{ path: at('notes') }] });
    await session.start([at('other')]);
    expect(session.current()?.root).toBe(at('other'));
  });

  it('opens a lone file alone, offers its folder, and does not remember it as a library', async () => {
    const { session, settings, events, sent, tokens } = begin();
    await session.start([at('other/three.md')]);
    expect(session.current()?.view().kind).toBe('single-file');
    expect(session.post()).toBe('three.md');
    expect(settings.state().libraries).toEqual([]);
    events.listen();
    const offer = sent.find(({ name }) => name === 'library.offer')?.payload;
    expect(offer?.['name']).toBe('other');
    expect(tokens.resolve('library', String(offer?.['token']))).toBe(at('other'));
  });

  it('opens a file of a known library there', async () => {
    const { session } = begin({ libraries: [{ path: at('other') }, { path: at('notes') }] });
    await session.start([at('notes/deep/two.md')]);
    expect(session.current()?.root).toBe(at('notes'));
    expect(session.post()).toBe('deep/two.md');
  });

  it('goes on to the last library when the named file is gone', async () => {
    const { session, events, notices } = begin({ libraries: [{ path: at('notes') }] });
    await session.start([at('gone.md')]);
    expect(session.current()?.root).toBe(at('notes'));
    events.listen();
    expect(notices()).toEqual(['The file “gone.md” could not be found.']);
  });
});

describe('a change of library', () => {
  async function inNotes() {
    const all = begin({ libraries: [{ path: at('notes'), post: 'one.md' }] });
    await all.session.start([]);
    all.events.listen();
    all.happened.length = 0;
    return all;
  }

  it('opens the new one, takes the text for the old one, then closes that', async () => {
    const { session, happened, settings } = await inNotes();
    expect(await session.openFolder(at('other'))).toMatchObject({ ok: true, value: { name: 'other' } });
    expect(happened).toEqual(['open other', 'flush library', 'close notes']);
    expect(settings.state().libraries.map((known) => known.path)).toEqual([at('other'), at('notes')]);
    expect(settings.state().libraries[1]?.post).toBe('one.md');
  });

  it('that fails leaves the old one open', async () => {
    mkdirSync(at('locked'));
    const { session, happened, settings } = await inNotes();
    expect(await session.openFolder(at('locked'))).toMatchObject({ ok: false });
    expect(await session.openFolder(at('missing'))).toMatchObject({
      ok: false,
      failure: { code: 'no-folder' },
    });
    expect(session.current()?.root).toBe(at('notes'));
    expect(happened).toEqual([]);
    expect(settings.state().libraries).toHaveLength(1);
  });

  it('waits for text that is saved nowhere', async () => {
    const { session, risk, happened } = await inNotes();
    const id = toPostId('one.md');
    if (id === undefined) throw new Error('not an id');
    risk.journaled(id, err('no-space', 'The disk is full.'));
    const answer = await session.openFolder(at('other'));
    expect(answer).toMatchObject({ ok: false, failure: { code: 'text-at-risk' } });
    expect(session.current()?.root).toBe(at('notes'));
    expect(happened).toEqual(['open other', 'flush library', 'close other']);
  });

  it('ends what the window hears of the old one and begins with the new one', async () => {
    const { session, listeners, sent } = await inNotes();
    await session.openFolder(at('other'));
    expect([...listeners.keys()]).toEqual(['other']);
    listeners.get('other')?.({ kind: 'progress', found: 3, read: 1 });
    expect(sent.at(-1)).toEqual({ name: 'library.progress', payload: { found: 3, read: 1 } });
  });

  it('to the same folder changes nothing', async () => {
    const { session, happened } = await inNotes();
    expect((await session.openFolder(`${at('notes')}/`)).ok).toBe(true);
    expect(happened).toEqual([]);
  });

  it('runs after the one before', async () => {
    const { session, happened } = await inNotes();
    await Promise.all([session.openFolder(at('other')), session.openFolder(at('notes'))]);
    expect(happened).toEqual([
      'open other',
      'flush library',
      'close notes',
      'open notes',
      'flush library',
      'close other',
    ]);
    expect(session.post()).toBe('one.md');
  });

  it('tells the window when the wish came from outside it', async () => {
    const { session, sent } = await inNotes();
    await session.show(at('other'));
    expect(sent.at(-1)).toMatchObject({ name: 'library.opened', payload: { library: { name: 'other' } } });
    await session.show(at('missing.md'));
    expect(sent.at(-1)).toMatchObject({ name: 'app.notice' });
  });

  it('is none for a file of the open library: its post is shown', async () => {
    const { session, happened, sent, settings } = await inNotes();
    await session.show(at('notes/deep/two.md'));
    expect(happened).toEqual([]);
    expect(sent.at(-1)).toMatchObject({ name: 'library.opened', payload: { post: 'deep/two.md' } });
    expect(settings.state().libraries[0]?.post).toBe('deep/two.md');
  });

  it('opens a file in a hidden folder alone', async () => {
    const file = write('notes/.drafts/four.md');
    const { session } = await inNotes();
    await session.show(file);
    expect(session.current()?.view().kind).toBe('single-file');
    expect(session.post()).toBe(toPostId('four.md'));
  });

  it('to a lone file shows it first and offers its folder then', async () => {
    const { session, sent } = await inNotes();
    await session.show(at('other/three.md'));
    expect(sent.slice(-2).map(({ name }) => name)).toEqual(['library.opened', 'library.offer']);
    await session.show(at('other/three.md'));
    expect(sent.at(-1)).toMatchObject({ name: 'library.opened', payload: { post: 'three.md' } });
  });

  it('closes the last one when the app ends', async () => {
    const { session, happened } = await inNotes();
    await session.close();
    expect(happened).toEqual(['close notes']);
    expect(session.current()).toBeUndefined();
  });
});

describe('the sample library', () => {
  it('is written whole, byte for byte', async () => {
    const source = path.resolve('assets/sample-library');
    expect(await makeSampleLibrary(at('Galley'))).toBe(true);
    const names = readdirSync(source, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(source, path.join(entry.parentPath, entry.name)));
    expect(names).toContain(samplePost);
    for (const name of names) {
      expect(readFileSync(path.join(at('Galley'), name)).equals(readFileSync(path.join(source, name)))).toBe(
        true,
      );
    }
  });

  it('replaces nothing and leaves nothing behind', async () => {
    expect(await makeSampleLibrary(at('notes'))).toBe(false);
    expect(readdirSync(at('notes')).sort()).toEqual(['deep', 'one.md']);
    expect(readdirSync(folder).sort()).toEqual(['notes', 'other']);
  });
});
