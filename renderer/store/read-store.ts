import type { StoreApi } from 'zustand/vanilla';

/** A store as others see it: they read and subscribe, only its own actions change it. */
export type ReadStore<T> = Pick<StoreApi<T>, 'getState' | 'getInitialState' | 'subscribe'>;

/** The reading side of a store, to be spread into the object that also holds its actions. */
export function readSide<T>(store: StoreApi<T>): ReadStore<T> {
  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
  };
}
