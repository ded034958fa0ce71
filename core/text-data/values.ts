import type { DataDocument, DataMap, DataNode, DataPath, DataValue, DateText, PlainValue } from './types.ts';

/** An ordered map of the given entries; those with an `undefined` value are left out. */
export function dataMap(
  entries: Readonly<Record<string, DataValue | undefined>>,
): ReadonlyMap<string, DataValue> {
  const map = new Map<string, DataValue>();
  for (const [key, value] of Object.entries(entries)) if (value !== undefined) map.set(key, value);
  return map;
}

/** Whether a value to write is a date. */
export function isDateText(value: DataValue): value is DateText {
  return typeof value === 'object' && value !== null && 'date' in value;
}

/** Whether a value to write is a list. */
export function isDataList(value: DataValue): value is readonly DataValue[] {
  return Array.isArray(value);
}

/** Whether a value to write is a map. */
export function isDataMap(value: DataValue): value is ReadonlyMap<string, DataValue> {
  return value instanceof Map;
}

/** What reading a written value gives back: dates become their text. */
export function toPlain(value: DataValue): PlainValue {
  if (isDataList(value)) return value.map(toPlain);
  if (isDataMap(value)) return new Map([...value].map(([key, inner]) => [key, toPlain(inner)]));
  if (isDateText(value)) return value.date;
  return value;
}

/** The value of a node without positions; of two entries with one key, the later counts. */
export function plainValue(node: DataNode): PlainValue {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(plainValue);
  return new Map(node.entries.map((entry) => [entry.key, plainValue(entry.value)]));
}

/** Deep equality of plain values; the order of keys does not matter. */
export function equalValues(left: PlainValue, right: PlainValue): boolean {
  if (Array.isArray(left)) {
    if (!Array.isArray(right) || left.length !== right.length) return false;
    return left.every((item: PlainValue, index) => equalValues(item, right[index] as PlainValue));
  }
  if (left instanceof Map) {
    if (!(right instanceof Map) || left.size !== right.size) return false;
    return [...(left as ReadonlyMap<string, PlainValue>)].every(
      ([key, value]) => right.has(key) && equalValues(value, right.get(key) as PlainValue),
    );
  }
  return Object.is(left, right);
}

/** The node at a path, or undefined. */
export function findNode(root: DataNode, path: DataPath): DataNode | undefined {
  let node: DataNode | undefined = root;
  for (const step of path) {
    if (node?.kind === 'map') node = lastEntry(node, String(step))?.value;
    else if (node?.kind === 'list' && typeof step === 'number') node = node.items[step];
    else return undefined;
  }
  return node;
}

/** The entry of a key in a map: the last one if a broken text has several. */
export function lastEntry(map: DataMap, key: string): DataMap['entries'][number] | undefined {
  return map.entries.findLast((entry) => entry.key === key);
}

/** The 1-based line of an offset. */
export function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

/** What the whole document should read as after `path` was set; maps on the way are made. */
export function expectSet(document: DataDocument, path: DataPath, value: DataValue): PlainValue {
  return withValue(plainValue(document.root), path, toPlain(value));
}

function withValue(base: PlainValue, path: DataPath, value: PlainValue): PlainValue {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (Array.isArray(base) && typeof step === 'number') {
    const items = [...(base as readonly PlainValue[])];
    items[step] = withValue(items[step] ?? null, rest, value);
    return items;
  }
  const map = new Map<string, PlainValue>(
    base instanceof Map ? (base as ReadonlyMap<string, PlainValue>) : [],
  );
  map.set(String(step), withValue(map.get(String(step)) ?? null, rest, value));
  return map;
}

/** What a value should read as after `path` was removed. */
export function expectRemoved(base: PlainValue, path: DataPath): PlainValue {
  const [step, ...rest] = path;
  if (Array.isArray(base) && typeof step === 'number') {
    const items = [...(base as readonly PlainValue[])];
    if (rest.length === 0) items.splice(step, 1);
    else items[step] = expectRemoved(items[step] ?? null, rest);
    return items;
  }
  if (!(base instanceof Map) || step === undefined) return base;
  const map = new Map(base as ReadonlyMap<string, PlainValue>);
  const key = String(step);
  if (rest.length === 0) map.delete(key);
  else map.set(key, expectRemoved(map.get(key) ?? null, rest));
  return map;
}
