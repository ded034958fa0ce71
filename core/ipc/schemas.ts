import * as v from 'valibot';
import { toPostId } from '../post/post-id.ts';
import type { PostId } from '../post/types.ts';
import { commandIds } from './commands.ts';

const maxTextLength = 64 * 1024 * 1024;
const shortText = v.pipe(v.string(), v.maxLength(10_000));
const optionalText = v.optional(shortText);
const offset = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Any text a post can hold, at most 64 Mi UTF-16 code units. */
export const text = v.pipe(v.string(), v.maxLength(maxTextLength));

/** A handle that main gave out. */
export const token = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/));

/** SHA-256 in lower-case hex. */
export const fileVersion = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/** A relative POSIX path of a Markdown file that never leaves the library. */
export const postId = v.pipe(
  v.custom<PostId>((value) => typeof value === 'string' && toPostId(value) !== undefined),
);

/** A file or title typed by the person; it reaches a path only through the slug routine. */
export const title = v.pipe(v.string(), v.maxLength(500));

export const commandId = v.picklist(commandIds);

export const textEdit = v.object({ from: offset, to: offset, insert: text });

export const viewPosition = v.object({ anchor: offset, head: offset, scrollTop: v.number() });

const author = v.object({
  id: v.pipe(v.string(), v.regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u)),
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  role: optionalText,
  bio: optionalText,
  avatar: optionalText,
  links: v.pipe(v.array(v.object({ label: shortText, url: shortText })), v.maxLength(50)),
});

const category = v.object({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  slug: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
});

export const settingsEdit = v.variant('kind', [
  v.object({ kind: v.literal('author'), author }),
  v.object({ kind: v.literal('category'), category }),
  v.object({ kind: v.literal('default-author'), id: optionalText }),
  v.object({ kind: v.literal('default-profile'), id: optionalText }),
  v.object({
    kind: v.literal('site'),
    site: v.object({ title: optionalText, url: optionalText, language: optionalText }),
  }),
]);

/** Every field optional: what is named is changed. */
export const appSettingsPatch = v.partial(
  v.object({
    theme: v.picklist(['light', 'dark', 'system']),
    viewMode: v.picklist(['write', 'split', 'read']),
    divider: v.pipe(v.number(), v.minValue(0.2), v.maxValue(0.8)),
    showPosts: v.boolean(),
    showDetails: v.boolean(),
    editorFontSize: v.pipe(v.number(), v.minValue(12), v.maxValue(28)),
    editorFont: v.picklist(['quattro', 'inter', 'system-mono']),
  }),
);
