import { isAlias, isMap, isSeq } from 'yaml';
import type { Node, Pair, YAMLMap, YAMLSeq } from 'yaml';
import type { TextEdit } from '../base/text-edit.ts';
import type { BooleanRules, DataPath, DataValue, SetOptions } from './types.ts';
import { readYaml } from './yaml-read.ts';
import type { YamlReading } from './yaml-read.ts';
import {
  blockHeader,
  columnOf,
  dashOf,
  findPair,
  isBlockScalar,
  isFlow,
  itemEnd,
  itemSlot,
} from './yaml-slots.ts';
import {
  keyRange,
  lineEnd,
  lineStart,
  nodeAt,
  nodeEnd,
  pairEnd,
  pairSlot,
  rangeOf,
  startsLine,
} from './yaml-slots.ts';
import type { YamlSlot } from './yaml-slots.ts';
import { blockValue, inlineValue, itemLines, itemValue, pairLines, yamlKey } from './yaml-write.ts';
import type { OldStyle } from './yaml-write.ts';

/** The edits of a change, or undefined when the text is written in a way that cannot be spliced. */
export type Splice = readonly TextEdit[] | undefined;

/** A YAML text open for one edit. It must have no problems. */
export class YamlEditor {
  private readonly text: string;
  private readonly booleans: BooleanRules;
  private readonly document: YamlReading['document'];

  constructor(text: string, booleans: BooleanRules) {
    this.text = text;
    this.booleans = booleans;
    this.document = readYaml(text, booleans).document;
  }

  /** Sets the value at a path; the map or list that is to hold it is made if it is missing. */
  set(path: DataPath, value: DataValue, options: SetOptions): Splice {
    const step = path.at(-1);
    if (step === undefined) return undefined;
    const above = path.slice(0, -1);
    const parent = nodeAt(this.document, above);
    if (isMap(parent)) {
      const pair = findPair(parent, String(step));
      if (pair === undefined) return this.insertPair(parent, String(step), value, options);
      const slot = pairSlot(this.text, parent, pair);
      return slot === undefined ? undefined : this.replace(slot, value);
    }
    if (isSeq(parent) && typeof step === 'number') {
      if (step === parent.items.length) return this.insertItem(above, step, value);
      const slot = itemSlot(this.text, parent, step);
      return slot === undefined ? undefined : this.replace(slot, value);
    }
    if (above.length === 0) return this.startMap(String(step), value);
    if (typeof step === 'number' || isSeq(parent) || isAlias(parent)) return undefined;
    return this.set(above, new Map([[step, value]]), options);
  }

  /** Removes the pair or item at a path. */
  remove(path: DataPath): Splice {
    const step = path.at(-1);
    const parent = nodeAt(this.document, path.slice(0, -1));
    if (isMap(parent)) {
      const at = parent.items.indexOf(findPair(parent, String(step)) as Pair);
      if (at === -1) return undefined;
      return isFlow(parent) ? this.removeFlow(parent, at) : this.removePair(parent, at);
    }
    if (!isSeq(parent) || typeof step !== 'number' || parent.items[step] === undefined) return undefined;
    if (isFlow(parent)) return this.removeFlow(parent, step);
    const dash = dashOf(parent, step);
    if (dash === undefined || !startsLine(this.text, dash)) return undefined;
    return [this.wholeLines(dash, itemEnd(this.text, parent, step))];
  }

  /** Puts an item before position `index` of the list at a path. */
  insertItem(path: DataPath, index: number, value: DataValue): Splice {
    const list = nodeAt(this.document, path);
    if (!isSeq(list)) return undefined;
    if (isFlow(list)) return this.insertFlow(list, index, inlineValue(value, 'flow'));
    const neighbour = dashOf(list, Math.max(0, index - 1));
    if (neighbour === undefined) return undefined;
    const lines = itemLines(value, columnOf(this.text, neighbour));
    if (index > 0) return [this.below(itemEnd(this.text, list, index - 1), lines)];
    if (!startsLine(this.text, neighbour)) return undefined;
    return [insertion(lineStart(this.text, neighbour), `${lines.join('\n')}\n`)];
  }

  /** Makes the map at a path the only item of a list, keeping its text. */
  wrapInList(path: DataPath): Splice {
    const map = nodeAt(this.document, path);
    if (!isMap(map)) return undefined;
    const [from, to] = rangeOf(map);
    if (isFlow(map)) return [insertion(from, '['), insertion(to, ']')];
    if (!startsLine(this.text, from)) return undefined;
    const edits = [insertion(from, '- ')];
    const end = nodeEnd(this.text, map);
    for (let at = lineEnd(this.text, from); at < end; at = lineEnd(this.text, at + 1)) {
      if (this.text[at + 1] !== '\n') edits.push(insertion(at + 1, '  '));
    }
    return edits;
  }

  private replace(slot: YamlSlot, value: DataValue): Splice {
    const old = this.oldStyle(slot.node);
    if (slot.flow) {
      const text = inlineValue(value, 'flow', old);
      if (slot.node === undefined) return [insertion(slot.after, ` ${text}`)];
      const [from, to] = rangeOf(slot.node);
      return [{ from, to, insert: text }];
    }
    const written = (slot.dash ? itemValue : blockValue)(value, slot.indent, old);
    const { head, body } = this.extent(slot);
    const gap = head.from === slot.after && written.head !== '' ? ' ' : '';
    const edits = [{ from: head.from, to: head.to, insert: gap + written.head }];
    const lines = written.lines.map((line) => `\n${line}`).join('');
    if (lines !== '' || body.to > body.from) edits.push({ from: body.from, to: body.to, insert: lines });
    return edits;
  }

  /** What a value occupies behind its indicator, and the lines below that belong to it. */
  private extent(slot: YamlSlot): { head: { from: number; to: number }; body: { from: number; to: number } } {
    const { node, after } = slot;
    const afterLine = lineEnd(this.text, after);
    if (node === undefined) {
      const to = this.text.slice(after, afterLine).trim() === '' ? afterLine : after;
      return { head: { from: after, to }, body: { from: afterLine, to: afterLine } };
    }
    const [start, stop] = rangeOf(node);
    const between = this.text.slice(after, start);
    const from = between.trim() === '' ? after : start;
    if (isBlockScalar(node)) {
      const bodyFrom = lineEnd(this.text, start);
      const bodyTo = Math.max(bodyFrom, nodeEnd(this.text, node));
      const header = { from, to: start + blockHeader(this.text, node).length };
      return { head: header, body: { from: bodyFrom, to: bodyTo } };
    }
    const blockCollection = (isMap(node) || isSeq(node)) && !isFlow(node);
    const end = blockCollection ? nodeEnd(this.text, node) : stop;
    if (blockCollection && between.includes('\n')) {
      return { head: { from: after, to: after }, body: { from: afterLine, to: end } };
    }
    const below = lineEnd(this.text, end);
    return { head: { from, to: end }, body: { from: below, to: below } };
  }

  private oldStyle(node: Node | undefined): OldStyle | undefined {
    if (node === undefined) return undefined;
    const [from, to] = rangeOf(node);
    const source = this.text.slice(from, to);
    if (!isBlockScalar(node)) return { source, booleans: this.booleans };
    const contentIndent = /\n( +)\S/.exec(source)?.[1]?.length;
    return { source, booleans: this.booleans, contentIndent };
  }

  private startMap(key: string, value: DataValue): Splice {
    const gap = this.text === '' || this.text.endsWith('\n') ? '' : '\n';
    return [insertion(this.text.length, `${gap}${pairLines(key, value, 0).join('\n')}\n`)];
  }

  private insertPair(map: YAMLMap, key: string, value: DataValue, options: SetOptions): Splice {
    const pairs = map.items;
    if (isFlow(map))
      return this.insertFlow(map, pairs.length, `${yamlKey(key)}: ${inlineValue(value, 'flow')}`);
    const first = pairs[0];
    if (first === undefined) return undefined;
    const start = keyRange(first)[0];
    const lines = pairLines(key, value, columnOf(this.text, start));
    if (options.order?.[0] === key && startsLine(this.text, start)) {
      return [insertion(lineStart(this.text, start), `${lines.join('\n')}\n`)];
    }
    const before = options.order?.slice(0, Math.max(0, options.order.indexOf(key))).toReversed() ?? [];
    const known = before.map((name) => findPair(map, name)).find((pair) => pair !== undefined);
    const last = known ?? pairs.at(-1) ?? first;
    return [this.below(pairEnd(this.text, map, last), lines)];
  }

  private insertFlow(collection: YAMLMap | YAMLSeq, index: number, text: string): Splice {
    const [from, to] = rangeOf(collection);
    const extents = this.flowExtents(collection);
    const previous = extents[index - 1];
    const next = extents[index];
    if (previous !== undefined) {
      const pad = ' '.repeat(columnOf(this.text, previous.from));
      const gap = startsLine(this.text, previous.from) ? `,\n${pad}` : ', ';
      return [insertion(previous.to, gap + text)];
    }
    if (next !== undefined) return [insertion(next.from, `${text}, `)];
    const inner = isMap(collection) ? ` ${text} ` : text;
    const blank = this.text.slice(from + 1, to - 1).trim() === '';
    return blank ? [{ from: from + 1, to: to - 1, insert: inner }] : undefined;
  }

  private flowExtents(collection: YAMLMap | YAMLSeq): { from: number; to: number }[] {
    if (isSeq(collection)) {
      return collection.items.map((item) => {
        const [from, to] = rangeOf(item as Node);
        return { from, to };
      });
    }
    return collection.items.map((pair) => {
      return { from: keyRange(pair)[0], to: pairEnd(this.text, collection, pair) };
    });
  }

  private removeFlow(collection: YAMLMap | YAMLSeq, index: number): Splice {
    const extents = this.flowExtents(collection);
    const extent = extents[index];
    if (extent === undefined) return undefined;
    const previous = extents[index - 1];
    const next = extents[index + 1];
    const commented = (from: number, to: number): boolean => this.text.slice(from, to).includes('#');
    if (previous !== undefined && !commented(previous.to, extent.from))
      return [removal(previous.to, extent.to)];
    if (previous === undefined && next !== undefined && !commented(extent.to, next.from)) {
      return [removal(extent.from, next.from)];
    }
    const comma = /^\s*,/.exec(this.text.slice(extent.to))?.[0].length ?? 0;
    return [removal(extent.from, extent.to + comma)];
  }

  private removePair(map: YAMLMap, index: number): Splice {
    const pair = map.items[index] as Pair;
    const [from] = keyRange(pair);
    const end = pairEnd(this.text, map, pair);
    if (pairSlot(this.text, map, pair) === undefined) return undefined;
    if (startsLine(this.text, from)) return [this.wholeLines(from, end)];
    const next = map.items[index + 1];
    if (next === undefined) return undefined;
    const [nextFrom] = keyRange(next);
    const clean = this.text.slice(lineEnd(this.text, end), nextFrom).trim() === '';
    return [removal(from, clean ? nextFrom : lineEnd(this.text, end))];
  }

  private wholeLines(from: number, end: number): TextEdit {
    const start = lineStart(this.text, from);
    const stop = lineEnd(this.text, end);
    if (stop < this.text.length) return removal(start, stop + 1);
    return removal(Math.max(0, start - 1), stop);
  }

  private below(offset: number, lines: readonly string[]): TextEdit {
    return insertion(lineEnd(this.text, offset), lines.map((line) => `\n${line}`).join(''));
  }
}

function insertion(at: number, insert: string): TextEdit {
  return { from: at, to: at, insert };
}

function removal(from: number, to: number): TextEdit {
  return { from, to, insert: '' };
}
