import { ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import type { TextEdit } from '../base/text-edit.ts';
import { insertItem, removeKey, setKey, thenEdit } from './data-document.ts';
import type { DataDocument, DataPath, DataValue, SetOptions } from './types.ts';
import { equalValues, findNode, plainValue, toPlain } from './values.ts';

/** Beyond this many characters times items, a list is written anew: every single change reads the text again. */
const maxEffort = 300_000;
/** So few items are always changed one by one. */
const alwaysSingly = 8;

type Change = (document: DataDocument) => Result<readonly TextEdit[]>;

/** Makes several changes, each on the outcome of the one before; the edits are joined. */
export function inSequence(document: DataDocument, changes: readonly Change[]): Result<readonly TextEdit[]> {
  let result: Result<readonly TextEdit[]> = ok([]);
  for (const change of changes) {
    if (!result.ok) return result;
    result = thenEdit(document, result.value, change);
  }
  return result;
}

/**
 * Sets the list at `path` so that items which stay keep their bytes (quotes, comments): only the
 * items between the common beginning and the common end are replaced (all of a very long list, when
 * most of it changes). An empty list removes the key.
 */
export function setList(
  document: DataDocument,
  path: DataPath,
  items: readonly DataValue[],
  options: SetOptions = {},
): Result<readonly TextEdit[]> {
  const node = findNode(document.root, path);
  if (items.length === 0) return removeKey(document, path);
  if (node?.kind !== 'list' || node.items.length === 0) return setKey(document, path, items, options);
  const same = (left: number, right: number): boolean => {
    const old = node.items[left];
    const item = items[right];
    return old !== undefined && item !== undefined && equalValues(plainValue(old), toPlain(item));
  };
  const shorter = Math.min(node.items.length, items.length);
  let head = 0;
  while (head < shorter && same(head, head)) head += 1;
  let tail = 0;
  while (tail < shorter - head && same(node.items.length - 1 - tail, items.length - 1 - tail)) tail += 1;
  const oldEnd = node.items.length - tail;
  const newEnd = items.length - tail;
  const count = Math.max(oldEnd, newEnd) - head;
  if (count > alwaysSingly && count * document.text.length > maxEffort) {
    return setKey(document, path, items, options);
  }
  const changes: Change[] = [];
  for (let at = head; at < Math.min(oldEnd, newEnd); at += 1) {
    changes.push((next) => setKey(next, [...path, at], items[at] ?? ''));
  }
  for (let at = oldEnd; at < newEnd; at += 1)
    changes.push((next) => insertItem(next, path, at, items[at] ?? ''));
  for (let at = oldEnd - 1; at >= newEnd; at -= 1) changes.push((next) => removeKey(next, [...path, at]));
  return inSequence(document, changes);
}
