import path from 'node:path';
import { err, ok } from '../../../core/base/result.ts';
import type { Result } from '../../../core/base/result.ts';
import { postStem } from '../../../core/post/post-id.ts';
import type { PostId } from '../../../core/post/types.ts';
import { slugify } from '../../../core/post/slug.ts';
import type { Library } from '../../library/types.ts';
import type { ExportPage } from '../../publish/types.ts';
import type { Dialogs } from '../dialogs.ts';
import { displayPath } from '../display-path.ts';
import type { Handlers } from '../ipc-types.ts';
import type { LibrarySession } from '../session.ts';
import type { Settings } from '../settings.ts';
import type { Tokens } from '../tokens.ts';
import { withLibrary } from './needs.ts';

/** What exports need. */
export interface ExportHandlerOptions {
  readonly session: LibrarySession;
  readonly settings: Settings;
  readonly tokens: Tokens;
  readonly dialogs: Dialogs;
  readonly home: string;
  /** Where the first export is offered to go. */
  readonly documents: string;
  readonly exportPage: ExportPage;
  readonly revealFile: (file: string) => void;
}

/** Answers `export.*`. */
export function exportHandlers(
  options: ExportHandlerOptions,
): Pick<Handlers, Extract<keyof Handlers, `export.${string}`>> {
  const { session, settings, tokens, dialogs, home } = options;
  return {
    'export.html': ({ id }) =>
      withLibrary(session, async (library) => {
        const folder = settings.state().exportFolder ?? options.documents;
        const target = await dialogs.choosePage(path.join(folder, pageName(library, id)));
        if (target === undefined) return ok(undefined);
        const alone = library.view().kind === 'single-file';
        const report = await options.exportPage({ root: library.root, id, target, alone });
        if (!report.ok) return report;
        settings.change((state) => ({ ...state, exportFolder: path.dirname(target) }));
        const { bytes, leftOut } = report.value;
        return ok({
          token: tokens.give('page', target),
          displayPath: displayPath(target, home),
          bytes,
          leftOut,
        });
      }),
    'export.show': ({ token }): Promise<Result<void>> => {
      const file = tokens.resolve('page', token);
      if (file === undefined)
        return Promise.resolve(err('unknown-token', 'This page is not known any more.'));
      options.revealFile(file);
      return Promise.resolve(ok(undefined));
    },
  };
}

/** A file name for the page. A slug may come from front matter, so it goes through the slug routine again. */
function pageName(library: Library, id: PostId): string {
  const slug = library.view().posts.find((post) => post.id === id)?.slug ?? postStem(id);
  return `${slugify(slug)}.html`;
}
