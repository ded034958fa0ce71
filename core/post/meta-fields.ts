import type { DataMap, DataNode, DataPath } from '../text-data/types.ts';
import type { DialectRules, MetaField } from './dialects/rules.ts';
import { parsePostDate } from './dates.ts';

/** A field's place in the front matter: the path as it is spelled there, and the value. */
export interface LocatedField {
  readonly path: DataPath;
  readonly node: DataNode;
}

/** The places of a field, in reading order; keys without a value come last. */
export function locateAll(root: DataMap, rules: DialectRules, field: MetaField): readonly LocatedField[] {
  const found = rules.keys[field]
    .map((path) => locatePath(root, path, rules.ignoreCase))
    .filter((place) => place !== undefined)
    .map((place) => (field === 'cover' ? coverPlace(place) : place))
    .filter((place, index) => !isDateField(field) || isDatePlace(place.node, index === 0));
  return [...found.filter((place) => !isEmpty(place.node)), ...found.filter((place) => isEmpty(place.node))];
}

/** The place where a field is read and written, or undefined when it is not there. */
export function locate(root: DataMap, rules: DialectRules, field: MetaField): LocatedField | undefined {
  return locateAll(root, rules, field)[0];
}

/** The value at a path, keys compared as the dialect does. */
export function locatePath(root: DataMap, path: DataPath, ignoreCase: boolean): LocatedField | undefined {
  let node: DataNode = root;
  const spelled: (string | number)[] = [];
  for (const step of path) {
    if (typeof step === 'number') {
      const item: DataNode | undefined = node.kind === 'list' ? node.items[step] : undefined;
      if (item === undefined) return undefined;
      node = item;
      spelled.push(step);
      continue;
    }
    if (node.kind !== 'map') return undefined;
    const entries: DataMap['entries'] = node.entries;
    const entry =
      entries.findLast((candidate) => candidate.key === step) ??
      (ignoreCase ? entries.findLast((candidate) => sameKey(candidate.key, step)) : undefined);
    if (entry === undefined) return undefined;
    node = entry.value;
    spelled.push(entry.key);
  }
  return { path: spelled, node };
}

/** The text of a scalar, trimmed; undefined for nothing, empty text and collections. */
export function textOf(node: DataNode | undefined): string | undefined {
  if (node?.kind !== 'scalar' || node.value === null) return undefined;
  const text = node.text.trim();
  return text === '' ? undefined : text;
}

/** Whether a field's value says nothing. */
function isEmpty(node: DataNode): boolean {
  if (node.kind === 'list') return node.items.length === 0;
  return node.kind === 'scalar' && textOf(node) === undefined;
}

function sameKey(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}

function isDateField(field: MetaField): boolean {
  return field === 'date' || field === 'updated';
}

/** `published` may hold a date or a truth; a truth is no date, and must never be replaced by one. */
function isDatePlace(node: DataNode, isFirst: boolean): boolean {
  return isFirst ? !/^(true|false|yes|no|on|off)$/i.test(textOf(node) ?? '') : isDate(node);
}

function isDate(node: DataNode): boolean {
  const text = textOf(node);
  return text !== undefined && parsePostDate(text) !== undefined;
}

/** A cover may be a map with the path in it (jekyll-seo-tag's `image`, themes' `cover`), or a list. */
function coverPlace(place: LocatedField): LocatedField {
  const { path, node } = place;
  if (node.kind === 'map') {
    const inner = ['image', 'path', 'src', 'url']
      .map((key) => node.entries.find((entry) => entry.key === key))
      .find((entry) => entry !== undefined);
    return inner === undefined ? place : { path: [...path, inner.key], node: inner.value };
  }
  const first = node.kind === 'list' ? node.items[0] : undefined;
  return first === undefined ? place : { path: [...path, 0], node: first };
}
