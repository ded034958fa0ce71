import { appOrigin } from '../../core/ipc/media-url.ts';

/** The part of Electron's `WebFrameMain` that tells who calls. */
interface CallerFrame {
  readonly origin: string;
  readonly parent: CallerFrame | null;
}

/** Who sent a call: the frame (null when it is gone) and the id of its web contents. */
export interface Caller {
  readonly frame: CallerFrame | null;
  readonly contentsId: number;
}

/** Whether a call comes from the top frame of Galley's own window, at Galley's own origin. */
export function isOwnWindow(caller: Caller, windowContentsId: number | undefined): boolean {
  if (windowContentsId === undefined || caller.contentsId !== windowContentsId) return false;
  // Node's URL gives "null" as the origin of custom schemes, so the frame's own string is compared.
  return caller.frame !== null && caller.frame.parent === null && caller.frame.origin === appOrigin;
}
