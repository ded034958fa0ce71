import { Suspense, lazy, useCallback, useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import type { PostId } from '../../core/post/types.ts';
import { PostsPanel } from '../posts/posts-panel.tsx';
import { floats, panelShown } from '../store/layout.ts';
import type { SidePanel } from '../store/layout.ts';
import { classNames } from '../ui/class-names.ts';
import { NoticeStack } from '../ui/notice-stack.tsx';
import { useStore } from '../ui/use-store.ts';
import type { RunCommand } from './commands.ts';
import type { Workbench } from './compose.ts';
import { Desk } from './desk.tsx';
import { Dialogs } from './dialogs.tsx';
import { StatusBar } from './status-bar.tsx';
import { TopBar, spacedKeys } from './top-bar.tsx';
import './app.css';

const DetailsPanel = lazy(() =>
  import('../details/details-panel.tsx').then((module) => ({ default: module.DetailsPanel })),
);

interface AppProps {
  readonly bench: Workbench;
  readonly run: RunCommand;
}

/** The window. */
export function App({ bench, run }: AppProps): ReactNode {
  const notices = useStore(bench.notices, (state) => state.notices);
  return (
    <div className="window">
      <TopBar bench={bench} run={run} />
      <div className="window-panes">
        <Side panel="posts" bench={bench}>
          <Posts bench={bench} run={run} />
        </Side>
        <Desk bench={bench} run={run} />
        <Side panel="details" bench={bench}>
          <Suspense fallback={<aside className="details-panel" aria-label="Details" />}>
            <DetailsPanel
              openPost={bench.openPost}
              library={bench.library}
              bridge={bench.bridge}
              notices={bench.notices}
              layout={bench.layout}
            />
          </Suspense>
        </Side>
      </div>
      <StatusBar bench={bench} />
      <NoticeStack notices={notices} onDismiss={bench.notices.dismiss} />
      <Dialogs bench={bench} run={run} />
    </div>
  );
}

interface SideProps {
  readonly panel: SidePanel;
  readonly bench: Workbench;
  readonly children: ReactNode;
}

/** A panel at a side: beside the desk, or over it where the window is narrow. */
function Side({ panel, bench, children }: SideProps): ReactNode {
  const layout = useStore(bench.layout, (state) => state);
  const wanted = useStore(bench.settings, (state) =>
    panel === 'posts' ? state.showPosts : state.showDetails,
  );
  const isOver = floats(panel, layout.width);
  const shown = panelShown(panel, layout, wanted);
  const side = useRef<HTMLDivElement>(null);
  const { closeOverlay } = bench.layout;
  useEffect(() => {
    if (!isOver || !shown) return undefined;
    const before = document.activeElement;
    side.current?.querySelector<HTMLElement>('input, button')?.focus();
    return () => {
      // The focus went away with the panel: it goes back to where it came from.
      if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
    };
  }, [isOver, shown]);
  if (!shown) return null;
  return (
    <>
      {isOver ? <div className="side-scrim" onClick={closeOverlay} aria-hidden="true" /> : null}
      <div
        ref={side}
        className={classNames('side', `side-${panel}`, isOver && 'is-over')}
        onKeyDown={(event) => {
          if (isOver && event.key === 'Escape') closeOverlay();
        }}
      >
        {children}
      </div>
    </>
  );
}

function Posts({ bench, run }: AppProps): ReactNode {
  const { library, posts, notices, layout, panes, bridge } = bench;
  const openId = useStore(bench.openPost, (state) => state.id);
  const onChoose = useCallback(
    (id: PostId, write: boolean) => {
      layout.closeOverlay();
      void posts.open(id).then(() => write && panes.editor()?.focus());
    },
    [layout, posts, panes],
  );
  const onMenu = useCallback(
    (id: PostId) => void bridge.call('app.context-menu', { place: 'post', id }),
    [bridge],
  );
  return (
    <PostsPanel
      library={library}
      posts={posts}
      notices={notices}
      openId={openId}
      searchKeys={spacedKeys('library.search', bench.mac)}
      onCreate={() => run('post.new')}
      onChoose={onChoose}
      onMenu={onMenu}
    />
  );
}
