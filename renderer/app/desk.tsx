import { useState } from 'react';
import type { ReactNode } from 'react';
import { EditorPane } from '../editor/editor-pane.tsx';
import { PreviewPane } from '../preview/preview-pane.tsx';
import { Button } from '../ui/button.tsx';
import { useStore } from '../ui/use-store.ts';
import { Banners } from './banners.tsx';
import type { RunCommand } from './commands.ts';
import type { Workbench } from './compose.ts';
import { Divider } from './divider.tsx';

interface DeskProps {
  readonly bench: Workbench;
  readonly run: RunCommand;
}

/** The middle of the window: the post being written, and its page. */
export function Desk({ bench, run }: DeskProps): ReactNode {
  const { openPost, settings, library, bridge, panes } = bench;
  const viewMode = useStore(settings, (state) => state.viewMode);
  const settled = useStore(settings, (state) => state.divider);
  const [moving, setMoving] = useState<number | undefined>();
  const status = useStore(openPost, (state) => state.status);
  const share = moving ?? settled;
  const settle = (divider: number): void => {
    setMoving(undefined);
    settings.update({ divider });
  };
  return (
    <main className="desk" aria-label="Post">
      <Banners bench={bench} run={run} />
      <div className={`desk-panes view-${viewMode}`} data-moving={moving !== undefined}>
        <section
          className="desk-pane desk-editor"
          aria-label="Editor"
          data-pane="editor"
          style={{ flexBasis: viewMode === 'split' ? `${share * 100}%` : '100%' }}
        >
          <EditorPane openPost={openPost} settings={settings} bridge={bridge} onReady={panes.setEditor} />
        </section>
        {viewMode === 'split' ? <Divider share={share} onMove={setMoving} onSettle={settle} /> : null}
        <section className="desk-pane desk-preview" aria-label="Page" data-pane="preview">
          <PreviewPane openPost={openPost} library={library} bridge={bridge} onReady={panes.setPreview} />
        </section>
        {status === 'none' || status === 'failed' ? <NoPost bench={bench} run={run} /> : null}
      </div>
    </main>
  );
}

function NoPost({ bench, run }: DeskProps): ReactNode {
  const library = useStore(bench.library, (state) => state.library);
  const failure = useStore(bench.openPost, (state) => state.failure);
  const id = useStore(bench.openPost, (state) => state.id);
  if (failure !== undefined) {
    return (
      <div className="no-post" role="alert">
        <p className="no-post-title">{failure.message}</p>
        {failure.remedy === undefined ? null : <p>{failure.remedy}</p>}
        {id === undefined ? null : <Button onPress={() => void bench.openPost.open(id)}>Try again</Button>}
      </div>
    );
  }
  if (library === undefined) {
    return (
      <div className="no-post">
        <p className="no-post-title">No library is open</p>
        <p>A library is any folder of Markdown files. Galley changes nothing in it until you write.</p>
        <Button look="solid" onPress={() => run('library.open')}>
          Open a library…
        </Button>
      </div>
    );
  }
  return (
    <div className="no-post">
      <p className="no-post-title">No post is open</p>
      <p>Choose one from the list, or begin a new one.</p>
      <Button onPress={() => run('post.new')}>New post</Button>
    </div>
  );
}
