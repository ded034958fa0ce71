import type { Result } from '../../core/base/result.ts';
import type {
  ConflictText,
  FileVersion,
  ImageDescription,
  JournalEntry,
  LibraryChange,
  LibraryView,
  Notice,
  OpenedPost,
  SavedPost,
  SaveRequest,
  Token,
  TrashedPost,
} from '../../core/ipc/types.ts';
import type { LibrarySettings, SettingsEdit } from '../../core/library/types.ts';
import type { PostId } from '../../core/post/types.ts';

/** What a library needs from outside. */
export interface LibraryOptions {
  /** Absolute path of the folder; symlinks are resolved once at opening. */
  readonly root: string;
  /** Set for a lone file: the library has this post and no other. */
  readonly only?: PostId | undefined;
  readonly token: Token;
  readonly displayPath: string;
  /** The app's data folder; journals are kept beneath it. */
  readonly dataFolder: string;
  /** Moves a file or folder to the system's trash. */
  readonly trashToSystem: (path: string) => Promise<void>;
  /** Milliseconds since the epoch, and minutes east of UTC at that time. */
  readonly now: () => { readonly ms: number; readonly offsetMinutes: number };
  /**
   * The folder of the built workers, with a final slash; beside the running file by default. Without
   * them their work is done in small pieces on the same thread.
   */
  readonly workers?: URL | undefined;
}

export type LibraryEvent =
  | { readonly kind: 'progress'; readonly found: number; readonly read: number }
  | { readonly kind: 'changed'; readonly change: LibraryChange }
  | { readonly kind: 'changed-outside'; readonly id: PostId; readonly version: FileVersion | undefined }
  /** Something that needs no answer, e.g. a damaged journal was set aside. */
  | { readonly kind: 'notice'; readonly notice: Notice };

/** The bytes of an image that may be shown, checked by its content. */
export interface ImageBytes {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

/**
 * An open library. Every method that takes a `PostId` refuses one that leads outside the root.
 * Nothing here blocks its thread for more than a few milliseconds: reading and parsing many posts
 * happens in a worker.
 */
export interface Library {
  readonly root: string;
  readonly token: Token;
  /** What is known now; complete once `state` is `ready`. */
  readonly view: () => LibraryView;
  readonly subscribe: (listener: (event: LibraryEvent) => void) => () => void;
  readonly rescan: () => Promise<void>;
  readonly open: (id: PostId) => Promise<Result<OpenedPost>>;
  readonly save: (request: SaveRequest) => Promise<Result<SavedPost>>;
  readonly create: (title: string) => Promise<Result<{ readonly id: PostId }>>;
  readonly rename: (id: PostId, name: string) => Promise<Result<{ readonly id: PostId }>>;
  readonly duplicate: (id: PostId) => Promise<Result<{ readonly id: PostId }>>;
  readonly trash: (id: PostId) => Promise<Result<{ readonly entry: Token }>>;
  readonly listTrash: () => Promise<Result<readonly TrashedPost[]>>;
  readonly restore: (entry: Token) => Promise<Result<{ readonly id: PostId }>>;
  readonly emptyTrash: () => Promise<Result<{ readonly moved: number }>>;
  readonly appendJournal: (entry: JournalEntry) => Promise<Result<void>>;
  readonly dropJournal: (id: PostId) => Promise<Result<void>>;
  readonly readConflict: (id: PostId) => Promise<Result<ConflictText>>;
  readonly keepMine: (request: {
    readonly id: PostId;
    readonly text: string;
    readonly theirs: FileVersion | undefined;
    readonly seq: number;
  }) => Promise<Result<SavedPost>>;
  readonly takeTheirs: (id: PostId, mine: string) => Promise<Result<OpenedPost>>;
  readonly editSettings: (edits: readonly SettingsEdit[]) => Promise<Result<LibrarySettings>>;
  readonly describeImages: (
    id: PostId,
    urls: readonly string[],
  ) => Promise<Result<readonly ImageDescription[]>>;
  readonly readImage: (id: PostId, url: string) => Promise<Result<ImageBytes>>;
  /** Copies an image from anywhere into the post's asset folder; answers its path relative to the post. */
  readonly importImage: (id: PostId, file: string) => Promise<Result<{ readonly path: string }>>;
  /** Stops watching and waits for what is being written. */
  readonly close: () => Promise<void>;
}
