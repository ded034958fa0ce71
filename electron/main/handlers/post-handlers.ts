import path from 'node:path';
import { ok } from '../../../core/base/result.ts';
import type { Result } from '../../../core/base/result.ts';
import { postFileName } from '../../../core/post/post-id.ts';
import { saveFile } from '../../library/safe-save.ts';
import type { Dialogs } from '../dialogs.ts';
import { displayPath } from '../display-path.ts';
import type { Handlers } from '../ipc-types.ts';
import type { LibrarySession } from '../session.ts';
import type { TextAtRisk } from '../text-at-risk.ts';
import { withLibrary } from './needs.ts';

/** What the calls on posts need. */
export interface PostHandlerOptions {
  readonly session: LibrarySession;
  readonly risk: TextAtRisk;
  readonly dialogs: Dialogs;
  readonly home: string;
  /** Shows a file (absolute path) in the system's file manager. */
  readonly revealFile: (file: string) => void;
}

/** Answers `post.*`. */
export function postHandlers(
  options: PostHandlerOptions,
): Pick<Handlers, Extract<keyof Handlers, `post.${string}`>> {
  return { ...textHandlers(options), ...fileHandlers(options), ...imageHandlers(options) };
}

function textHandlers(
  options: PostHandlerOptions,
): Pick<Handlers, 'post.open' | 'post.save' | 'post.save-as'> {
  const { session, risk, dialogs, home } = options;
  return {
    'post.open': ({ id }) =>
      withLibrary(session, async (library) => {
        const opened = await library.open(id);
        if (opened.ok) session.rememberPost(id);
        return opened;
      }),
    'post.save': (request) =>
      withLibrary(session, async (library) => {
        const saved = await library.save(request);
        risk.settled(request.id, saved);
        return saved;
      }),
    'post.save-as': ({ id, text }) =>
      withLibrary(session, async (library) => {
        const file = await dialogs.chooseCopy(path.join(library.root, postFileName(id)));
        if (file === undefined) return ok(undefined);
        const bytes = Buffer.from(text, 'utf8');
        const saved = await saveFile({ path: file, bytes, expected: { kind: 'any' } });
        if (!saved.ok) return saved;
        risk.settled(id, saved);
        return ok({ displayPath: displayPath(file, home) });
      }),
  };
}

function fileHandlers(
  options: PostHandlerOptions,
): Pick<Handlers, 'post.create' | 'post.rename' | 'post.duplicate' | 'post.trash' | 'post.show-in-folder'> {
  const { session } = options;
  return {
    'post.create': ({ title }) => withLibrary(session, (library) => library.create(title)),
    'post.rename': ({ id, name }) =>
      withLibrary(session, async (library) => {
        const renamed = await library.rename(id, name);
        if (renamed.ok && session.post() === id) session.rememberPost(renamed.value.id);
        return renamed;
      }),
    'post.duplicate': ({ id }) => withLibrary(session, (library) => library.duplicate(id)),
    'post.trash': ({ id }) =>
      withLibrary(session, async (library) => {
        const trashed = await library.trash(id);
        if (trashed.ok && session.post() === id) session.rememberPost(undefined);
        return trashed;
      }),
    'post.show-in-folder': ({ id }) =>
      withLibrary(session, (library): Promise<Result<void>> => {
        options.revealFile(path.join(library.root, ...id.split('/')));
        return Promise.resolve(ok(undefined));
      }),
  };
}

function imageHandlers({
  session,
  dialogs,
}: PostHandlerOptions): Pick<Handlers, 'post.images' | 'post.choose-cover'> {
  return {
    'post.images': ({ id, urls }) => withLibrary(session, (library) => library.describeImages(id, urls)),
    'post.choose-cover': ({ id }) =>
      withLibrary(session, async (library): Promise<Result<{ readonly path: string } | undefined>> => {
        const file = await dialogs.chooseImage();
        return file === undefined ? ok(undefined) : library.importImage(id, file);
      }),
  };
}
