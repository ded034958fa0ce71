import { readAppState } from './app-state.ts';
import type { AppState } from './app-state.ts';

const writeDelayMs = 500;

/** Where the state is kept between two starts; both may throw. */
export interface StateStore {
  readonly read: () => unknown;
  readonly write: (state: AppState) => void;
}

/** This machine's state in memory, written a moment after each change. */
export interface Settings {
  /** One sentence when the settings file was bad. */
  readonly notice: string | undefined;
  readonly state: () => AppState;
  /** Replaces the state by what `change` makes of it and tells the listeners. */
  readonly change: (change: (state: AppState) => AppState) => void;
  readonly subscribe: (listener: (state: AppState, before: AppState) => void) => () => void;
  /** Writes at once what is still waiting. */
  readonly flush: () => void;
}

/** Settings over a store; one that cannot be read or written leaves them in memory. */
export function createSettings(
  store: StateStore,
  notice: string | undefined,
  onTrouble: (message: string, error: unknown) => void,
): Settings {
  const listeners = new Set<(state: AppState, before: AppState) => void>();
  let timer: NodeJS.Timeout | undefined;
  let current = readAppState(attempt(() => store.read(), onTrouble));
  const write = (): void => {
    timer = undefined;
    attempt(() => store.write(current), onTrouble);
  };
  return {
    notice,
    state: () => current,
    change: (change) => {
      const before = current;
      current = change(before);
      if (current === before) return;
      timer ??= setTimeout(write, writeDelayMs);
      for (const listener of listeners) listener(current, before);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    flush: () => {
      if (timer === undefined) return;
      clearTimeout(timer);
      write();
    },
  };
}

function attempt<T>(action: () => T, onTrouble: (message: string, error: unknown) => void): T | undefined {
  try {
    return action();
  } catch (error) {
    onTrouble('The settings could not be read or written', error);
    return undefined;
  }
}
