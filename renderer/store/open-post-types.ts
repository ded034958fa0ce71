import type { Text } from '@codemirror/state';
import type { Failure, Result } from '../../core/base/result.ts';
import type { TextEdit } from '../../core/base/text-edit.ts';
import type { ConflictText, ReadOnlyReason, ViewPosition } from '../../core/ipc/types.ts';
import type { MetaEdit, Post, PostId } from '../../core/post/types.ts';
import type { ReadStore } from './read-store.ts';

/** Where the words of the open post are at this moment. */
export type SaveState =
  /** `at`: milliseconds since the epoch of the last save of this visit. */
  | { readonly kind: 'saved'; readonly at?: number | undefined }
  | { readonly kind: 'dirty' }
  | { readonly kind: 'saving' }
  /** The file could not be written; `journaled`: the words are in the journal. It is tried again by itself. */
  | { readonly kind: 'failed'; readonly failure: Failure; readonly journaled: boolean }
  /** The file is not what this text extends; `theirs` is undefined until it was read. */
  | { readonly kind: 'conflict'; readonly theirs: ConflictText | undefined }
  /** Neither file nor journal could be written. */
  | { readonly kind: 'memory-only'; readonly failure: Failure }
  | { readonly kind: 'read-only'; readonly reason: ReadOnlyReason };

/** Where the editor begins after a post was opened; offsets count in the body. */
type OpenAt = { readonly line: number } | { readonly position: ViewPosition };

/** What is known of a post when it is opened. */
export type OpenHow = { readonly line: number } | { readonly renamedFrom: PostId };

export interface OpenPostState {
  readonly status: 'none' | 'loading' | 'open' | 'failed';
  readonly id: PostId | undefined;
  /** Why the post could not be opened. */
  readonly failure: Failure | undefined;
  /** The post as last read: at opening and at each change of its head, not at each change of its body. */
  readonly post: Post | undefined;
  /** The front matter with its fences and the blank line after it, '' when there is none. */
  readonly head: string;
  /** Everything after the head, as the editor holds it; lines and offsets "of the body" count in it. */
  readonly body: Text;
  /** The edits that led from the body before to this one; undefined when it was replaced as a whole. */
  readonly bodyEdits: readonly TextEdit[] | undefined;
  /** Counts the openings: a new number means that `body` has nothing to do with the one before. */
  readonly visit: number;
  readonly startAt: OpenAt | undefined;
  /** The name under which this post was shown before it was renamed. */
  readonly renamedFrom: PostId | undefined;
  /** Of the visible text; they follow a change within half a second. */
  readonly counts: { readonly words: number; readonly minutes: number };
  readonly save: SaveState;
  /** Set when the journal had text that the file has not; `at`: milliseconds since the epoch. */
  readonly recovered: { readonly at: number; readonly conflict: boolean } | undefined;
}

/** The post in the editor: its text, and the truth about where that text is saved. */
export interface OpenPostStore extends ReadStore<OpenPostState> {
  /**
   * Saves the post that was open and opens another; `line`: 0-based line of its body to begin at; `renamedFrom`: it
   * is the same post under another name.
   * Refuses (code `memory-only`) to leave a post whose words are neither in the file nor in the journal.
   */
  readonly open: (id: PostId, at?: OpenHow) => Promise<Result<void>>;
  /** Saves and leaves the post, under the same condition as `open`. */
  readonly close: () => Promise<Result<void>>;
  /** Leaves without saving: the post was deleted or its library closed after a `flush`. */
  readonly forget: () => void;
  /** Edits that turned the body into `body`; sorted, in coordinates of the body before them. */
  readonly applyBody: (edits: readonly TextEdit[], body: Text) => void;
  /** Where the writer is, in coordinates of the body. */
  readonly setPosition: (position: ViewPosition) => void;
  /** Changes what the post says of itself, keeping every other byte of its front matter. */
  readonly editMeta: (edits: readonly MetaEdit[]) => Result<void>;
  /** Replaces the front matter, fences included; refuses a text after which the body would not begin. */
  readonly replaceHead: (head: string) => Result<void>;
  /** Saves what is unsaved and waits until it is in the file, or in the journal, or known to be in neither. */
  readonly flush: () => Promise<void>;
  /** Saves now, also when a save has just failed. */
  readonly saveNow: () => Promise<void>;
  /** Ends a conflict by writing this text; theirs is kept in the trash. */
  readonly keepMine: () => Promise<Result<void>>;
  /** Ends a conflict by showing the file; this text is kept in the trash. */
  readonly takeTheirs: () => Promise<Result<void>>;
  /** Reads the other text of a conflict; undefined when there is no conflict or it could not be read. */
  readonly loadTheirs: () => Promise<ConflictText | undefined>;
  /** Asks where to write a copy of the text; undefined when the person cancelled. */
  readonly saveCopy: () => Promise<Result<{ readonly displayPath: string } | undefined>>;
  /** Stops listening to main. */
  readonly dispose: () => void;
}
