/** The two notations that Galley reads and edits. */
export type DataFormat = 'yaml' | 'toml';

/**
 * Which plain words are booleans in YAML: only `true` and `false` (YAML 1.2 core), or also
 * `yes`, `no`, `on` and `off` (YAML 1.1 as Ruby's Psych reads it). TOML is not affected.
 */
export type BooleanRules = 'core' | 'yaml-1.1';

/** A value without positions. Dates are strings exactly as written. */
export type PlainValue =
  string | number | boolean | null | readonly PlainValue[] | ReadonlyMap<string, PlainValue>;

/** A date to write: bare in TOML, unquoted in YAML. `date` must be RFC 3339 or `YYYY-MM-DD`-like text. */
export interface DateText {
  readonly date: string;
}

/** A value to write. Maps keep their order. */
export type DataValue =
  string | number | boolean | null | DateText | readonly DataValue[] | ReadonlyMap<string, DataValue>;

/** Where something stands in the data text, in UTF-16 code units. */
interface Span {
  readonly from: number;
  readonly to: number;
}

export interface DataScalar extends Span {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  /** The decoded string; for numbers, booleans and dates the characters as written. */
  readonly text: string;
  /** `block` is a YAML `|` or `>` scalar or a TOML multi-line string. */
  readonly style: 'plain' | 'quoted' | 'block';
}

export interface DataEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: DataNode;
}

export interface DataMap extends Span {
  readonly kind: 'map';
  readonly entries: readonly DataEntry[];
}

export interface DataList extends Span {
  readonly kind: 'list';
  readonly items: readonly DataNode[];
}

export type DataNode = DataScalar | DataMap | DataList;

/** Something that keeps the text from being read; `line` is 1-based in the data text. */
export interface DataProblem {
  readonly code: string;
  readonly message: string;
  readonly remedy?: string | undefined;
  readonly line: number;
}

/** A data text as read. With problems, `root` holds what could still be known, and edits are refused. */
export interface DataDocument {
  readonly format: DataFormat;
  readonly booleans: BooleanRules;
  /** LF line ends only. */
  readonly text: string;
  readonly root: DataMap;
  readonly problems: readonly DataProblem[];
}

/** Keys and list positions from the root to a value. */
export type DataPath = readonly (string | number)[];

/** How a new key is placed; nothing here changes keys that exist. */
export interface SetOptions {
  /**
   * The usual order of keys in the target's map: a new key goes behind the nearest of its
   * predecessors that exists; the first of the list goes to the top; any other goes last.
   */
  readonly order?: readonly string[] | undefined;
}
