import type { RunCommand } from './commands.ts';
import type { Workbench } from './compose.ts';
import { isTextField } from './focus.ts';
import { titleOf } from './post-title.ts';

/** Answers main's events; the answer stops that. */
export function listenToMain(bench: Workbench, run: RunCommand): () => void {
  const { bridge, openPost, notices, libraries } = bench;
  const stops = [
    bridge.on('app.command', ({ command, id }) => run(command, id)),
    bridge.on('app.flush', () => {
      void openPost.flush().finally(() => void bridge.call('app.flushed', undefined));
    }),
    bridge.on('app.notice', ({ message, remedy }) => notices.show({ tone: 'info', message, remedy })),
    bridge.on('library.opened', ({ library, post }) => void libraries.present(library, post)),
    bridge.on('library.offer', ({ token, name }) =>
      notices.show({
        tone: 'info',
        stays: true,
        message: `You opened a single file. Its folder “${name}” can be the library.`,
        actions: [{ label: 'Open the folder', run: () => void libraries.open(token) }],
      }),
    ),
  ];
  return () => stops.forEach((stop) => stop());
}

/** Keeps the window's title true to the open post; the answer stops that. */
export function representPost({ bridge, openPost, library }: Workbench): () => void {
  let shown = '';
  const tell = (): void => {
    const { status, save, post } = openPost.getState();
    const title = status === 'none' || post === undefined ? '' : titleOf(post, library).slice(0, 500);
    const edited = save.kind !== 'saved' && save.kind !== 'read-only';
    const key = `${String(edited)}\n${title}`;
    if (key === shown) return;
    shown = key;
    void bridge.call('app.represent', { title, edited });
  };
  tell();
  return openPost.subscribe(tell);
}

/** Offers cut, copy and paste in the window's fields; the answer stops that. */
export function offerFieldMenu({ bridge }: Workbench): () => void {
  const onMenu = (event: MouseEvent): void => {
    if (event.defaultPrevented || !(event.target instanceof Element) || !isTextField(event.target)) return;
    event.preventDefault();
    void bridge.call('app.context-menu', { place: 'field', selection: hasSelection(event.target) });
  };
  window.addEventListener('contextmenu', onMenu);
  return () => window.removeEventListener('contextmenu', onMenu);
}

function hasSelection(element: Element): boolean {
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
    return element.selectionStart !== element.selectionEnd;
  }
  return document.getSelection()?.isCollapsed === false;
}

/** Tells the log of faults that nothing caught; the answer stops that. */
export function reportFaults({ bridge }: Pick<Workbench, 'bridge'>): () => void {
  const report = (fault: unknown): void => {
    const error = fault instanceof Error ? fault : new Error(String(fault));
    void bridge.call('app.report', { message: error.message.slice(0, 500), detail: error.stack });
  };
  const onError = (event: ErrorEvent): void => report(event.error ?? event.message);
  const onRejection = (event: PromiseRejectionEvent): void => report(event.reason);
  window.addEventListener('error', onError);
  window.addEventListener('unhandledrejection', onRejection);
  return () => {
    window.removeEventListener('error', onError);
    window.removeEventListener('unhandledrejection', onRejection);
  };
}
