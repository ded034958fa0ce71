import { ok } from '../../../core/base/result.ts';
import type { AppSettings } from '../../../core/ipc/types.ts';
import type { Handlers } from '../ipc-types.ts';
import type { Settings } from '../settings.ts';

/** Answers `settings.update`. Whoever depends on a setting listens to `settings`. */
export function settingsHandlers(settings: Settings): Pick<Handlers, 'settings.update'> {
  return {
    'settings.update': (patch) => {
      const named = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
      settings.change((state) => ({
        ...state,
        settings: { ...state.settings, ...(named as Partial<AppSettings>) },
      }));
      return Promise.resolve(ok(settings.state().settings));
    },
  };
}
