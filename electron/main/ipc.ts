import type { BrowserWindow, IpcMain } from 'electron';
import { err } from '../../core/base/result.ts';
import { createDispatcher } from './dispatch.ts';
import type { Handlers } from './ipc-types.ts';
import type { Log } from './log.ts';
import { isOwnWindow } from './sender.ts';
import type { Caller } from './sender.ts';

/** The one channel that carries every call from the window to main. */
const callChannel = 'galley:call';

/** Answers the window's calls; a call from anywhere but the top frame of `window` is refused unread. */
export function answerCalls(
  ipc: IpcMain,
  handlers: Handlers,
  window: () => BrowserWindow | undefined,
  log: Log,
): void {
  const dispatch = createDispatcher(handlers, log);
  ipc.handle(callChannel, async (event, name: unknown, args: unknown) => {
    const caller: Caller = { frame: event.senderFrame, contentsId: event.sender.id };
    if (!isOwnWindow(caller, window()?.webContents.id)) {
      log.warn('Refused a call from another frame');
      return err('refused', 'Galley takes requests from its own window alone.');
    }
    return dispatch(name, args);
  });
}
