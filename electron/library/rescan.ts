import type { PostId } from '../../core/post/types.ts';
import { announce, type LibraryCore } from './library-core.ts';
import type { ScanMessage } from './scan-job.ts';
import { startScan } from './scan.ts';
import { removeStaleTemps } from './temp-names.ts';

/** A scan that brings a library's index in line with its folder. */
export interface IndexScan {
  /** Resolves when every path and the dialect are known; rejects when the folder cannot be read. */
  readonly listed: () => Promise<void>;
  /** Resolves when every post was read, or the library was closed; rejects when the folder cannot be read. */
  readonly done: Promise<void>;
}

function takeListing(core: LibraryCore, message: Extract<ScanMessage, { kind: 'listed' }>): void {
  core.state.dialect = message.dialect;
  core.state.unreadable = message.unreadable;
  void removeStaleTemps(message.temps, core.options.now().ms);
}

function takePosts(core: LibraryCore, message: Extract<ScanMessage, { kind: 'read' }>): void {
  if (message.unreadable.length > 0) {
    core.state.unreadable = [...core.state.unreadable, ...message.unreadable];
  }
  // What was saved or read since the scan began is newer than what it found.
  const news = message.posts.filter((post) => !core.touched.has(post.id));
  announce(core, { upserted: core.index.put(news) });
}

function finish(core: LibraryCore, found: ReadonlySet<PostId>): void {
  const gone = [...core.index.ids()].filter((id) => !found.has(id) && !core.touched.has(id));
  core.state.phase = 'ready';
  announce(core, { removed: core.index.remove(gone), state: 'ready' });
}

/** Starts a scan; only one may run at a time. */
export function startIndexScan(core: LibraryCore): IndexScan {
  const { root, options, state } = core;
  let found: ReadonlySet<PostId> = new Set();
  let tellListed: () => void = () => undefined;
  const listed = new Promise<void>((resolve) => (tellListed = resolve));
  core.touched.clear();
  const onMessage = (message: ScanMessage): void => {
    switch (message.kind) {
      case 'walking':
        return core.events.emit({ kind: 'progress', found: message.found, read: 0 });
      case 'listed':
        found = new Set(message.posts);
        takeListing(core, message);
        return tellListed();
      case 'read':
        takePosts(core, message);
        return core.events.emit({ kind: 'progress', found: found.size, read: message.read });
      case 'done':
        return finish(core, found);
    }
  };
  const scan = startScan({ root, only: state.only }, onMessage, options.workers);
  state.stopScan = scan.stop;
  return { listed: () => Promise.race([listed, scan.done]), done: scan.done };
}

/** Scans the library anew, after a scan that is running; a folder that cannot be read changes nothing. */
export function rescan(core: LibraryCore): Promise<void> {
  return core.scans.run('', () => startIndexScan(core).done.catch(() => undefined));
}
