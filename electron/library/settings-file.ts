import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { applyEdits } from '../../core/base/text-edit.ts';
import { err, ok, type Result } from '../../core/base/result.ts';
import { encodePost, decodePost } from '../../core/post/bytes.ts';
import { joinLineEnds, mapLineEnds, splitLineEnds } from '../../core/post/line-ends.ts';
import { editSettings } from '../../core/library/edit-settings.ts';
import { readSettings } from '../../core/library/read-settings.ts';
import type { LibrarySettings, SettingsEdit, SettingsProblem } from '../../core/library/types.ts';
import { decodeUtf8 } from './decode.ts';
import { errorCode } from './disk.ts';
import { failureOf } from './disk-failure.ts';
import { versionOf } from './file-version.ts';
import { settingsName } from './find-library-root.ts';
import { announce, type LibraryCore } from './library-core.ts';
import { leadsInside } from './post-paths.ts';
import { saveFile, type Expected } from './safe-save.ts';

/** A library's settings as its galley.yaml has them; without one, all are empty. */
export interface ReadSettings {
  readonly settings: LibrarySettings;
  readonly problems: readonly SettingsProblem[];
}

interface SettingsText {
  readonly text: string;
  readonly bom: boolean;
  readonly expected: Expected;
}

const largest = 1024 * 1024;

async function readText(root: string): Promise<Result<SettingsText>> {
  const file = path.join(root, settingsName);
  try {
    if (!(await leadsInside(root, file))) {
      return err(
        'outside-library',
        'galley.yaml is a link that leads out of the library, so it is not read.',
      );
    }
    const bytes = await readFile(file);
    const decoded = bytes.length > largest ? undefined : decodePost(bytes, decodeUtf8);
    if (decoded?.ok !== true) {
      return err('unreadable', 'galley.yaml is not UTF-8 text, so it is not used.', 'Save it as UTF-8.');
    }
    return ok({ ...decoded.value, expected: { kind: 'version', version: versionOf(bytes) } });
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return ok({ text: '', bom: false, expected: { kind: 'absent' } });
    return failureOf(error);
  }
}

/** Reads galley.yaml of the library at `root` (absolute, without symlinks); what is wrong becomes a problem. */
export async function readSettingsFile(root: string): Promise<ReadSettings> {
  const read = await readText(root);
  if (read.ok) return readSettings(splitLineEnds(read.value.text).text);
  const { code, message, remedy } = read.failure;
  return { ...readSettings(''), problems: [{ code, message, remedy, line: 1 }] };
}

function edited(text: string, edits: readonly SettingsEdit[]): Result<string> {
  let { text: lf, lineEnds } = splitLineEnds(text);
  for (const edit of edits) {
    const changes = editSettings(lf, edit);
    if (!changes.ok) return changes;
    lineEnds = mapLineEnds(lineEnds, changes.value, lf);
    lf = applyEdits(lf, changes.value);
  }
  return ok(joinLineEnds(lf, lineEnds));
}

async function editOnce(root: string, edits: readonly SettingsEdit[]): Promise<Result<void>> {
  const read = await readText(root);
  if (!read.ok) return read;
  const { text, bom, expected } = read.value;
  const next = edited(text, edits);
  if (!next.ok) return next;
  if (next.value === text) return ok(undefined);
  const bytes = encodePost(next.value, bom);
  const saved = await saveFile({ path: path.join(root, settingsName), bytes, expected });
  return saved.ok ? ok(undefined) : saved;
}

/** Reads galley.yaml again and tells the window if it says something else. */
export async function reloadSettings(core: LibraryCore): Promise<void> {
  const { settings, problems } = await readSettingsFile(core.root);
  const { state } = core;
  const same =
    JSON.stringify([settings, problems]) === JSON.stringify([state.settings, state.settingsProblems]);
  if (same) return;
  state.settings = settings;
  state.settingsProblems = problems;
  announce(core, { settings, settingsProblems: problems });
}

/**
 * Changes galley.yaml, making it if need be, and keeps every other byte of it. If another program wrote
 * it meanwhile, the edits are made once more on what it wrote.
 */
export function editSettingsFile(
  core: LibraryCore,
  edits: readonly SettingsEdit[],
): Promise<Result<LibrarySettings>> {
  return core.inOrder.run(settingsName, async () => {
    const first = await editOnce(core.root, edits);
    const again = !first.ok && (first.failure.code === 'conflict' || first.failure.code === 'exists');
    const result = again ? await editOnce(core.root, edits) : first;
    await reloadSettings(core);
    return result.ok ? ok(core.state.settings) : result;
  });
}
