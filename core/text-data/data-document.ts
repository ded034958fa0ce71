import { err, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import { applyEdits } from '../base/text-edit.ts';
import type { TextEdit } from '../base/text-edit.ts';
import { composeEdits } from './compose-edits.ts';
import { checkLimits } from './limits.ts';
import { TomlEditor } from './toml-edit.ts';
import { readToml } from './toml-read.ts';
import type {
  BooleanRules,
  DataDocument,
  DataFormat,
  DataPath,
  DataValue,
  PlainValue,
  SetOptions,
} from './types.ts';
import { equalValues, expectRemoved, expectSet, findNode, plainValue, toPlain } from './values.ts';
import { YamlEditor } from './yaml-edit.ts';
import type { Splice } from './yaml-edit.ts';
import { readYaml } from './yaml-read.ts';

/**
 * Reads a YAML or TOML text (LF line ends) with positions. Never throws: a text over the limits or
 * in error gives problems and whatever could be known.
 */
export function readData(text: string, format: DataFormat, booleans: BooleanRules = 'core'): DataDocument {
  const excess = checkLimits(text, format);
  if (excess !== undefined) {
    const root = { kind: 'map', entries: [], from: 0, to: text.length } as const;
    return { format, booleans, text, root, problems: [excess] };
  }
  const { root, problems } = format === 'yaml' ? readYaml(text, booleans) : readToml(text);
  return { format, booleans, text, root, problems };
}

/**
 * The edits that set the value at `path`; missing maps on the way are made, and an index equal to a
 * list's length appends. Failures: `malformed-data`, `edit-refused`.
 */
export function setKey(
  document: DataDocument,
  path: DataPath,
  value: DataValue,
  options: SetOptions = {},
): Result<readonly TextEdit[]> {
  const old = findNode(document.root, path);
  const expected = expectSet(document, path, value);
  if (old !== undefined && document.problems.length === 0 && equalValues(plainValue(old), toPlain(value))) {
    return ok([]);
  }
  const direct = checked(document, expected, (editor) => editor.set(path, value, options));
  if (direct.ok || old === undefined || document.problems.length > 0) return direct;
  const removed = checked(document, expectRemoved(plainValue(document.root), path), (editor) =>
    editor.remove(path),
  );
  if (!removed.ok) return removed;
  return thenEdit(document, removed.value, (next) =>
    checked(next, expected, (editor) => editor.set(path, value, options)),
  );
}

/**
 * The edits that remove `path`; a map or list that would be left empty goes with it. Nothing at
 * `path` is no edit. Failures: `malformed-data`, `edit-refused`.
 */
export function removeKey(document: DataDocument, path: DataPath): Result<readonly TextEdit[]> {
  if (findNode(document.root, path) === undefined)
    return document.problems.length > 0 ? malformed(document) : ok([]);
  const whole = wholePath(document, path);
  return checked(document, expectRemoved(plainValue(document.root), whole), (editor) => editor.remove(whole));
}

/** The edits that put an item before position `index` of the list at `path`. */
export function insertItem(
  document: DataDocument,
  path: DataPath,
  index: number,
  value: DataValue,
): Result<readonly TextEdit[]> {
  const list = findNode(document.root, path);
  const items = list?.kind === 'list' ? [...list.items.map(plainValue)] : [];
  items.splice(index, 0, toPlain(value));
  const expected = replaced(document, path, items);
  return checked(document, expected, (editor) => editor.insertItem(path, index, value));
}

/** The edits that make the map at `path` the only item of a list, every byte of it kept. */
export function wrapInList(document: DataDocument, path: DataPath): Result<readonly TextEdit[]> {
  const map = findNode(document.root, path);
  const expected = replaced(document, path, map === undefined ? [] : [plainValue(map)]);
  return checked(document, expected, (editor) => editor.wrapInList(path));
}

/** Runs a further change on the text that `edits` make, and joins both into edits of this text. */
export function thenEdit(
  document: DataDocument,
  edits: readonly TextEdit[],
  change: (next: DataDocument) => Result<readonly TextEdit[]>,
): Result<readonly TextEdit[]> {
  const next = readData(applyEdits(document.text, edits), document.format, document.booleans);
  const more = change(next);
  return more.ok ? ok(composeEdits(document.text.length, edits, more.value)) : more;
}

function replaced(document: DataDocument, path: DataPath, value: PlainValue): PlainValue {
  return expectSet(document, path, value);
}

/** The path of the outermost collection that has nothing but what `path` names. */
function wholePath(document: DataDocument, path: DataPath): DataPath {
  if (path.length < 2) return path;
  const parent = findNode(document.root, path.slice(0, -1));
  const size =
    parent?.kind === 'map' ? parent.entries.length : parent?.kind === 'list' ? parent.items.length : 0;
  return size === 1 ? wholePath(document, path.slice(0, -1)) : path;
}

type Editor = YamlEditor | TomlEditor;

/** Splices, reads the outcome again, and lets only the intended change through. */
function checked(
  document: DataDocument,
  expected: PlainValue,
  splice: (editor: Editor) => Splice,
): Result<readonly TextEdit[]> {
  if (document.problems.length > 0) return malformed(document);
  const { text, format, booleans } = document;
  const edits = splice(format === 'yaml' ? new YamlEditor(text, booleans) : new TomlEditor(text));
  if (edits === undefined) return refused();
  const outcome = readData(applyEdits(text, edits), format, booleans);
  if (outcome.problems.length > 0 || !equalValues(plainValue(outcome.root), expected)) return refused();
  return ok(edits);
}

function malformed(document: DataDocument): Result<never> {
  const problem = document.problems[0];
  return err('malformed-data', problem?.message ?? 'The text could not be read.', problem?.remedy);
}

function refused(): Result<never> {
  return err(
    'edit-refused',
    'This change could not be made without touching something else, so nothing was changed.',
    'Edit the text by hand.',
  );
}
