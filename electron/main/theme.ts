import type { BrowserWindow, NativeTheme } from 'electron';
import type { Settings } from './settings.ts';

const paper = { light: '#fdfcf9', dark: '#1d1c1a' } as const;

/** The colour behind the window's page, so that nothing flashes before it is drawn. */
export function paperColour(nativeTheme: NativeTheme): string {
  return nativeTheme.shouldUseDarkColors ? paper.dark : paper.light;
}

/** Makes the app follow the theme of the settings, now and whenever it or the system's theme changes. */
export function followTheme(
  nativeTheme: NativeTheme,
  settings: Settings,
  window: () => BrowserWindow | undefined,
): void {
  nativeTheme.themeSource = settings.state().settings.theme;
  settings.subscribe((state) => {
    if (nativeTheme.themeSource !== state.settings.theme) nativeTheme.themeSource = state.settings.theme;
  });
  nativeTheme.on('updated', () => window()?.setBackgroundColor(paperColour(nativeTheme)));
}
