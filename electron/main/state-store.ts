import { ipcMain } from 'electron';
import ElectronStore from 'electron-store';
import type { AppState } from './app-state.ts';
import type { StateStore } from './settings.ts';

/** The name of the settings file in the app's data folder, without `.json`. */
export const settingsName = 'settings';

/** The state as a JSON file, `settings.json` in the app's data folder. Opening it never throws; using it may. */
export function openStateStore(): StateStore {
  let store: ElectronStore | undefined;
  const opened = (): ElectronStore => {
    store ??= new ElectronStore({ name: settingsName, accessPropertiesByDotNotation: false });
    // electron-store offers any page the path of the data folder over a channel of its own.
    ipcMain.removeAllListeners('electron-store-get-data');
    return store;
  };
  return {
    read: () => opened().store,
    write: (state: AppState) => {
      opened().store = { ...state };
    },
  };
}
