import type { App, Session, WebContents } from 'electron';
import type { Log } from './log.ts';
import { mayNavigate, mayRequest } from './navigation-rules.ts';

/**
 * Denies every page and session of this process what Galley never needs: permissions, devices, navigation,
 * new windows, webviews, downloads and the network. Call before the app is ready.
 */
export function hardenApp(app: App, development: boolean, log: Log): void {
  app.on('session-created', (session) => hardenSession(session, development));
  app.on('web-contents-created', (_event, contents) => hardenContents(contents, log));
}

/** Electron's own default approves permissions, so each kind is denied by name. */
function hardenSession(session: Session, development: boolean): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, answer) =>
    answer({ cancel: !mayRequest(details.url, development) }),
  );
}

function hardenContents(contents: WebContents, log: Log): void {
  const deny = (event: { readonly preventDefault: () => void }, what: string): void => {
    event.preventDefault();
    log.warn(`Denied ${what}`);
  };
  // Fires for the main frame as well.
  contents.on('will-frame-navigate', (event) => {
    if (!mayNavigate(event.url, event.isMainFrame)) deny(event, 'a navigation');
  });
  contents.on('will-redirect', (event) => deny(event, 'a redirection'));
  contents.on('will-attach-webview', (event) => deny(event, 'a webview'));
  contents.setWindowOpenHandler(() => {
    log.warn('Denied a new window');
    return { action: 'deny' };
  });
}
