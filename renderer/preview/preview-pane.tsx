import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { GalleyApi } from '../../core/ipc/contract.ts';
import type { LibraryStore } from '../store/library.ts';
import type { OpenPostStore } from '../store/open-post.ts';
import { useStore } from '../ui/use-store.ts';
import { createRenderWorker } from './create-render-worker.ts';
import { PageView } from './page-view.ts';
import type { PageStatus } from './page-view.ts';
import type { PreviewHandle } from './preview-handle.ts';
import './preview.css';

export interface PreviewPaneProps {
  readonly openPost: OpenPostStore;
  readonly library: LibraryStore;
  readonly bridge: GalleyApi;
  /** Called when the page's frame is there. */
  readonly onReady: (handle: PreviewHandle) => void;
}

/** The page of the open post. React draws the frame and what is said beside the page; the page goes its own way. */
export function PreviewPane({ openPost, library, bridge, onReady }: PreviewPaneProps): ReactNode {
  const frame = useRef<HTMLIFrameElement>(null);
  const [status, setStatus] = useState<PageStatus>({ kind: 'waiting' });
  const isOpen = useStore(openPost, (state) => state.status === 'open' || state.status === 'loading');
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    let view: PageView | undefined;
    const begin = (): void => {
      const inner = loadedFrame(element);
      if (inner === undefined) return;
      view?.destroy();
      const worker = createRenderWorker();
      const onStatus = (next: PageStatus): void => setStatus((now) => (isSameStatus(now, next) ? now : next));
      view = new PageView({ frame: element, worker, openPost, library, bridge, onStatus }, inner);
      onReady(view);
    };
    element.addEventListener('load', begin);
    begin();
    return () => {
      element.removeEventListener('load', begin);
      view?.destroy();
    };
  }, [openPost, library, bridge, onReady]);
  return (
    <div className="preview-pane">
      <iframe
        ref={frame}
        className="preview-frame"
        title="Page of the post"
        src="preview.html"
        sandbox="allow-same-origin"
        tabIndex={0}
        hidden={!isOpen}
      />
      {isOpen ? <Beside status={status} /> : null}
    </div>
  );
}

function Beside({ status }: { readonly status: PageStatus }): ReactNode {
  switch (status.kind) {
    case 'waiting':
      return (
        <p className="preview-note preview-waiting" role="status">
          Making the page…
        </p>
      );
    case 'failed':
      return (
        <p className="preview-note preview-failed" role="alert">
          The page could not be made, so the last one stays. Your text is not touched. ({status.message})
        </p>
      );
    case 'shown':
      return status.isEmpty ? <p className="preview-note">The text appears here as you write.</p> : null;
  }
}

function isSameStatus(a: PageStatus, b: PageStatus): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The frame's inside once the preview's own document is there, not the blank one before it. */
function loadedFrame(
  element: HTMLIFrameElement,
): { readonly document: Document; readonly window: Window } | undefined {
  const { contentDocument, contentWindow } = element;
  if (contentDocument === null || contentWindow === null) return undefined;
  const isPreview = contentDocument.URL !== 'about:blank' && contentDocument.readyState === 'complete';
  return isPreview ? { document: contentDocument, window: contentWindow } : undefined;
}
