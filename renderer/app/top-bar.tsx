import { useState } from 'react';
import type { ReactNode } from 'react';
import { commands } from '../../core/ipc/commands.ts';
import type { CommandId, CommandInfo } from '../../core/ipc/commands.ts';
import type { RecentLibrary } from '../../core/ipc/types.ts';
import { panelShown } from '../store/layout.ts';
import { Button } from '../ui/button.tsx';
import { grouped } from '../ui/counted.ts';
import { Icon } from '../ui/icons.tsx';
import { showKeys } from '../ui/keys.ts';
import { MenuButton } from '../ui/menu.tsx';
import type { MenuEntry, MenuGroup } from '../ui/menu.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { useStore } from '../ui/use-store.ts';
import type { RunCommand } from './commands.ts';
import type { Workbench } from './compose.ts';

interface BarProps {
  readonly bench: Workbench;
  readonly run: RunCommand;
}

/** The head of the window: the library, the view, and what to do next. */
export function TopBar({ bench, run }: BarProps): ReactNode {
  const viewMode = useStore(bench.settings, (state) => state.viewMode);
  const hasLibrary = useStore(bench.library, (state) => state.library !== undefined);
  const hasPost = useStore(bench.openPost, (state) => state.post !== undefined);
  return (
    <header className="top-bar" data-pane="bar">
      <h1 className="visually-hidden">Galley</h1>
      <div className="bar-start">
        <PostsToggle bench={bench} run={run} />
        <LibraryMenu bench={bench} run={run} />
      </div>
      <Segmented
        label="View"
        value={viewMode}
        onChange={(mode) => run(`view.${mode}`)}
        segments={[
          { value: 'write', label: 'Write' },
          { value: 'split', label: 'Split' },
          { value: 'read', label: 'Read' },
        ]}
      />
      <div className="bar-end">
        <Button className="bar-new" isDisabled={!hasLibrary} onPress={() => run('post.new')}>
          + <span className="bar-new-text">New post</span>
        </Button>
        <DetailsToggle bench={bench} run={run} />
        <Button look="solid" isDisabled={!hasPost} onPress={() => run('export.html')}>
          Export…
        </Button>
      </div>
    </header>
  );
}

/** Only where the posts have no place of their own, or were put away. */
function PostsToggle({ bench, run }: BarProps): ReactNode {
  const layout = useStore(bench.layout, (state) => state);
  const wanted = useStore(bench.settings, (state) => state.showPosts);
  const shown = panelShown('posts', layout, wanted);
  if (shown && layout.width !== 'narrow') return null;
  return (
    <Button look="plain" aria-expanded={shown} onPress={() => run('view.posts')}>
      Posts
    </Button>
  );
}

function DetailsToggle({ bench, run }: BarProps): ReactNode {
  const layout = useStore(bench.layout, (state) => state);
  const wanted = useStore(bench.settings, (state) => state.showDetails);
  return (
    <Button
      look="plain"
      aria-expanded={panelShown('details', layout, wanted)}
      onPress={() => run('view.details')}
    >
      Details
    </Button>
  );
}

function LibraryMenu({ bench, run }: BarProps): ReactNode {
  const { bridge, libraries } = bench;
  const view = useStore(bench.library, (state) => state.library);
  const [recent, setRecent] = useState<readonly RecentLibrary[]>([]);
  const load = async (): Promise<void> => {
    const answer = await bridge.call('library.recent', undefined);
    if (answer.ok) setRecent(answer.value);
  };
  const groups: readonly MenuGroup[] = [
    { id: 'open', entries: [entryOf('library.open', bench, run)] },
    {
      id: 'recent',
      title: 'Recent libraries',
      entries: recent
        .filter((library) => library.token !== view?.token)
        .map(({ token, name, displayPath }) => ({
          id: token,
          label: name,
          note: displayPath,
          run: () => void libraries.open(token),
        })),
    },
    {
      id: 'folder',
      entries: view === undefined ? [] : folderEntries(bench, run, view.trashed),
    },
    { id: 'app', entries: [entryOf('settings.show', bench, run)] },
  ];
  return (
    <MenuButton label="Library" groups={groups} onOpenChange={(open) => open && void load()}>
      <Button look="quiet" className="library-name" aria-label={`Library: ${view?.name ?? 'none'}`}>
        <span className="library-text">{view?.name ?? 'No library'}</span>
        <Icon name="chevron" size={12} />
      </Button>
    </MenuButton>
  );
}

function folderEntries(bench: Workbench, run: RunCommand, trashed: number): readonly MenuEntry[] {
  const { bridge } = bench;
  return [
    {
      id: 'show-folder',
      label: 'Show Folder',
      run: () => void bridge.call('library.show-folder', undefined),
    },
    { id: 'rescan', label: 'Read Folder Again', run: () => void bridge.call('library.rescan', undefined) },
    { ...entryOf('trash.show', bench, run), hint: trashed === 0 ? undefined : grouped(trashed) },
  ];
}

const infos: readonly (CommandInfo & { readonly id: CommandId })[] = commands;

function entryOf(id: CommandId, { mac }: Workbench, run: RunCommand): MenuEntry {
  const info = infos.find((command) => command.id === id);
  return {
    id,
    label: info?.label ?? id,
    hint: info?.keys === undefined ? undefined : showKeys(info.keys, mac),
    run: () => run(id),
  };
}

/** The keys of a command as people read them, apart from each other: `Ctrl Shift F`. */
export function spacedKeys(id: CommandId, mac: boolean): string {
  const keys = infos.find((command) => command.id === id)?.keys;
  return keys === undefined ? '' : showKeys(keys, mac).replaceAll('+', ' ');
}
