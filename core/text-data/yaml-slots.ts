import { isCollection, isMap, isScalar, isSeq } from 'yaml';
import type { Document, Node, Pair, ParsedNode, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import type { CST } from 'yaml';
import type { DataPath } from './types.ts';

/** A place that holds a value: behind a key's colon, or behind a list's dash or comma. */
export interface YamlSlot {
  /** The value, or undefined when nothing stands there. */
  readonly node: Node | undefined;
  /** Just past the colon or dash and what belongs to it (anchor, tag). */
  readonly after: number;
  /** Column of the key or dash. */
  readonly indent: number;
  readonly flow: boolean;
  readonly dash: boolean;
}

/** Start of the line of an offset. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** End of the line of an offset: its line break, or the end of the text. */
export function lineEnd(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  return at === -1 ? text.length : at;
}

/** Column of an offset, in code units from 0. */
export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/** Whether only blanks stand before an offset on its line. */
export function startsLine(text: string, offset: number): boolean {
  return text.slice(lineStart(text, offset), offset).trim() === '';
}

/** The text of a plain or quoted key; undefined for keys that are collections or aliases. */
function keyText(pair: Pair): string | undefined {
  return isScalar(pair.key) ? String(pair.key.value) : undefined;
}

/** Where a node starts and ends; a node of a parsed text always has a range. */
export function rangeOf(node: Node): readonly [from: number, to: number] {
  const range = node.range ?? [0, 0, 0];
  return [range[0], range[1]];
}

/** Where the key of a pair starts and ends. */
export function keyRange(pair: Pair): readonly [from: number, to: number] {
  return rangeOf(pair.key as Node);
}

/** Whether a collection is written in brackets. */
export function isFlow(node: Node): boolean {
  return isCollection(node) && node.flow === true;
}

/** Whether nothing is written where this value was read. */
function isAbsent(node: Node | null | undefined): node is null | undefined {
  if (node === null || node === undefined) return true;
  const [from, to] = rangeOf(node);
  return isScalar(node) && from === to;
}

/** The node at a path; undefined when it is missing or only reached through an alias. */
export function nodeAt(document: Document.Parsed, path: DataPath): Node | undefined {
  let node = document.contents ?? undefined;
  for (const step of path) {
    const next: unknown = isMap(node)
      ? findPair(node, String(step))?.value
      : isSeq(node) && typeof step === 'number'
        ? node.items[step]
        : undefined;
    if (next === undefined || next === null) return undefined;
    node = next as ParsedNode;
  }
  return node;
}

/** The pair of a key, or undefined. */
export function findPair(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => keyText(pair) === key);
}

/** The slot of a pair's value; undefined for a key without a colon or with a question mark. */
export function pairSlot(text: string, map: YAMLMap, pair: Pair): YamlSlot | undefined {
  const token = (pair as { srcToken?: CST.CollectionItem }).srcToken;
  const after = lastMarkEnd(token?.sep ?? [], 'map-value-ind');
  const explicit = token?.start.some((part) => part.type === 'explicit-key-ind') === true;
  if (after === undefined || explicit) return undefined;
  const node = isAbsent(pair.value as Node | null) ? undefined : (pair.value as Node);
  return { node, after, indent: columnOf(text, keyRange(pair)[0]), flow: isFlow(map), dash: false };
}

/** The slot of a list's item. */
export function itemSlot(text: string, list: YAMLSeq, index: number): YamlSlot | undefined {
  const node = list.items[index] as Node | undefined;
  if (node === undefined) return undefined;
  const [from] = rangeOf(node);
  const value = isAbsent(node) ? undefined : node;
  if (isFlow(list)) return { node: value, after: from, indent: 0, flow: true, dash: false };
  const dash = dashOf(list, index);
  const after = lastMarkEnd(itemToken(list, index)?.start ?? [], 'seq-item-ind');
  if (dash === undefined || after === undefined) return undefined;
  return { node: value, after, indent: columnOf(text, dash), flow: false, dash: true };
}

/** Offset of the dash of a block list's item. */
export function dashOf(list: YAMLSeq, index: number): number | undefined {
  return itemToken(list, index)?.start.find((part) => part.type === 'seq-item-ind')?.offset;
}

function itemToken(list: YAMLSeq, index: number): CST.CollectionItem | undefined {
  const token = list.srcToken as CST.BlockSequence | undefined;
  return token?.items[index];
}

function lastMarkEnd(tokens: readonly CST.SourceToken[], indicator: string): number | undefined {
  if (!tokens.some((part) => part.type === indicator)) return undefined;
  const mark = tokens.findLast((part) => [indicator, 'anchor', 'tag'].includes(part.type));
  return mark === undefined ? undefined : mark.offset + mark.source.length;
}

/** Where a pair's last character stands, comments and blank lines below it not counted. */
export function pairEnd(text: string, map: YAMLMap, pair: Pair): number {
  const slot = pairSlot(text, map, pair);
  const node = isAbsent(pair.value as Node | null) ? undefined : (pair.value as Node);
  return node === undefined ? (slot?.after ?? keyRange(pair)[1]) : nodeEnd(text, node);
}

/** Where a list item's last character stands. */
export function itemEnd(text: string, list: YAMLSeq, index: number): number {
  const slot = itemSlot(text, list, index);
  return slot?.node === undefined ? (slot?.after ?? rangeOf(list)[0]) : nodeEnd(text, slot.node);
}

/** Where a value's last character stands. */
export function nodeEnd(text: string, node: Node): number {
  const [from, to] = rangeOf(node);
  if (isScalar(node)) return isBlockScalar(node) ? blockScalarEnd(text, node) : to;
  if (isFlow(node)) return to;
  if (isMap(node)) {
    const last = node.items.at(-1);
    return last === undefined ? from : pairEnd(text, node, last);
  }
  if (isSeq(node)) return node.items.length === 0 ? from : itemEnd(text, node, node.items.length - 1);
  return to;
}

/** Whether a node is a `|` or `>` scalar. */
export function isBlockScalar(node: Node): node is Scalar.Parsed {
  return isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED');
}

/** The `|-` of a block scalar. */
export function blockHeader(text: string, node: Node): string {
  const [from] = rangeOf(node);
  return /^[|>][-+0-9]*/.exec(text.slice(from, lineEnd(text, from)))?.[0] ?? '';
}

function blockScalarEnd(text: string, node: Node): number {
  const [from, to] = rangeOf(node);
  const headEnd = lineEnd(text, from);
  if (to <= headEnd) return headEnd;
  if (blockHeader(text, node).includes('+')) return text[to - 1] === '\n' ? to - 1 : to;
  return headEnd + text.slice(headEnd, to).trimEnd().length;
}
