import type { EventName, EventPayload } from '../../core/ipc/contract.ts';

/** The one channel that carries every event from main to the window. */
export const eventChannel = 'galley:event';

/** The part of a window's web contents that events need. */
export interface EventTarget {
  readonly isDestroyed: () => boolean;
  readonly send: (channel: string, ...args: readonly unknown[]) => void;
}

/** Sends events to the window. */
export interface Events {
  /** Sends now; lost when there is no window that listens. */
  readonly send: <Name extends EventName>(name: Name, payload: EventPayload<Name>) => void;
  /** Like `send`, but kept until a window listens: for what a person must not miss. */
  readonly sendOrKeep: <Name extends EventName>(name: Name, payload: EventPayload<Name>) => void;
  /** Whether the window's own script has started and hears events. */
  readonly isListening: () => boolean;
  /** The window's script has started; what was kept is sent. */
  readonly listen: () => void;
  /** The window is gone or loads anew. */
  readonly silence: () => void;
}

/** Events to the web contents that `target` answers at that time. */
export function createEvents(target: () => EventTarget | undefined): Events {
  let listening = false;
  let kept: (() => void)[] = [];
  const send = <Name extends EventName>(name: Name, payload: EventPayload<Name>): void => {
    const contents = target();
    if (!listening || contents === undefined || contents.isDestroyed()) return;
    contents.send(eventChannel, name, payload);
  };
  return {
    send,
    sendOrKeep: (name, payload) => {
      if (listening) send(name, payload);
      else kept.push(() => send(name, payload));
    },
    isListening: () => listening,
    listen: () => {
      listening = true;
      const waiting = kept;
      kept = [];
      for (const deliver of waiting) deliver();
    },
    silence: () => {
      listening = false;
    },
  };
}
