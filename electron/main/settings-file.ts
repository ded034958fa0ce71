import { readFileSync, renameSync } from 'node:fs';

/** What stood in the way of a settings file, in words for the person; undefined when nothing did. */
export type SettingsTrouble = string | undefined;

/**
 * Sets a settings file aside that is not a JSON object, so that it is neither lost nor in the way. `suffix` becomes
 * part of its new name. A missing file is no trouble.
 */
export function setAsideBadSettings(file: string, suffix: string): SettingsTrouble {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    return isMissing(error) ? undefined : unreadable;
  }
  if (isJsonObject(text)) return undefined;
  try {
    renameSync(file, `${file}.${suffix}.bad`);
    return 'The settings file could not be read. It was set aside and Galley started with its own settings.';
  } catch {
    return unreadable;
  }
}

const unreadable =
  'The settings file could not be read. Galley started with its own settings and cannot keep changes to them.';

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
