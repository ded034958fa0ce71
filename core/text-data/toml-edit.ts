import type { AST } from 'toml-eslint-parser';
import type { TextEdit } from '../base/text-edit.ts';
import { keyNames, readToml } from './toml-read.ts';
import { isTomlValue, tableLines, tomlKey, tomlValue } from './toml-write.ts';
import type { DataMap, DataPath, DataValue, SetOptions } from './types.ts';
import { findNode, isDataList, isDataMap } from './values.ts';
import type { Splice } from './yaml-edit.ts';

/** A `key = value` or `[table]` with its whole path from the root. */
type Unit =
  | { readonly kind: 'pair'; readonly path: DataPath; readonly node: AST.TOMLKeyValue; readonly base: number }
  | { readonly kind: 'table'; readonly path: DataPath; readonly node: AST.TOMLTable };

/** A TOML text open for one edit. It must have no problems. */
export class TomlEditor {
  private readonly text: string;
  private readonly root: DataMap;
  private readonly units: readonly Unit[];

  constructor(text: string) {
    this.text = text;
    const reading = readToml(text);
    this.root = reading.root;
    this.units = (reading.program?.body[0].body ?? []).flatMap(unitsOf);
  }

  /** Sets the value at a path; the table that is to hold it is made if it is missing. */
  set(path: DataPath, value: DataValue, options: SetOptions): Splice {
    if (path.length === 0 || !isTomlValue(value)) return undefined;
    const old = this.content(path);
    if (old !== undefined) {
      const [from, to] = old.range;
      return [{ from, to, insert: tomlValue(value, this.text.slice(from, to)) }];
    }
    if (findNode(this.root, path) !== undefined) return undefined;
    return this.insertPair(path, value, options);
  }

  /** Removes the key, tables or item at a path. */
  remove(path: DataPath): Splice {
    const inside = this.removeInline(path);
    if (inside !== undefined) return inside;
    const spans = this.units.filter((unit) => startsWith(unit.path, path)).map((unit) => this.linesOf(unit));
    if (spans.length === 0) return undefined;
    return spans.map(({ from, to }) => ({ from, to, insert: '' }));
  }

  /** Puts an item before position `index` of the list at a path. */
  insertItem(path: DataPath, index: number, value: DataValue): Splice {
    const list = this.content(path);
    if (list?.type === 'TOMLArray') {
      return insertInline(
        this.text,
        list,
        list.elements,
        index,
        tomlValue(isText(value) ? [value] : value, ''),
        isText(value),
      );
    }
    const tables = this.units.filter((unit) => unit.kind === 'table' && startsWith(unit.path, path));
    const first = tables[0];
    if (first === undefined || !isDataMap(value) || !isTomlValue(value)) return undefined;
    const name = this.text.slice(...first.node.key.range);
    const lines = [`[[${name}]]`, ...tableLines(value)].join('\n');
    const next = tables.find((unit) => unit.path.length === path.length + 1 && unit.path.at(-1) === index);
    if (next !== undefined) {
      const at = this.lineStart(next.node.range[0]);
      return [{ from: at, to: at, insert: `${lines}\n\n` }];
    }
    const last = this.units.findLast((unit) => startsWith(unit.path, path));
    const at = this.lineEnd(last === undefined ? this.text.length : this.unitEnd(last));
    return [{ from: at, to: at, insert: `\n\n${lines}` }];
  }

  /** Makes the table at a path the only item of a list, keeping its text. */
  wrapInList(path: DataPath): Splice {
    const inline = this.content(path);
    if (inline?.type === 'TOMLInlineTable') return [at(inline.range[0], '['), at(inline.range[1], ']')];
    const table = this.units.find((unit) => unit.kind === 'table' && samePath(unit.path, path));
    if (table?.kind !== 'table') return undefined;
    return [at(table.node.range[0], '['), at(this.text.indexOf(']', table.node.key.range[1]), ']')];
  }

  /** The inline value at a path, as opposed to tables and dotted keys. */
  private content(path: DataPath): AST.TOMLContentNode | undefined {
    for (const unit of this.units) {
      if (unit.kind !== 'pair' || !startsWith(path, unit.path)) continue;
      const found = descend(unit.node.value, path.slice(unit.path.length));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  private insertPair(path: DataPath, value: DataValue, options: SetOptions): Splice {
    const above = path.slice(0, -1);
    const key = String(path.at(-1));
    if (typeof path.at(-1) === 'number') return this.insertItem(above, Number(key), value);
    const parent = this.content(above);
    if (parent?.type === 'TOMLInlineTable' && above.length > 0) {
      const written = tomlValue([value]).slice(1, -1);
      return insertInline(
        this.text,
        parent,
        parent.body,
        parent.body.length,
        `${tomlKey(key)} = ${written}`,
        false,
      );
    }
    if (above.length === 0) return this.insertAtRoot(key, value, options);
    const line = `${tomlKey(key)} = ${tomlValue(value)}`;
    const table = this.units.find((unit) => unit.kind === 'table' && samePath(unit.path, above));
    if (table !== undefined) return [this.below(this.unitEnd(table), line)];
    const dotted = this.units.findLast(
      (unit) => unit.kind === 'pair' && unit.base < above.length && startsWith(unit.path, above),
    );
    if (dotted?.kind === 'pair') {
      const relative = path.slice(dotted.base).map((step) => tomlKey(String(step)));
      return [this.below(this.unitEnd(dotted), `${relative.join('.')} = ${tomlValue(value)}`)];
    }
    if (findNode(this.root, above)?.kind === 'map')
      return [this.tableAtEnd(above, false, new Map([[key, value]]))];
    return above.some((step) => typeof step === 'number')
      ? undefined
      : this.set(above, new Map([[key, value]]), options);
  }

  private insertAtRoot(key: string, value: DataValue, options: SetOptions): Splice {
    if (isDataMap(value) && value.size > 0) return [this.tableAtEnd([key], false, value)];
    if (isDataList(value) && value.length > 0 && value.every(isDataMap)) {
      const [first, ...rest] = value.map((item) => [`[[${tomlKey(key)}]]`, ...tableLines(item)].join('\n'));
      return [this.atEnd([first, ...rest].join('\n\n'))];
    }
    const line = `${tomlKey(key)} = ${tomlValue(value)}`;
    const pairs = this.units.filter((unit) => unit.kind === 'pair' && unit.base === 0);
    const first = pairs[0];
    if (first === undefined) {
      const hasTables = this.units.length > 0;
      return [hasTables ? at(0, `${line}\n`) : at(this.text.length, `${this.gapAtEnd()}${line}\n`)];
    }
    if (options.order?.[0] === key) return [at(this.lineStart(first.node.range[0]), `${line}\n`)];
    const before = options.order?.slice(0, Math.max(0, options.order.indexOf(key))).toReversed() ?? [];
    const known = before
      .map((name) => pairs.findLast((unit) => unit.path[0] === name))
      .find((unit) => unit !== undefined);
    return [this.below(this.unitEnd(known ?? pairs.at(-1) ?? first), line)];
  }

  private tableAtEnd(path: DataPath, list: boolean, map: ReadonlyMap<string, DataValue>): TextEdit {
    const name = path.map((step) => tomlKey(String(step))).join('.');
    const header = list ? `[[${name}]]` : `[${name}]`;
    return this.atEnd([header, ...tableLines(map)].join('\n'));
  }

  private atEnd(text: string): TextEdit {
    const blank = this.text === '' || this.text.endsWith('\n\n') ? '' : '\n';
    return at(this.text.length, `${this.gapAtEnd()}${blank}${text}\n`);
  }

  private gapAtEnd(): string {
    return this.text === '' || this.text.endsWith('\n') ? '' : '\n';
  }

  private removeInline(path: DataPath): Splice {
    const parent = this.content(path.slice(0, -1));
    if (parent === undefined) return undefined;
    const step = path.at(-1);
    if (parent.type === 'TOMLArray') return removeFrom(this.text, parent.elements, Number(step));
    if (parent.type !== 'TOMLInlineTable') return undefined;
    return removeFrom(
      this.text,
      parent.body,
      parent.body.findIndex((pair) => samePath(keyNames(pair.key), [String(step)])),
    );
  }

  private linesOf(unit: Unit): { from: number; to: number } {
    const from = this.lineStart(unit.node.range[0]);
    const end = this.lineEnd(unit.kind === 'pair' ? unit.node.range[1] : this.headerEnd(unit.node));
    const last = end === this.text.length;
    const atEnd = unit.kind === 'table' && this.text.slice(this.unitEnd(unit)).trim() === '';
    const blankAbove = atEnd && this.text.slice(0, from).endsWith('\n\n') ? 1 : 0;
    return { from: Math.max(0, from - (last ? 1 : 0) - blankAbove), to: last ? end : end + 1 };
  }

  private unitEnd(unit: Unit): number {
    if (unit.kind === 'pair') return unit.node.range[1];
    return unit.node.body.at(-1)?.range[1] ?? this.headerEnd(unit.node);
  }

  private headerEnd(table: AST.TOMLTable): number {
    return this.text.indexOf(']', table.key.range[1]) + (table.kind === 'array' ? 2 : 1);
  }

  private below(offset: number, line: string): TextEdit {
    return at(this.lineEnd(offset), `\n${line}`);
  }

  private lineStart(offset: number): number {
    return this.text.lastIndexOf('\n', offset - 1) + 1;
  }

  private lineEnd(offset: number): number {
    const found = this.text.indexOf('\n', offset);
    return found === -1 ? this.text.length : found;
  }
}

function unitsOf(part: AST.TOMLKeyValue | AST.TOMLTable): Unit[] {
  if (part.type === 'TOMLKeyValue') return [{ kind: 'pair', path: keyNames(part.key), node: part, base: 0 }];
  const base = part.resolvedKey;
  const pairs = part.body.map((node): Unit => {
    return { kind: 'pair', path: [...base, ...keyNames(node.key)], node, base: base.length };
  });
  return [{ kind: 'table', path: base, node: part }, ...pairs];
}

function descend(node: AST.TOMLContentNode, path: DataPath): AST.TOMLContentNode | undefined {
  const [step] = path;
  if (step === undefined) return node;
  if (node.type === 'TOMLArray') {
    const item = typeof step === 'number' ? node.elements[step] : undefined;
    return item === undefined ? undefined : descend(item, path.slice(1));
  }
  if (node.type !== 'TOMLInlineTable') return undefined;
  for (const pair of node.body) {
    const names = keyNames(pair.key);
    if (startsWith(path, names)) return descend(pair.value, path.slice(names.length));
  }
  return undefined;
}

type Ranged = { readonly range: readonly [number, number] };

function insertInline(
  text: string,
  holder: Ranged,
  items: readonly Ranged[],
  index: number,
  written: string,
  unwrap: boolean,
): Splice {
  const item = unwrap ? written.slice(1, -1) : written;
  const previous = items[index - 1];
  const next = items[index];
  if (previous !== undefined) {
    const start = previous.range[0];
    const column = start - (text.lastIndexOf('\n', start - 1) + 1);
    const ownLine = text.slice(start - column, start).trim() === '' && column > 0;
    return [at(previous.range[1], (ownLine ? `,\n${' '.repeat(column)}` : ', ') + item)];
  }
  if (next !== undefined) return [at(next.range[0], `${item}, `)];
  const [from, to] = holder.range;
  if (text.slice(from + 1, to - 1).trim() !== '') return undefined;
  return [{ from: from + 1, to: to - 1, insert: text[from] === '{' ? ` ${item} ` : item }];
}

function removeFrom(text: string, items: readonly Ranged[], index: number): Splice {
  const item = items[index];
  if (item === undefined) return undefined;
  const [from, to] = item.range;
  const previous = items[index - 1];
  const next = items[index + 1];
  if (previous !== undefined && !text.slice(previous.range[1], from).includes('#')) {
    return [{ from: previous.range[1], to, insert: '' }];
  }
  if (previous === undefined && next !== undefined && !text.slice(to, next.range[0]).includes('#')) {
    return [{ from, to: next.range[0], insert: '' }];
  }
  const comma = /^\s*,/.exec(text.slice(to))?.[0].length ?? 0;
  return [{ from, to: to + comma, insert: '' }];
}

function isText(value: DataValue): value is string {
  return typeof value === 'string';
}

function at(offset: number, insert: string): TextEdit {
  return { from: offset, to: offset, insert };
}

function startsWith(path: DataPath, prefix: DataPath): boolean {
  return path.length >= prefix.length && prefix.every((step, index) => path[index] === step);
}

function samePath(left: DataPath, right: DataPath): boolean {
  return left.length === right.length && startsWith(left, right);
}
