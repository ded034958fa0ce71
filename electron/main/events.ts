import type { EventName, EventPayload } from '../../core/ipc/contract.ts';

/** The one channel that carries every event from main to the window. */
const eventChannel = 'galley:event';

/** The part of a window's web contents that events need. */
export interface EventTarget {
  readonly isDestroyed: () => boolean;
  readonly send: (channel: string, ...args: readonly unknown[]) => void;
}

/** Sends events to the window. */
export interface Events {
  /** Sends now; lost while nobody listens. */
  readonly send: <Name extends EventName>(name: Name, payload: EventPayload<Name>) => void;
  /** Like `send`, but kept until a window listens: for what a person must not miss. */
  readonly sendOrKeep: <Name extends EventName>(name: Name, payload: EventPayload<Name>) => void;
  /** Whether the window's own script has started and hears events. */
  readonly isListening: () => boolean;
  /** The window is about to be told how things are: what changes from now on is kept for it. */
  readonly prepare: () => void;
  /** The window listens; what was kept is sent. */
  readonly listen: () => void;
  /** The window is gone or loads anew. */
  readonly silence: () => void;
}

/** Events to the web contents that `target` answers at that time. */
export function createEvents(target: () => EventTarget | undefined): Events {
  let state: 'silent' | 'prepared' | 'listening' = 'silent';
  let kept: (() => void)[] = [];
  const deliver = (name: EventName, payload: unknown): void => {
    const contents = target();
    if (contents !== undefined && !contents.isDestroyed()) contents.send(eventChannel, name, payload);
  };
  const keep = (name: EventName, payload: unknown): void => {
    kept = [...kept, () => deliver(name, payload)];
  };
  return {
    send: (name, payload) => {
      if (state === 'listening') deliver(name, payload);
      else if (state === 'prepared') keep(name, payload);
    },
    sendOrKeep: (name, payload) => {
      if (state === 'listening') deliver(name, payload);
      else keep(name, payload);
    },
    isListening: () => state === 'listening',
    prepare: () => {
      if (state === 'silent') state = 'prepared';
    },
    listen: () => {
      state = 'listening';
      const waiting = kept;
      kept = [];
      for (const send of waiting) send();
    },
    silence: () => {
      state = 'silent';
    },
  };
}
