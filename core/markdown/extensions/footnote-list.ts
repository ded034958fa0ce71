import MarkdownIt, { type Token } from 'markdown-it';

/** What a reference's token says. `number` and `use` count from 1; 0 means not counted yet. */
export interface FootnoteReference {
  readonly label: string;
  readonly number: number;
  /** Which of the references to the same note it is. */
  readonly use: number;
  /** False inside a link, where the mark is shown without one. */
  readonly linked: boolean;
}

interface Note {
  readonly number: number;
  readonly tokens: readonly Token[];
  /** The uses that a back link can lead to. */
  readonly uses: number[];
  useCount: number;
}

type Definitions = ReadonlyMap<string, readonly Token[]>;

/**
 * Takes the definitions out of the tokens, numbers the references in reading order (those in notes follow
 * those in the text) and appends the notes that are referred to, each once, in the order of their numbers.
 */
export function collectFootnotes(tokens: readonly Token[]): Token[] {
  const { text, definitions, lines } = splitDefinitions(tokens);
  const notes = new Map<string, Note>();
  numberReferences(text, definitions, notes);
  // A map visits entries added while it is walked, so notes named only by other notes are reached too.
  for (const note of notes.values()) numberReferences(note.tokens, definitions, notes);
  if (notes.size === 0) return text;
  const open = token('footnotes_open', 1);
  open.map = linesOfNotes(text, lines);
  const list = [open];
  for (const note of notes.values()) {
    for (const part of renderableNote(note)) list.push(part);
  }
  list.push(token('footnotes_close', -1));
  return [...text, ...list];
}

/** Separates the text from the definitions; one inside another is lifted out of it. */
function splitDefinitions(tokens: readonly Token[]): {
  readonly text: Token[];
  readonly definitions: Definitions;
  readonly lines: readonly (readonly [number, number])[];
} {
  const text: Token[] = [];
  const definitions = new Map<string, Token[]>();
  const lines: (readonly [number, number])[] = [];
  const open: Token[][] = [];
  for (const each of tokens) {
    if (each.type === 'footnote_definition_open') {
      const label = String(each.meta?.['label']);
      const note: Token[] = [];
      if (!definitions.has(label)) definitions.set(label, note);
      if (open.length === 0 && each.map) lines.push(each.map);
      open.push(note);
    } else if (each.type === 'footnote_definition_close') {
      open.pop();
    } else {
      (open.at(-1) ?? text).push(each);
    }
  }
  return { text, definitions, lines };
}

function numberReferences(
  tokens: readonly Token[],
  definitions: Definitions,
  notes: Map<string, Note>,
): void {
  for (const each of tokens) {
    for (const child of each.children ?? []) {
      if (child.type !== 'footnote_reference') continue;
      const label = String(child.meta?.['label']);
      const note = notes.get(label) ?? {
        number: notes.size + 1,
        tokens: definitions.get(label) ?? [],
        uses: [],
        useCount: 0,
      };
      notes.set(label, note);
      note.useCount += 1;
      if (child.meta?.['linked'] === true) note.uses.push(note.useCount);
      child.meta = { ...child.meta, number: note.number, use: note.useCount };
    }
  }
}

/** The tokens of one list item, its back links at the end of the last paragraph or in one of their own. */
function renderableNote(note: Note): readonly Token[] {
  const open = token('footnote_open', 1);
  open.meta = { number: note.number };
  const back = token('footnote_back', 0);
  back.meta = { number: note.number, uses: note.uses };
  const last = note.tokens.at(-1);
  const ending =
    last?.type === 'paragraph_close' && !last.hidden
      ? [back, last]
      : [token('paragraph_open', 1, 'p'), back, token('paragraph_close', -1, 'p')];
  const body = ending[0] === back ? note.tokens.slice(0, -1) : note.tokens;
  return [open, ...body, ...ending, token('footnote_close', -1)];
}

/** The notes stand where they are written when that is after all text; else at the end of the text. */
function linesOfNotes(
  text: readonly Token[],
  lines: readonly (readonly [number, number])[],
): [number, number] {
  const textEnd = text.reduce((end, each) => Math.max(end, each.map?.[1] ?? 0), 0);
  const after = lines.filter(([from]) => from >= textEnd);
  const from = after[0]?.[0] ?? textEnd;
  return [from, Math.max(from, after.at(-1)?.[1] ?? textEnd)];
}

function token(type: string, nesting: -1 | 0 | 1, tag = ''): Token {
  return new MarkdownIt.Token(type, tag, nesting);
}
