import type { TextEdit } from '../base/text-edit.ts';
import type { LibrarySettings, SettingsProblem } from '../library/types.ts';
import type { Dialect, PostId, PostSummary } from '../post/types.ts';

/** A handle that main gave out for something on disk. The window never sees or sends absolute paths. */
export type Token = string;

/** SHA-256 of a file's bytes in lower-case hex: which version of a file a text was read from. */
export type FileVersion = string;

/** A library as the window shows it. */
export interface LibraryView {
  readonly token: Token;
  readonly name: string;
  /** For showing only, e.g. `~/Documents/Galley`. */
  readonly displayPath: string;
  /** A lone file opened from outside any library is a library of one. */
  readonly kind: 'folder' | 'single-file';
  readonly dialect: Dialect;
  readonly settings: LibrarySettings;
  readonly settingsProblems: readonly SettingsProblem[];
  /** In no particular order. */
  readonly posts: readonly PostSummary[];
  /** Files that could not be read or named, with one sentence each. */
  readonly unreadable: readonly { readonly name: string; readonly reason: string }[];
  readonly trashed: number;
  /** `scanning` until every post was read once. */
  readonly state: 'scanning' | 'ready';
}

export interface RecentLibrary {
  readonly token: Token;
  readonly name: string;
  readonly displayPath: string;
}

/** Why a post can be read but not changed here. */
export interface ReadOnlyReason {
  readonly code: 'not-utf-8' | 'utf-16' | 'nul-bytes' | 'no-permission' | 'too-large';
  readonly message: string;
  readonly remedy: string;
}

/** Where the writer was, kept so that a reload puts them back. Offsets count in the post's LF text. */
export interface ViewPosition {
  readonly anchor: number;
  readonly head: number;
  /** Pixels from the top of the editor. */
  readonly scrollTop: number;
}

/** Text that the journal had and the file has not. */
export interface RecoveredText {
  /** The whole text, raw (own line ends, no BOM). */
  readonly text: string;
  readonly position: ViewPosition | undefined;
  /** Milliseconds since the epoch of the last journal entry. */
  readonly at: number;
  /** The file is not what this text was based on: both must be shown. */
  readonly conflict: boolean;
}

export interface OpenedPost {
  readonly id: PostId;
  /** The file's whole text, raw: own line ends, without BOM. */
  readonly text: string;
  readonly version: FileVersion;
  readonly readOnly: ReadOnlyReason | undefined;
  readonly recovered: RecoveredText | undefined;
}

export interface SaveRequest {
  readonly id: PostId;
  /** The whole text, raw (line ends restored), without BOM: the file's BOM is kept by main. */
  readonly text: string;
  /** The version that this text was last known to extend. Anything else on disk is a conflict. */
  readonly base: FileVersion;
  /** Number of the last journal entry that `text` contains. */
  readonly seq: number;
}

export interface SavedPost {
  readonly version: FileVersion;
  readonly summary: PostSummary;
}

/**
 * Edits since the last entry, in order. Each batch is sorted and refers to the text before it;
 * offsets count in the post's LF text (front matter included).
 */
export interface JournalEntry {
  readonly id: PostId;
  /** 1, 2, 3 … since the post was opened. */
  readonly seq: number;
  readonly batches: readonly (readonly TextEdit[])[];
  readonly position: ViewPosition | undefined;
}

/** The other text of a conflict. */
export interface ConflictText {
  /** Raw text on disk; undefined when the file is gone. */
  readonly text: string | undefined;
  readonly version: FileVersion | undefined;
  readonly modifiedAt: number | undefined;
}

export interface TrashedPost {
  readonly entry: Token;
  readonly id: PostId;
  readonly title: string;
  readonly deletedAt: number;
  /** `conflict` entries are texts that lost a conflict and were kept. */
  readonly reason: 'deleted' | 'conflict';
}

/** What a file says of an image that a post names; see `ImageInfo` in core/markdown. */
export type ImageDescription =
  | {
      readonly url: string;
      readonly kind: 'image';
      readonly src: string;
      readonly width: number | undefined;
      readonly height: number | undefined;
    }
  | { readonly url: string; readonly kind: 'remote' }
  | { readonly url: string; readonly kind: 'refused'; readonly reason: string };

export interface ExportedPage {
  /** For "Show in folder". */
  readonly token: Token;
  readonly displayPath: string;
  readonly bytes: number;
  readonly leftOut: readonly { readonly url: string; readonly reason: string }[];
}

/** What belongs to this machine, not to a library. */
export interface AppSettings {
  readonly theme: 'light' | 'dark' | 'system';
  readonly viewMode: 'write' | 'split' | 'read';
  /** The editor's share of the width of editor and preview, 0.2 to 0.8. */
  readonly divider: number;
  readonly showPosts: boolean;
  readonly showDetails: boolean;
  /** CSS pixels, 12 to 28. */
  readonly editorFontSize: number;
  readonly editorFont: 'quattro' | 'inter' | 'system-mono';
}

/** Everything the window needs to draw itself once, without a second question. */
export interface StartState {
  readonly settings: AppSettings;
  /** One sentence when the settings file was bad and set aside. */
  readonly settingsNotice: string | undefined;
  readonly library: LibraryView | undefined;
  /** The post to show first. */
  readonly post: PostId | undefined;
  readonly platform: 'linux' | 'darwin' | 'win32';
  readonly appVersion: string;
}

/** Why the window must hand over its text now. */
export type FlushReason = 'blur' | 'close' | 'quit' | 'suspend' | 'library';

/** What changed in the open library since the last event; posts by their new summaries. */
export interface LibraryChange {
  readonly upserted: readonly PostSummary[];
  readonly removed: readonly PostId[];
  /** Present when `galley.yaml` changed. */
  readonly settings?: LibrarySettings | undefined;
  readonly settingsProblems?: readonly SettingsProblem[] | undefined;
  readonly trashed?: number | undefined;
  readonly state?: 'scanning' | 'ready' | undefined;
}

/** A sentence for the person that needs no answer. */
export interface Notice {
  readonly message: string;
  readonly remedy?: string | undefined;
}
