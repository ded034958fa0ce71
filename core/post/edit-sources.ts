import { ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import type { TextEdit } from '../base/text-edit.ts';
import type { SourceRecord } from '../source/types.ts';
import { insertItem, removeKey, setKey, wrapInList } from '../text-data/data-document.ts';
import { inSequence } from '../text-data/list-edit.ts';
import type { DataDocument, DataNode, DataPath, DataValue } from '../text-data/types.ts';
import { dataMap } from '../text-data/values.ts';
import { parsePostDate } from './dates.ts';
import type { DialectRules } from './dialects/rules.ts';
import { locate } from './meta-fields.ts';
import { readSource } from './read-source.ts';

type Edits = Result<readonly TextEdit[]>;
type Change = (document: DataDocument) => Edits;

const fields = ['title', 'author', 'site', 'url', 'accessed', 'relation'] as const;

/**
 * Sets the cited works. Works that stay keep their bytes, changed ones change field by field (keys
 * that Galley does not know stay), and one mapping becomes a list when a second work joins it.
 */
export function editSources(
  document: DataDocument,
  rules: DialectRules,
  sources: readonly SourceRecord[],
): Edits {
  const place = locate(document.root, rules, 'sources');
  const [first, ...rest] = sources;
  if (first === undefined) return place === undefined ? ok([]) : removeKey(document, place.path);
  const single = rest.length === 0;
  if (place === undefined || place.node.kind === 'scalar') {
    if (single && place !== undefined && isUnchanged(place.node, first)) return ok([]);
    const value = single ? sourceValue(first) : sources.map(sourceValue);
    return setKey(document, place?.path ?? rules.own.sources, value, { order: rules.order });
  }
  const { path, node } = place;
  if (node.kind === 'list') return editList(document, path, node.items, sources);
  if (single) return editOne(document, path, node, first);
  return inSequence(document, [
    (next) => wrapInList(next, path),
    (next) => editList(next, path, [node], sources),
  ]);
}

function editList(
  document: DataDocument,
  path: DataPath,
  items: readonly DataNode[],
  sources: readonly SourceRecord[],
): Edits {
  const shorter = Math.min(items.length, sources.length);
  const same = (item: DataNode | undefined, source: SourceRecord | undefined): boolean =>
    item !== undefined && source !== undefined && isUnchanged(item, source);
  let head = 0;
  while (head < shorter && same(items[head], sources[head])) head += 1;
  let tail = 0;
  while (tail < shorter - head && same(items.at(-1 - tail), sources.at(-1 - tail))) tail += 1;
  const oldEnd = items.length - tail;
  const middle = sources.slice(head, sources.length - tail);
  const changes = middle.map((source, index): Change => {
    const at = head + index;
    const item = items[at];
    if (at < oldEnd && item !== undefined) return (next) => editOne(next, [...path, at], item, source);
    return (next) => insertItem(next, path, at, sourceValue(source));
  });
  for (let at = oldEnd - 1; at >= head + middle.length; at -= 1) {
    changes.push((next) => removeKey(next, [...path, at]));
  }
  return inSequence(document, changes);
}

function editOne(document: DataDocument, path: DataPath, node: DataNode, source: SourceRecord): Edits {
  if (node.kind !== 'map') return setKey(document, path, sourceValue(source));
  const old = readSource(node);
  const changes = fields
    .filter((field) => old?.[field] !== source[field])
    .map((field): Change => {
      const value = source[field];
      if (value === undefined) return (next) => removeKey(next, [...path, field]);
      return (next) => setKey(next, [...path, field], fieldValue(field, value), { order: fields });
    });
  return inSequence(document, changes);
}

function isUnchanged(node: DataNode, source: SourceRecord): boolean {
  const old = readSource(node);
  return old !== undefined && fields.every((field) => old[field] === source[field]);
}

function sourceValue(source: SourceRecord): DataValue {
  return dataMap(
    Object.fromEntries(
      fields.map((field) => {
        const value = source[field];
        return [field, value === undefined ? undefined : fieldValue(field, value)];
      }),
    ),
  );
}

function fieldValue(field: (typeof fields)[number], value: string): DataValue {
  return field === 'accessed' && parsePostDate(value) !== undefined ? { date: value } : value;
}
