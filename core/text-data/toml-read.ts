import { ParseError, parseTOML } from 'toml-eslint-parser';
import type { AST } from 'toml-eslint-parser';
import type { DataEntry, DataList, DataMap, DataNode, DataProblem, DataScalar } from './types.ts';

/** What one parse gives: the parser's own tree for the editor, and the tree for readers. */
export interface TomlReading {
  /** Undefined when the text could not be parsed. */
  readonly program: AST.TOMLProgram | undefined;
  readonly root: DataMap;
  readonly problems: readonly DataProblem[];
}

interface OpenMap extends DataMap {
  readonly entries: DataEntry[];
}

interface OpenList extends DataList {
  readonly items: DataNode[];
}

/** Reads a TOML 1.0 text that passed `checkLimits`. Never throws; what cannot be read is a problem. */
export function readToml(text: string): TomlReading {
  try {
    const program = parseTOML(text, { tomlVersion: '1.0' });
    return { program, root: new TreeBuilder(text).build(program), problems: [] };
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    const root: DataMap = { kind: 'map', entries: [], from: 0, to: text.length };
    return { program: undefined, root, problems: [describeError(error)] };
  }
}

function describeError(error: ParseError): DataProblem {
  const twice = /multiple times/.test(error.message);
  return {
    code: twice ? 'duplicate-key' : 'malformed-toml',
    message: twice
      ? 'The key on this line stands here twice.'
      : `This line could not be read: ${error.message}.`,
    remedy: twice ? 'Keep one.' : 'Write it as key = "value", with text in quotes.',
    line: error.lineNumber,
  };
}

/** The names of a dotted key. */
export function keyNames(key: AST.TOMLKey): string[] {
  return key.keys.map((part) => (part.type === 'TOMLBare' ? part.name : part.value));
}

/** Puts tables, dotted keys and inline values together into one tree. */
class TreeBuilder {
  private readonly text: string;
  private readonly index = new Map<DataMap, Map<string, DataNode>>();

  constructor(text: string) {
    this.text = text;
  }

  build(program: AST.TOMLProgram): DataMap {
    const root = this.map(0, this.text.length);
    for (const part of program.body[0].body) {
      if (part.type === 'TOMLKeyValue') this.addPair(root, part);
      else this.addTable(root, part);
    }
    return root;
  }

  private map(from: number, to: number): OpenMap {
    const map: OpenMap = { kind: 'map', entries: [], from, to };
    this.index.set(map, new Map());
    return map;
  }

  private addTable(root: OpenMap, table: AST.TOMLTable): void {
    let map = root;
    const path = table.resolvedKey;
    path.forEach((step, at) => {
      if (typeof step === 'number') return;
      const next = path[at + 1];
      map =
        typeof next === 'number' ? this.openItem(map, step, next, table) : this.openMap(map, step, table.key);
    });
    for (const pair of table.body) this.addPair(map, pair);
  }

  private addPair(map: OpenMap, pair: AST.TOMLKeyValue): void {
    const names = keyNames(pair.key);
    const parent = names.slice(0, -1).reduce((above, name) => this.openMap(above, name, pair.key), map);
    this.add(parent, names.at(-1) ?? '', pair.key, this.content(pair.value));
  }

  private openMap(map: OpenMap, key: string, at: AST.TOMLKey): OpenMap {
    const known = this.index.get(map)?.get(key);
    if (known?.kind === 'map') return known as OpenMap;
    const made = this.map(at.range[0], at.range[1]);
    this.add(map, key, at, made);
    return made;
  }

  private openItem(map: OpenMap, key: string, position: number, table: AST.TOMLTable): OpenMap {
    let list = this.index.get(map)?.get(key) as OpenList | undefined;
    if (list?.kind !== 'list') {
      list = { kind: 'list', items: [], from: table.range[0], to: table.range[1] };
      this.add(map, key, table.key, list);
    }
    const known = list.items[position];
    if (known?.kind === 'map') return known as OpenMap;
    const made = this.map(table.range[0], table.range[1]);
    list.items.push(made);
    return made;
  }

  private add(map: OpenMap, key: string, at: AST.TOMLKey, value: DataNode): void {
    map.entries.push({ key, keySpan: { from: at.range[0], to: at.range[1] }, value });
    this.index.get(map)?.set(key, value);
  }

  private content(node: AST.TOMLContentNode): DataNode {
    const [from, to] = node.range;
    if (node.type === 'TOMLArray') {
      return { kind: 'list', items: node.elements.map((item) => this.content(item)), from, to };
    }
    if (node.type === 'TOMLInlineTable') {
      const map = this.map(from, to);
      for (const pair of node.body) this.addPair(map, pair);
      return map;
    }
    return this.scalar(node, from, to);
  }

  private scalar(node: AST.TOMLValue, from: number, to: number): DataScalar {
    const source = this.text.slice(from, to);
    if (node.kind === 'string') {
      const style = node.multiline ? 'block' : 'quoted';
      return { kind: 'scalar', value: node.value, text: node.value, style, from, to };
    }
    const known = node.kind === 'boolean' || node.kind === 'integer' || node.kind === 'float';
    return { kind: 'scalar', value: known ? node.value : source, text: source, style: 'plain', from, to };
  }
}
