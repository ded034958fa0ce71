import { createStore } from 'zustand/vanilla';
import { readSide } from './read-store.ts';
import type { ReadStore } from './read-store.ts';
import type { SettingsStore } from './settings.ts';

/** `wide`: all panes fit; `medium`: details lie over the page; `narrow`: posts lie over the editor, too. */
export type WindowWidth = 'wide' | 'medium' | 'narrow';
export type SidePanel = 'posts' | 'details';

/** How the details are shown: as a form, or as the file's own text. */
export type DetailsTab = 'form' | 'raw';

export interface LayoutState {
  readonly width: WindowWidth;
  /** The panel that lies over the others, when the window has no room beside them. */
  readonly overlay: SidePanel | undefined;
  readonly detailsTab: DetailsTab;
}

export interface LayoutStore extends ReadStore<LayoutState> {
  readonly setWidth: (width: WindowWidth) => void;
  readonly toggle: (panel: SidePanel) => void;
  readonly show: (panel: SidePanel) => void;
  readonly closeOverlay: () => void;
  readonly setDetailsTab: (tab: DetailsTab) => void;
}

/** Whether a panel has no place of its own at this width. */
export function floats(panel: SidePanel, width: WindowWidth): boolean {
  return width === 'narrow' || (width === 'medium' && panel === 'details');
}

/** Which panels are in view. Beside the others: remembered in the settings; over them: only for now. */
export function createLayoutStore(settings: SettingsStore): LayoutStore {
  const store = createStore<LayoutState>(() => ({
    width: 'wide',
    overlay: undefined,
    detailsTab: 'form',
  }));
  const key = (panel: SidePanel): 'showPosts' | 'showDetails' =>
    panel === 'posts' ? 'showPosts' : 'showDetails';
  const set = (panel: SidePanel, shown: boolean): void => {
    if (floats(panel, store.getState().width)) store.setState({ overlay: shown ? panel : undefined });
    else settings.update({ [key(panel)]: shown });
  };
  const isShown = (panel: SidePanel): boolean =>
    panelShown(panel, store.getState(), settings.getState()[key(panel)]);
  return {
    ...readSide(store),
    setWidth: (width) => {
      if (width !== store.getState().width) store.setState({ width, overlay: undefined });
    },
    toggle: (panel) => set(panel, !isShown(panel)),
    show: (panel) => {
      if (!isShown(panel)) set(panel, true);
    },
    closeOverlay: () => store.setState({ overlay: undefined }),
    setDetailsTab: (detailsTab) => store.setState({ detailsTab }),
  };
}

/** Whether `panel` is in view; `wanted` is what the settings say. */
export function panelShown(panel: SidePanel, layout: LayoutState, wanted: boolean): boolean {
  return floats(panel, layout.width) ? layout.overlay === panel : wanted;
}
