import type { GalleyApi } from '../../core/ipc/contract.ts';
import type { StartState } from '../../core/ipc/types.ts';
import { createDialogsStore } from '../store/dialogs.ts';
import { createLayoutStore } from '../store/layout.ts';
import { createLibraryStore } from '../store/library.ts';
import { createNoticesStore } from '../store/notices.ts';
import { createOpenPostStore } from '../store/open-post.ts';
import { createPostActions } from '../store/post-actions.ts';
import { createSettingsStore } from '../store/settings.ts';
import type { Stores } from '../store/stores.ts';
import { createLibraryActions } from './library-actions.ts';
import type { LibraryActions } from './library-actions.ts';
import { createPanes } from './panes.ts';
import type { Panes } from './panes.ts';

/** Everything that the window's parts are given. */
export interface Workbench extends Stores {
  readonly panes: Panes;
  readonly libraries: LibraryActions;
  readonly mac: boolean;
  readonly appVersion: string;
}

/** Joins the stores and actions of a window: the one place where they are made. */
export function compose(bridge: GalleyApi, start: StartState): Workbench {
  const library = createLibraryStore(bridge, start.library);
  const settings = createSettingsStore(bridge, start.settings);
  const notices = createNoticesStore();
  const openPost = createOpenPostStore({
    bridge,
    dialect: () => library.getState().library?.dialect ?? 'galley',
  });
  const posts = createPostActions({ bridge, library, openPost, notices });
  return {
    bridge,
    library,
    settings,
    notices,
    openPost,
    posts,
    layout: createLayoutStore(settings),
    dialogs: createDialogsStore(),
    panes: createPanes(),
    libraries: createLibraryActions({ bridge, library, openPost, posts, notices }),
    mac: start.platform === 'darwin',
    appVersion: start.appVersion,
  };
}
