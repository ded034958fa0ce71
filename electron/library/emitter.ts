/** Tells any number of listeners what happened. */
export interface Emitter<Event> {
  readonly emit: (event: Event) => void;
  /** Calls back at every event from now on; the answer stops that. */
  readonly subscribe: (listener: (event: Event) => void) => () => void;
}

/** An emitter without listeners. */
export function createEmitter<Event>(): Emitter<Event> {
  const listeners = new Set<(event: Event) => void>();
  return {
    emit: (event) => {
      for (const listener of [...listeners]) listener(event);
    },
    subscribe: (listener) => {
      // A function of its own, so that the same listener may be given twice.
      const own = (event: Event): void => listener(event);
      listeners.add(own);
      return () => listeners.delete(own);
    },
  };
}
