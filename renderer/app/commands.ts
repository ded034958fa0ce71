import type { CommandId } from '../../core/ipc/commands.ts';
import type { PostId } from '../../core/post/types.ts';
import { exportPost } from '../publish/export-post.ts';
import type { Workbench } from './compose.ts';
import { focusSearch, focusTitle, isTextField } from './focus.ts';

/** What a command does; `id`: the post it is about, normally the open one. */
type CommandAction = (bench: Workbench, id: PostId | undefined) => void;

/** Runs a command, on this post or else the open one. */
export type RunCommand = (command: CommandId, id?: PostId) => void;

/** Answers every command of the menu, the palette, the keys and the buttons. */
export function createRunCommand(bench: Workbench): RunCommand {
  return (command, id) => actions[command](bench, id ?? bench.openPost.getState().id);
}

const onPost =
  (act: (bench: Workbench, id: PostId) => void): CommandAction =>
  (bench, id) => {
    if (id !== undefined) act(bench, id);
  };

const view =
  (viewMode: 'write' | 'split' | 'read'): CommandAction =>
  ({ settings }) =>
    settings.update({ viewMode });

const theme =
  (chosen: 'light' | 'dark' | 'system'): CommandAction =>
  ({ settings }) =>
    settings.update({ theme: chosen });

/** Formatting is for the post's text: with the focus in another field it does nothing. */
const inText =
  (command: CommandId): CommandAction =>
  ({ panes }) => {
    if (!isTextField(document.activeElement)) panes.editor()?.run(command);
  };

/** In fields the browser's own undo is meant, in the post's text the editor's. */
const history =
  (command: 'edit.undo' | 'edit.redo'): CommandAction =>
  ({ panes }) => {
    if (isTextField(document.activeElement)) document.execCommand(command === 'edit.undo' ? 'undo' : 'redo');
    else panes.editor()?.run(command);
  };

const actions: Record<CommandId, CommandAction> = {
  'post.new': (bench) => void createPost(bench),
  'library.open': ({ libraries }) => void libraries.choose(),
  'post.save': ({ openPost }) => void openPost.saveNow(),
  'post.save-as': (bench) => void saveCopy(bench),
  'post.rename': onPost((bench, id) => startRename(bench, id)),
  'post.duplicate': onPost(({ posts }, id) => void posts.duplicate(id)),
  'post.delete': onPost(({ posts }, id) => void posts.trash(id)),
  'trash.show': ({ dialogs }) => dialogs.show('trash'),
  'export.html': onPost((bench, id) => void exportPost(bench, id)),
  'settings.show': ({ dialogs }) => dialogs.show('settings'),
  'edit.undo': history('edit.undo'),
  'edit.redo': history('edit.redo'),
  'edit.find': (bench) => findInPost(bench),
  'library.search': (bench) => {
    bench.layout.show('posts');
    focusSearch();
  },
  'insert.bold': inText('insert.bold'),
  'insert.italic': inText('insert.italic'),
  'insert.link': inText('insert.link'),
  'insert.heading-1': inText('insert.heading-1'),
  'insert.heading-2': inText('insert.heading-2'),
  'insert.heading-3': inText('insert.heading-3'),
  'insert.paragraph': inText('insert.paragraph'),
  'view.palette': ({ dialogs }) => dialogs.show('palette'),
  'view.write': view('write'),
  'view.split': view('split'),
  'view.read': view('read'),
  'view.posts': ({ layout }) => layout.toggle('posts'),
  'view.details': ({ layout }) => layout.toggle('details'),
  'view.theme-light': theme('light'),
  'view.theme-dark': theme('dark'),
  'view.theme-system': theme('system'),
  'help.log': ({ bridge }) => void bridge.call('app.show-log', undefined),
};

async function createPost({ posts, layout }: Workbench): Promise<void> {
  const id = await posts.create();
  if (id === undefined) return;
  layout.setDetailsTab('form');
  layout.show('details');
  focusTitle();
}

async function saveCopy({ openPost, notices }: Workbench): Promise<void> {
  const answer = await openPost.saveCopy();
  if (!answer.ok) notices.fail(answer.failure);
  else if (answer.value !== undefined) {
    notices.show({ tone: 'info', message: `A copy is at ${answer.value.displayPath}.` });
  }
}

function startRename({ library, layout, posts }: Workbench, id: PostId): void {
  layout.show('posts');
  library.clearFilter();
  library.setRenaming(id);
  void posts.open(id);
}

function findInPost({ settings, panes }: Workbench): void {
  if (settings.getState().viewMode === 'read') settings.update({ viewMode: 'split' });
  panes.editor()?.openSearch();
}
