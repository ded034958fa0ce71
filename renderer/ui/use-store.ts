import { useStore as useZustand } from 'zustand';

/** What the hook needs of a store: to read it and to hear of changes. */
export interface Readable<T> {
  readonly getState: () => T;
  readonly getInitialState: () => T;
  readonly subscribe: (listener: (state: T, previous: T) => void) => () => void;
}

/** A part of a store's state; the component is drawn again when that part becomes another value. */
export function useStore<T, Part>(store: Readable<T>, select: (state: T) => Part): Part {
  return useZustand(store, select);
}
