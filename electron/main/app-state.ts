import path from 'node:path';
import * as v from 'valibot';
import { appSettingsPatch, postId } from '../../core/ipc/schemas.ts';
import type { AppSettings } from '../../core/ipc/types.ts';
import type { PostId } from '../../core/post/types.ts';
import type { WindowPlace } from './window-bounds.ts';

/** A library that was open on this machine. */
interface KnownLibrary {
  /** Absolute path of its folder. */
  readonly path: string;
  /** The post that was last shown. */
  readonly post: PostId | undefined;
}

/** Everything that this machine remembers between two starts. */
export interface AppState {
  readonly settings: AppSettings;
  readonly window: WindowPlace | undefined;
  /** Newest first, at most `maxRecent`; the first is the one to open at the next start. */
  readonly libraries: readonly KnownLibrary[];
  /** Absolute path of the folder that was last exported to. */
  readonly exportFolder: string | undefined;
}

export const maxRecent = 12;

const defaultSettings: AppSettings = {
  theme: 'system',
  viewMode: 'split',
  divider: 0.5,
  showPosts: true,
  showDetails: true,
  editorFontSize: 16,
  editorFont: 'quattro',
};

const finite = v.pipe(v.number(), v.finite());
const windowPlace = v.object({
  bounds: v.object({ x: finite, y: finite, width: finite, height: finite }),
  maximised: v.boolean(),
});
const absolutePath = v.pipe(
  v.string(),
  v.check((value) => path.isAbsolute(value)),
);
const knownLibrary = v.object({ path: absolutePath, post: v.optional(postId) });

/** Reads what a settings file held. Whatever is missing or wrong becomes its default; nothing throws. */
export function readAppState(raw: unknown): AppState {
  const record = isRecord(raw) ? raw : {};
  return {
    settings: readSettings(record['settings']),
    window: optional(windowPlace, record['window']),
    libraries: readLibraries(record['libraries']),
    exportFolder: optional(absolutePath, record['exportFolder']),
  };
}

function readSettings(raw: unknown): AppSettings {
  const record = isRecord(raw) ? raw : {};
  const good = Object.entries(appSettingsPatch.entries).flatMap(([key, schema]) => {
    const value = optional(schema, record[key]);
    return value === undefined ? [] : [[key, value] as const];
  });
  return { ...defaultSettings, ...Object.fromEntries(good) };
}

function readLibraries(raw: unknown): readonly KnownLibrary[] {
  const items: readonly unknown[] = Array.isArray(raw) ? raw : [];
  const known = items.flatMap((item): readonly KnownLibrary[] => {
    const whole = v.safeParse(knownLibrary, item);
    if (whole.success) return [{ path: whole.output.path, post: whole.output.post }];
    const folder = optional(absolutePath, isRecord(item) ? item['path'] : undefined);
    return folder === undefined ? [] : [{ path: folder, post: undefined }];
  });
  const isFirst = (library: KnownLibrary, at: number): boolean =>
    known.findIndex((other) => other.path === library.path) === at;
  return known.filter(isFirst).slice(0, maxRecent);
}

/** Puts a library first among the known ones. Its last post is kept. */
export function rememberLibrary(state: AppState, folder: string): AppState {
  const known = state.libraries.find((library) => library.path === folder);
  const others = state.libraries.filter((library) => library.path !== folder);
  const first = known ?? { path: folder, post: undefined };
  return { ...state, libraries: [first, ...others].slice(0, maxRecent) };
}

/** Notes which post of a known library is shown; undefined when none is. */
export function rememberPost(state: AppState, folder: string, post: PostId | undefined): AppState {
  const libraries = state.libraries.map((library) =>
    library.path === folder ? { ...library, post } : library,
  );
  return { ...state, libraries };
}

function optional<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
): v.InferOutput<Schema> | undefined {
  const parsed = v.safeParse(schema, value);
  return parsed.success ? parsed.output : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
