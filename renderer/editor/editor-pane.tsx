import { useEffect, useRef } from 'react';
import type { MouseEvent, ReactNode } from 'react';
import type { GalleyApi } from '../../core/ipc/contract.ts';
import type { OpenPostStore } from '../store/open-post.ts';
import type { SettingsStore } from '../store/settings.ts';
import { useStore } from '../ui/use-store.ts';
import type { EditorHandle } from './editor-handle.ts';
import { WritingView } from './writing-view.ts';
import './editor.css';

export interface EditorPaneProps {
  readonly openPost: OpenPostStore;
  readonly settings: SettingsStore;
  readonly bridge: GalleyApi;
  /** Called once with the handle, when the editor is there; it stays the same for the window's life. */
  readonly onReady: (handle: EditorHandle) => void;
}

/** The column that is written in. React draws its frame once; typing goes on without React. */
export function EditorPane({ openPost, settings, bridge, onReady }: EditorPaneProps): ReactNode {
  const host = useRef<HTMLDivElement>(null);
  const writing = useRef<WritingView>(null);
  const isShown = useStore(
    openPost,
    ({ status, visit }) => status === 'open' || (status === 'loading' && visit > 0),
  );
  useEffect(() => {
    if (host.current === null) return;
    const made = new WritingView({
      parent: host.current,
      openPost,
      settings,
      cspNonce: nonceOfPage(),
      shelf: window.localStorage,
    });
    writing.current = made;
    onReady(made);
    return () => {
      writing.current = null;
      made.destroy();
    };
  }, [openPost, settings, onReady]);
  const showMenu = (event: MouseEvent): void => {
    // The fields of the search panel have the menu of every field of the window.
    if (!(event.target instanceof Element) || event.target.closest('.cm-content') === null) return;
    event.preventDefault();
    void bridge.call('app.context-menu', {
      place: 'editor',
      selection: writing.current?.hasSelection ?? false,
    });
  };
  return (
    <div className="editor-pane">
      <div ref={host} className="editor-view" hidden={!isShown} onContextMenu={showMenu} />
    </div>
  );
}

/** The nonce of this answer of the app's scheme; styles made at run time carry it. */
function nonceOfPage(): string {
  const meta = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]');
  return meta?.nonce || meta?.content || '';
}
