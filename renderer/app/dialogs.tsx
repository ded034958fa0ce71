import { Suspense, lazy } from 'react';
import type { ReactNode } from 'react';
import { assertNever } from '../../core/base/assert-never.ts';
import type { PostId } from '../../core/post/types.ts';
import type { DialogName } from '../store/dialogs.ts';
import { useStore } from '../ui/use-store.ts';
import type { RunCommand } from './commands.ts';
import type { Workbench } from './compose.ts';

const TrashDialog = lazy(() =>
  import('../posts/trash-dialog.tsx').then((module) => ({ default: module.TrashDialog })),
);
const SettingsDialog = lazy(() =>
  import('../settings/settings-dialog.tsx').then((module) => ({ default: module.SettingsDialog })),
);
const Palette = lazy(() => import('../palette/palette.tsx').then((module) => ({ default: module.Palette })));
const ConflictDialog = lazy(() =>
  import('./conflict-dialog.tsx').then((module) => ({ default: module.ConflictDialog })),
);

interface DialogsProps {
  readonly bench: Workbench;
  readonly run: RunCommand;
}

/** The dialog that is open, loaded when it is first wanted. */
export function Dialogs({ bench, run }: DialogsProps): ReactNode {
  const open = useStore(bench.dialogs, (state) => state.open);
  if (open === undefined) return null;
  return <Suspense>{dialogOf(open, bench, run)}</Suspense>;
}

function dialogOf(name: DialogName, bench: Workbench, run: RunCommand): ReactNode {
  const onClose = (): void => {
    if (bench.dialogs.getState().open === name) bench.dialogs.close();
  };
  switch (name) {
    case 'trash':
      return (
        <TrashDialog bridge={bench.bridge} posts={bench.posts} notices={bench.notices} onClose={onClose} />
      );
    case 'settings':
      return <SettingsDialog settings={bench.settings} appVersion={bench.appVersion} onClose={onClose} />;
    case 'conflict':
      return <ConflictDialog bench={bench} onClose={onClose} />;
    case 'palette':
      return (
        <Palette
          posts={bench.library.getState().library?.posts ?? []}
          mac={bench.mac}
          onClose={onClose}
          onCommand={(id) => run(id)}
          onPost={(id) => void openAndWrite(bench, id)}
        />
      );
    default:
      return assertNever(name);
  }
}

async function openAndWrite({ posts, panes }: Workbench, id: PostId): Promise<void> {
  await posts.open(id);
  panes.editor()?.focus();
}
