import * as v from 'valibot';
import type { Result } from '../base/result.ts';
import type { LibrarySettings } from '../library/types.ts';
import type { PostId } from '../post/types.ts';
import * as s from './schemas.ts';
import type { CommandId } from './commands.ts';
import type {
  AppSettings,
  ConflictText,
  ExportedPage,
  FileVersion,
  FlushReason,
  ImageDescription,
  LibraryChange,
  LibraryView,
  Notice,
  OpenedPost,
  RecentLibrary,
  SavedPost,
  StartState,
  Token,
  TrashedPost,
} from './types.ts';

/** One question from the window to main: the validator of its arguments and the type of its answer. */
export interface Call<Schema extends v.GenericSchema, Answer> {
  readonly args: Schema;
  /** Exists for the type only; boxed so that `undefined` in an answer survives inference. */
  readonly answer?: { readonly of: Answer };
}

function call<Answer>(): <Schema extends v.GenericSchema>(args: Schema) => Call<Schema, Answer> {
  return (args) => ({ args });
}

const none = v.undefined();
const onPost = v.object({ id: s.postId });

/**
 * Every call from the window to main. Arguments are validated in main before anything is done;
 * an answer of `undefined` where a dialog is involved means that the person cancelled it.
 */
export const calls = {
  'app.start': call<StartState>()(none),
  'app.flushed': call<void>()(none),
  'app.represent': call<void>()(v.object({ title: s.title, edited: v.boolean() })),
  'app.report': call<void>()(v.object({ message: s.title, detail: v.optional(s.text) })),
  'app.show-log': call<void>()(none),
  'app.open-link': call<void>()(v.object({ url: v.pipe(v.string(), v.maxLength(4096)) })),
  'app.context-menu': call<void>()(
    v.variant('place', [
      v.object({ place: v.literal('editor'), selection: v.boolean() }),
      v.object({ place: v.literal('preview'), selection: v.boolean(), link: v.optional(v.string()) }),
      v.object({ place: v.literal('post'), id: s.postId }),
      v.object({ place: v.literal('field'), selection: v.boolean() }),
    ]),
  ),
  'settings.update': call<AppSettings>()(s.appSettingsPatch),
  'library.choose': call<LibraryView | undefined>()(none),
  'library.open': call<LibraryView>()(v.object({ token: s.token })),
  'library.recent': call<readonly RecentLibrary[]>()(none),
  'library.rescan': call<void>()(none),
  'library.show-folder': call<void>()(none),
  'library.edit-settings': call<LibrarySettings>()(v.object({ edits: v.array(s.settingsEdit) })),
  'post.open': call<OpenedPost>()(onPost),
  'post.save': call<SavedPost>()(
    v.object({
      id: s.postId,
      text: s.text,
      base: s.fileVersion,
      seq: v.pipe(v.number(), v.integer(), v.minValue(0)),
    }),
  ),
  'post.save-as': call<{ readonly displayPath: string } | undefined>()(
    v.object({ id: s.postId, text: s.text }),
  ),
  'post.create': call<{ readonly id: PostId }>()(v.object({ title: s.title })),
  'post.rename': call<{ readonly id: PostId }>()(v.object({ id: s.postId, name: s.title })),
  'post.duplicate': call<{ readonly id: PostId }>()(onPost),
  'post.trash': call<{ readonly entry: Token }>()(onPost),
  'post.show-in-folder': call<void>()(onPost),
  'post.images': call<readonly ImageDescription[]>()(
    v.object({ id: s.postId, urls: v.pipe(v.array(v.string()), v.maxLength(5000)) }),
  ),
  'post.choose-cover': call<{ readonly path: string } | undefined>()(onPost),
  'trash.list': call<readonly TrashedPost[]>()(none),
  'trash.restore': call<{ readonly id: PostId }>()(v.object({ entry: s.token })),
  'trash.empty': call<{ readonly moved: number }>()(none),
  'journal.append': call<void>()(
    v.object({
      id: s.postId,
      seq: v.pipe(v.number(), v.integer(), v.minValue(1)),
      batches: v.array(v.array(s.textEdit)),
      position: v.optional(s.viewPosition),
    }),
  ),
  /** The unsaved text is given up on purpose (theirs was chosen, or undo led back to the file's text). */
  'journal.drop': call<void>()(onPost),
  'conflict.read': call<ConflictText>()(onPost),
  /** Writes mine over `theirs` (its version, undefined when the file is gone); theirs is kept in the trash. */
  'conflict.keep-mine': call<SavedPost>()(
    v.object({
      id: s.postId,
      text: s.text,
      theirs: v.optional(s.fileVersion),
      seq: v.pipe(v.number(), v.integer(), v.minValue(0)),
    }),
  ),
  /** Keeps `mine` in the trash, drops the journal and answers with the file as it is. */
  'conflict.take-theirs': call<OpenedPost>()(v.object({ id: s.postId, mine: s.text })),
  'export.html': call<ExportedPage | undefined>()(onPost),
  'export.show': call<void>()(v.object({ token: s.token })),
} as const;

type Calls = typeof calls;
export type CallName = keyof Calls;
export type CallArgs<Name extends CallName> = v.InferOutput<Calls[Name]['args']>;
export type CallAnswer<Name extends CallName> =
  Calls[Name] extends Call<v.GenericSchema, infer Answer> ? Answer : never;

/** What the preload script offers the window: one function for calls, one for events. */
export interface GalleyApi {
  readonly call: <Name extends CallName>(
    name: Name,
    args: CallArgs<Name>,
  ) => Promise<Result<CallAnswer<Name>>>;
  /** Calls back at every event of this name; the answer stops that. */
  readonly on: <Name extends EventName>(
    name: Name,
    listener: (payload: EventPayload<Name>) => void,
  ) => () => void;
}

/** One event from main to the window: the validator of its payload, typed by `Payload`. */
export interface IpcEvent<Payload> {
  readonly payload: v.GenericSchema<unknown, unknown>;
  readonly type?: { readonly of: Payload };
}

function event<Payload>(payload: v.GenericSchema<unknown, unknown>): IpcEvent<Payload> {
  return { payload };
}

/** Every event from main to the window. Main is trusted; the validators catch drift between the two sides. */
export const events = {
  /** A library was opened (menu, file association, recent). `post`: the one to show. */
  'library.opened': event<{ readonly library: LibraryView; readonly post?: PostId | undefined }>(
    v.object({ library: v.looseObject({ token: s.token }), post: v.optional(s.postId) }),
  ),
  'library.progress': event<{ readonly found: number; readonly read: number }>(
    v.object({ found: v.number(), read: v.number() }),
  ),
  'library.changed': event<LibraryChange>(
    v.looseObject({ upserted: v.array(v.looseObject({ id: s.postId })), removed: v.array(s.postId) }),
  ),
  /** The file of an open post is not what Galley last read or wrote; no version: it is gone. */
  'post.changed-outside': event<{ readonly id: PostId; readonly version?: FileVersion | undefined }>(
    v.object({ id: s.postId, version: v.optional(s.fileVersion) }),
  ),
  /** A menu item, an accelerator or a context menu asks for a command; `id`: on this post, else the open one. */
  'app.command': event<{ readonly command: CommandId; readonly id?: PostId | undefined }>(
    v.object({ command: s.commandId, id: v.optional(s.postId) }),
  ),
  /** Hand over the text now, then call `app.flushed`. */
  'app.flush': event<{ readonly reason: FlushReason }>(
    v.object({ reason: v.picklist(['blur', 'close', 'quit', 'suspend', 'library']) }),
  ),
  'app.notice': event<Notice>(v.object({ message: v.string(), remedy: v.optional(v.string()) })),
  /** Offered after a lone file was opened: make its folder the library (`library.open` with this token). */
  'library.offer': event<{ readonly token: Token; readonly name: string }>(
    v.object({ token: s.token, name: v.string() }),
  ),
} as const;

type Events = typeof events;
export type EventName = keyof Events;
export type EventPayload<Name extends EventName> =
  Events[Name] extends IpcEvent<infer Payload> ? Payload : never;
