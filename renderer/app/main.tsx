import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import type { GalleyApi } from '../../core/ipc/contract.ts';
import type { StartState } from '../../core/ipc/types.ts';
import { createBridge } from '../bridge/bridge.ts';
import '../ui/base.css';
import { App } from './app.tsx';
import { createRunCommand } from './commands.ts';
import { compose } from './compose.ts';
import { ErrorBoundary, Fault } from './error-boundary.tsx';
import { focusText } from './focus.ts';
import { listenToKeys } from './keys.ts';
import { listenToMain, offerFieldMenu, reportFaults, representPost } from './listen.ts';
import { showTitleInList } from './live-title.ts';
import { installDefaultPolicy } from './trusted-types.ts';
import { followWidth } from './window-width.ts';

installDefaultPolicy();
void start();

async function start(): Promise<void> {
  const place = document.getElementById('app');
  if (place === null) throw new Error('index.html has no place for the app');
  const root = createRoot(place);
  const bridge = createBridge();
  reportFaults({ bridge });
  const fonts = loadFonts();
  const answer = await bridge.call('app.start', undefined);
  if (answer.ok) show(root, bridge, answer.value, fonts);
  else root.render(<Fault message={answer.failure.message} remedy={answer.failure.remedy} />);
}

/** Main sends events right after its answer, so everything that listens is made here at once. */
function show(root: Root, bridge: GalleyApi, state: StartState, fonts: Promise<unknown>): void {
  const bench = compose(bridge, state);
  const run = createRunCommand(bench);
  listenToMain(bench, run);
  listenToKeys(run, bench.mac, () => document.querySelector('.modal') !== null);
  representPost(bench);
  showTitleInList(bench);
  offerFieldMenu(bench);
  followWidth(bench.layout);
  if (state.settingsNotice !== undefined) {
    bench.notices.show({ tone: 'info', stays: true, message: state.settingsNotice });
  }
  const presented = state.library && bench.libraries.present(state.library, state.post);
  const window = (
    <ErrorBoundary
      onFault={(message, detail) =>
        void bridge.call('app.report', { message: message.slice(0, 500), detail })
      }
    >
      <App bench={bench} run={run} />
    </ErrorBoundary>
  );
  void Promise.all([fonts.then(() => root.render(window)), presented]).then(focusText);
}

/** The window's own fonts lie beside it; waiting for them keeps text from moving when they come. */
function loadFonts(): Promise<unknown> {
  const fonts = ["400 13px 'Inter Variable'", "600 13px 'Inter Variable'", "400 16px 'iA Writer Quattro'"];
  return Promise.allSettled(fonts.map((font) => document.fonts.load(font, 'Galley')));
}
