import { err, ok } from '../../core/base/result.ts';
import type { Result } from '../../core/base/result.ts';
import type { GalleyApi } from '../../core/ipc/contract.ts';
import type { Token } from '../../core/ipc/types.ts';
import type { PostId } from '../../core/post/types.ts';
import type { LibraryStore } from './library.ts';
import { nameAfterTitle, untitled } from './name-after-title.ts';
import type { NoticesStore } from './notices.ts';
import type { OpenHow, OpenPostStore } from './open-post-types.ts';
import { filterPosts } from './post-filter.ts';

export interface PostActions {
  /** Shows a post; the one that was open is saved first. */
  readonly open: (id: PostId) => Promise<void>;
  /** Makes an untitled draft and opens it. Undefined when it could not be made (a notice says why). */
  readonly create: () => Promise<PostId | undefined>;
  /** Gives a post's file another name. */
  readonly rename: (id: PostId, name: string) => Promise<Result<PostId>>;
  readonly duplicate: (id: PostId) => Promise<void>;
  /** Moves a post to the library's trash; a notice offers to undo that. */
  readonly trash: (id: PostId) => Promise<void>;
  /** Takes a post out of the trash and shows it. */
  readonly restore: (entry: Token) => Promise<Result<PostId>>;
}

export interface PostActionParts {
  readonly bridge: GalleyApi;
  readonly library: LibraryStore;
  readonly openPost: Pick<OpenPostStore, 'getState' | 'open' | 'forget' | 'flush'>;
  readonly notices: NoticesStore;
}

const settled = new Set(['saved', 'read-only']);

/** What can be done to a post as a whole; failures become notices unless they are answered. */
export function createPostActions(parts: PostActionParts): PostActions {
  const { bridge, library, openPost, notices } = parts;
  const open = (id: PostId): Promise<void> => show(parts, id);
  return {
    open,
    create: async () => {
      await openPost.flush();
      const made = await bridge.call('post.create', { title: untitled });
      if (!made.ok) {
        notices.fail(made.failure);
        return undefined;
      }
      library.clearFilter();
      await open(made.value.id);
      return made.value.id;
    },
    rename: (id, name) => renamePost(parts, id, name),
    duplicate: async (id) => {
      if (!(await settle(parts, id, 'duplicated'))) return;
      const made = await bridge.call('post.duplicate', { id });
      if (made.ok) await open(made.value.id);
      else notices.fail(made.failure);
    },
    trash: (id) => trashPost(parts, id),
    restore: (entry) => restorePost(parts, entry),
  };
}

/** Opens a post; a post that must not be left now stays, with a notice that says why. */
async function show(parts: PostActionParts, id: PostId, how?: OpenHow): Promise<void> {
  const renamed = how !== undefined && 'renamedFrom' in how;
  const left = renamed ? undefined : await namelessPost(parts, id);
  const answer = await parts.openPost.open(id, how);
  if (!answer.ok && parts.openPost.getState().id !== id) parts.notices.fail(answer.failure);
  // A name that cannot be had is no loss: the post keeps the one it has.
  if (answer.ok && left !== undefined) await parts.bridge.call('post.rename', left);
}

/** The open post with the name its file is to take once it is left for `next`; undefined: it keeps the one it has. */
async function namelessPost(
  { openPost }: PostActionParts,
  next: PostId,
): Promise<{ readonly id: PostId; readonly name: string } | undefined> {
  const { id, post } = openPost.getState();
  const name = id === undefined || id === next ? undefined : nameAfterTitle(id, post?.meta.title);
  if (id === undefined || name === undefined) return undefined;
  await openPost.flush();
  const now = openPost.getState();
  return now.id === id && now.save.kind === 'saved' ? { id, name } : undefined;
}

/** Brings the open post's text to its file; false, with a notice, when that is not possible now. */
async function settle(parts: PostActionParts, id: PostId, verb: string): Promise<boolean> {
  const { openPost, notices } = parts;
  if (openPost.getState().id !== id) return true;
  await openPost.flush();
  if (settled.has(openPost.getState().save.kind)) return true;
  notices.fail(notSettled(verb).failure);
  return false;
}

function notSettled(verb: string): ReturnType<typeof err> {
  return err(
    'not-saved',
    `The post was not ${verb}: its last changes are not in its file yet.`,
    'Answer the message above the editor first.',
  );
}

async function renamePost(parts: PostActionParts, id: PostId, name: string): Promise<Result<PostId>> {
  const { bridge, openPost } = parts;
  if (openPost.getState().id === id) await openPost.flush();
  const isOpen = openPost.getState().id === id;
  if (isOpen && !settled.has(openPost.getState().save.kind)) return notSettled('renamed');
  const answer = await bridge.call('post.rename', { id, name });
  if (!answer.ok) return answer;
  if (isOpen && answer.value.id !== id) await show(parts, answer.value.id, { renamedFrom: id });
  return ok(answer.value.id);
}

async function trashPost(parts: PostActionParts, id: PostId): Promise<void> {
  const { bridge, library, openPost, notices } = parts;
  const title = library.find(id)?.title ?? id;
  const next = neighbour(library, id);
  if (!(await settle(parts, id, 'moved to the trash'))) return;
  const isOpen = openPost.getState().id === id;
  if (isOpen) openPost.forget();
  const answer = await bridge.call('post.trash', { id });
  if (!answer.ok) {
    notices.fail(answer.failure);
    if (isOpen) await show(parts, id);
    return;
  }
  const { entry } = answer.value;
  notices.show({
    tone: 'info',
    message: `“${title}” is in the trash.`,
    actions: [{ label: 'Undo', run: () => void undoTrash(parts, entry) }],
  });
  if (isOpen && next !== undefined) await show(parts, next);
}

async function undoTrash(parts: PostActionParts, entry: Token): Promise<void> {
  const answer = await restorePost(parts, entry);
  if (!answer.ok) parts.notices.fail(answer.failure);
}

async function restorePost(parts: PostActionParts, entry: Token): Promise<Result<PostId>> {
  const answer = await parts.bridge.call('trash.restore', { entry });
  if (!answer.ok) return answer;
  await show(parts, answer.value.id);
  return ok(answer.value.id);
}

/** The post that takes the place of `id` in the list: the one after it, else the one before. */
function neighbour(library: LibraryStore, id: PostId): PostId | undefined {
  const { library: view, filter } = library.getState();
  const shown = filterPosts(view?.posts ?? [], filter);
  const at = shown.findIndex((post) => post.id === id);
  return (shown[at + 1] ?? shown[at - 1])?.id;
}
