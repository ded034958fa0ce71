import type { ReactNode } from 'react';
import type { AppSettings } from '../../core/ipc/types.ts';
import type { SettingsStore } from '../store/settings.ts';
import { Button } from '../ui/button.tsx';
import { ChoiceField } from '../ui/choice-field.tsx';
import { ModalDialog } from '../ui/dialog.tsx';
import { useStore } from '../ui/use-store.ts';
import './settings.css';

export interface SettingsDialogProps {
  readonly settings: SettingsStore;
  readonly appVersion: string;
  readonly onClose: () => void;
}

const themes = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;

const fonts = [
  { value: 'quattro', label: 'iA Writer Quattro' },
  { value: 'inter', label: 'Inter' },
  { value: 'system-mono', label: 'The system’s monospace' },
] as const;

const sizes = Array.from({ length: 17 }, (_, at) => ({ value: String(12 + at), label: `${12 + at} px` }));

const fontClasses: Record<AppSettings['editorFont'], string> = {
  quattro: 'sample-quattro',
  inter: 'sample-inter',
  'system-mono': 'sample-mono',
};

/** The settings of this machine. Each takes effect as it is chosen. */
export function SettingsDialog({ settings, appVersion, onClose }: SettingsDialogProps): ReactNode {
  const current = useStore(settings, (state) => state);
  return (
    <ModalDialog
      title="Settings"
      size="small"
      onClose={onClose}
      actions={
        <>
          <span className="settings-version">Galley {appVersion}</span>
          <Button look="solid" onPress={onClose}>
            Done
          </Button>
        </>
      }
    >
      <div className="settings-form">
        <ChoiceField
          label="Theme"
          choices={themes}
          value={current.theme}
          onChange={(theme) => settings.update({ theme })}
        />
        <ChoiceField
          label="Writing in"
          choices={fonts}
          value={current.editorFont}
          onChange={(editorFont) => settings.update({ editorFont })}
        />
        <ChoiceField
          label="Text size"
          choices={sizes}
          value={String(current.editorFontSize)}
          onChange={(size) => settings.update({ editorFontSize: Number(size) })}
        />
        <p
          className={`settings-sample ${fontClasses[current.editorFont]}`}
          style={{ fontSize: current.editorFontSize }}
          aria-hidden="true"
        >
          Nobody on the bridge touches the wheel.
        </p>
      </div>
    </ModalDialog>
  );
}
