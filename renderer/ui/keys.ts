/** What is needed of a keyboard event to recognise keys. */
export interface PressedKeys {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** Keys of a command (Electron's spelling, `CmdOrCtrl+Shift+F`) as people read them: `Ctrl+Shift+F`, `⇧⌘F`. */
export function showKeys(keys: string, mac: boolean): string {
  const parts = keys.split('+');
  if (!mac) return parts.map((part) => (part === 'CmdOrCtrl' ? 'Ctrl' : part)).join('+');
  const order = ['Alt', 'Shift', 'CmdOrCtrl'];
  const signs: Record<string, string> = { Alt: '⌥', Shift: '⇧', CmdOrCtrl: '⌘' };
  const held = order.filter((part) => parts.includes(part)).map((part) => signs[part] ?? part);
  return [...held, parts.at(-1) ?? ''].join('');
}

/** Whether exactly these keys are pressed. Digits are known by their place, so every layout has them. */
export function matchesKeys(event: PressedKeys, keys: string, mac: boolean): boolean {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const command = parts.includes('CmdOrCtrl');
  return (
    (mac ? event.metaKey : event.ctrlKey) === command &&
    (mac ? event.ctrlKey : event.metaKey) === false &&
    event.altKey === parts.includes('Alt') &&
    event.shiftKey === parts.includes('Shift') &&
    (event.key.toLowerCase() === key.toLowerCase() || (/^\d$/.test(key) && event.code === `Digit${key}`))
  );
}
