import type { GalleyApi } from '../../core/ipc/contract.ts';
import type { DialogsStore } from './dialogs.ts';
import type { LayoutStore } from './layout.ts';
import type { LibraryStore } from './library.ts';
import type { NoticesStore } from './notices.ts';
import type { OpenPostStore } from './open-post-types.ts';
import type { PostActions } from './post-actions.ts';
import type { SettingsStore } from './settings.ts';

/** Everything the window is made of, joined in one place (`app/compose.ts`) and handed down as props. */
export interface Stores {
  readonly bridge: GalleyApi;
  readonly library: LibraryStore;
  readonly settings: SettingsStore;
  readonly notices: NoticesStore;
  readonly layout: LayoutStore;
  readonly dialogs: DialogsStore;
  readonly openPost: OpenPostStore;
  readonly posts: PostActions;
}
