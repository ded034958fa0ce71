import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Alias, Document, Node, Scalar, YAMLError } from 'yaml';
import type { BooleanRules, DataMap, DataNode, DataProblem, DataScalar } from './types.ts';
import { lineOf } from './values.ts';
import { resolvePlain } from './yaml-scalar.ts';

/** What one parse gives: the parser's own document for the editor, and the tree for readers. */
export interface YamlReading {
  readonly document: Document.Parsed;
  readonly root: DataMap;
  readonly problems: readonly DataProblem[];
}

const maxWeight = 20_000;

/** Reads a YAML text that passed `checkLimits`. Never throws; unreadable parts become problems. */
export function readYaml(text: string, booleans: BooleanRules): YamlReading {
  const document = parseDocument(text, {
    schema: 'failsafe',
    keepSourceTokens: true,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const reader = new Reader(text, booleans);
  const contents = document.contents;
  const node = contents === null ? undefined : reader.read(contents);
  const problems = document.errors.slice(0, 1).map((error) => describeError(text, error, reader.lastQuote));
  problems.push(...reader.problems);
  if (node === undefined || isNothing(node)) return { document, root: emptyMap(text), problems };
  if (node.kind !== 'map') {
    problems.push(notAMap(lineOf(text, node.from)));
    return { document, root: emptyMap(text), problems };
  }
  return { document, root: node, problems };
}

function notAMap(line: number): DataProblem {
  const message = 'This block does not consist of keys and values.';
  return { code: 'not-a-map', message, remedy: 'Write each line as “key: value”.', line };
}

function isNothing(node: DataNode): boolean {
  return node.kind === 'scalar' && node.value === null && node.from === node.to;
}

function emptyMap(text: string): DataMap {
  return { kind: 'map', entries: [], from: 0, to: text.length };
}

/** Turns parsed nodes into a tree; counts what aliases would expand to. */
class Reader {
  readonly problems: DataProblem[] = [];
  /** Where the last scalar in quotes starts. */
  lastQuote = 0;
  private readonly anchors = new Map<string, { node: DataNode; weight: number }>();
  private readonly text: string;
  private readonly booleans: BooleanRules;
  private weight = 0;

  constructor(text: string, booleans: BooleanRules) {
    this.text = text;
    this.booleans = booleans;
  }

  read(node: Node): DataNode {
    const before = this.weight;
    const result = this.convert(node);
    this.weight += 1;
    if (!isAlias(node) && 'anchor' in node && typeof node.anchor === 'string') {
      this.anchors.set(node.anchor, { node: result, weight: this.weight - before });
    }
    return result;
  }

  private convert(node: Node): DataNode {
    const [from, to] = node.range ?? [0, 0];
    if (isAlias(node)) return this.alias(node, from, to);
    if (isScalar(node)) return this.scalar(node, from, to);
    if (isSeq(node))
      return { kind: 'list', items: node.items.map((item) => this.read(item as Node)), from, to };
    return { kind: 'map', entries: isMap(node) ? this.entries(node.items) : [], from, to };
  }

  private entries(pairs: readonly { key: unknown; value: unknown }[]): DataMap['entries'] {
    const seen = new Set<string>();
    return pairs.map((pair) => {
      const keyNode = pair.key as Node;
      const [from, to] = keyNode.range ?? [0, 0];
      const key = isScalar(keyNode) ? String(keyNode.value) : this.text.slice(from, to);
      if (seen.has(key))
        this.report('duplicate-key', `The key “${key}” stands here twice.`, 'Keep one.', from);
      seen.add(key);
      const value: DataNode =
        pair.value === null
          ? { kind: 'scalar', value: null, text: '', style: 'plain', from: to, to }
          : this.read(pair.value as Node);
      return { key, keySpan: { from, to }, value };
    });
  }

  private scalar(node: Scalar, from: number, to: number): DataScalar {
    const text = typeof node.value === 'string' ? node.value : '';
    if (node.type === 'PLAIN') {
      return { kind: 'scalar', value: resolvePlain(text, this.booleans), text, style: 'plain', from, to };
    }
    const style = node.type?.startsWith('BLOCK') === true ? 'block' : 'quoted';
    if (style === 'quoted') this.lastQuote = from;
    return { kind: 'scalar', value: text, text, style, from, to };
  }

  private alias(node: Alias, from: number, to: number): DataNode {
    const target = this.anchors.get(node.source);
    const nothing: DataScalar = { kind: 'scalar', value: null, text: '', style: 'plain', from, to };
    if (target === undefined) {
      this.report(
        'unknown-alias',
        `Nothing is named “${node.source}” here.`,
        'Put quotes around a value that starts with *.',
        from,
      );
      return nothing;
    }
    this.weight += target.weight;
    if (this.weight <= maxWeight) return { ...target.node, from, to };
    if (!this.problems.some((problem) => problem.code === 'too-many-aliases')) {
      this.report(
        'too-many-aliases',
        'The aliases in this block repeat too much and were not read.',
        'Write the values out.',
        from,
      );
    }
    return nothing;
  }

  private report(code: string, message: string, remedy: string, offset: number): void {
    this.problems.push({ code, message, remedy, line: lineOf(this.text, offset) });
  }
}

const explanations: Readonly<Record<string, readonly [message: string, remedy: string]>> = {
  BLOCK_AS_IMPLICIT_KEY: ['has a second colon', 'Put quotes around a value that has a colon in it.'],
  MULTILINE_IMPLICIT_KEY: [
    'has no colon after its key',
    'Write it as “key: value”, or indent it to continue the line before.',
  ],
  BAD_INDENT: [
    'is not indented as the lines around it, or a bracket is not closed',
    'Align it with its neighbours and close every bracket.',
  ],
  TAB_AS_INDENT: ['is indented with a tab', 'Indent with spaces.'],
  BAD_SCALAR_START: ['starts a value with a reserved character', 'Put quotes around the value.'],
  BAD_DQ_ESCAPE: ['has an unknown backslash sequence', 'Double the backslash, or use single quotes.'],
  MULTIPLE_DOCS: ['starts a second document', 'Keep everything in one block.'],
};

function describeError(text: string, error: YAMLError, lastQuote: number): DataProblem {
  const quote = /quote/.test(error.message);
  // A quote that is never closed swallows the rest: the line to name is where it was opened.
  const line = lineOf(text, quote ? lastQuote : error.pos[0]);
  const known = quote ? ['leaves a quote open', 'Close the quote.'] : explanations[error.code];
  const message =
    known === undefined ? `This line could not be read: ${error.message}.` : `This line ${known[0] ?? ''}.`;
  const remedy = known?.[1] ?? 'Check the colons, quotes and indentation of this line.';
  return { code: 'malformed-yaml', message, remedy, line };
}
