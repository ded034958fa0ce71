import { createStore } from 'zustand/vanilla';
import type { CallArgs, GalleyApi } from '../../core/ipc/contract.ts';
import type { AppSettings } from '../../core/ipc/types.ts';
import { readSide } from './read-store.ts';
import type { ReadStore } from './read-store.ts';

type SettingsPatch = CallArgs<'settings.update'>;

export interface SettingsStore extends ReadStore<AppSettings> {
  /** Takes effect in the window at once and is then kept by main. */
  readonly update: (patch: SettingsPatch) => void;
}

/** The settings of this machine. What main answers wins, unless something newer was set meanwhile. */
export function createSettingsStore(bridge: GalleyApi, initial: AppSettings): SettingsStore {
  const store = createStore<AppSettings>(() => initial);
  let latest = 0;
  const update = async (patch: SettingsPatch): Promise<void> => {
    const mine = (latest += 1);
    store.setState(patch);
    const answer = await bridge.call('settings.update', patch);
    if (answer.ok && mine === latest) store.setState(answer.value);
  };
  return { ...readSide(store), update: (patch) => void update(patch) };
}
