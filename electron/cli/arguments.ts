import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';
import { err, ok } from '../../core/base/result.ts';
import type { Result } from '../../core/base/result.ts';

/** What the person asked for on the command line; paths as typed. */
export type Request =
  | { readonly kind: 'help'; readonly topic: Topic | undefined }
  | { readonly kind: 'version' }
  | {
      readonly kind: 'export';
      readonly post: string;
      /** `-` is standard output; undefined: beside the post. */
      readonly output: string | undefined;
      readonly library: string | undefined;
      readonly strict: boolean;
    }
  | { readonly kind: 'check'; readonly path: string; readonly library: string | undefined };

export type Topic = 'export' | 'check';

const topics: readonly Topic[] = ['export', 'check'];
const common = { help: { type: 'boolean', short: 'h' } } as const;
const inLibrary = { library: { type: 'string', short: 'l' } } as const;

/**
 * Reads the arguments after the program's name. A failure (code `usage`) says what is wrong with them.
 * `--help` wins over every other complaint.
 */
export function readArguments(args: readonly string[]): Result<Request> {
  const [first, ...rest] = args;
  if (first === undefined) return usage('Say what to do: export or check.');
  if (first === 'help') return help(rest[0]);
  if (first === 'export') return readExport(rest);
  if (first === 'check') return readCheck(rest);
  if (first.startsWith('-')) return readGeneral(args);
  return usage(`There is no command "${first}".`);
}

function readGeneral(args: readonly string[]): Result<Request> {
  const parsed = parse(args, { ...common, version: { type: 'boolean', short: 'V' } });
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed.value;
  if (values['help'] === true) return ok({ kind: 'help', topic: undefined });
  if (values['version'] === true && positionals.length === 0) return ok({ kind: 'version' });
  return usage('Say what to do first: galley export … or galley check ….');
}

function readExport(args: readonly string[]): Result<Request> {
  if (asksForHelp(args)) return help('export');
  const parsed = parse(args, {
    ...inLibrary,
    output: { type: 'string', short: 'o' },
    strict: { type: 'boolean' },
  });
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed.value;
  const [post, ...others] = positionals;
  if (post === undefined || post === '') return usage('Name the post to export.');
  if (others.length > 0) return usage(`Name one post, not ${positionals.length}.`);
  if (values['output'] === '') return usage('Name the page to write after -o, or - for standard output.');
  return ok({
    kind: 'export',
    post,
    output: text(values['output']),
    library: text(values['library']),
    strict: values['strict'] === true,
  });
}

function readCheck(args: readonly string[]): Result<Request> {
  if (asksForHelp(args)) return help('check');
  const parsed = parse(args, inLibrary);
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed.value;
  const [path, ...others] = positionals;
  if (path === undefined || path === '') return usage('Name the post or the folder to check.');
  if (others.length > 0) return usage(`Name one post or folder, not ${positionals.length}.`);
  return ok({ kind: 'check', path, library: text(values['library']) });
}

function help(topic: string | undefined): Result<Request> {
  const known = topics.find((name) => name === topic);
  if (topic !== undefined && known === undefined) return usage(`There is no help on "${topic}".`);
  return ok({ kind: 'help', topic: known });
}

function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return args.slice(0, end === -1 ? args.length : end).some((arg) => arg === '--help' || arg === '-h');
}

interface Parsed {
  readonly values: Readonly<Record<string, unknown>>;
  readonly positionals: readonly string[];
}

function parse(args: readonly string[], options: ParseArgsConfig['options']): Result<Parsed> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: options ?? {},
      allowPositionals: true,
    });
    return ok({ values, positionals });
  } catch (error) {
    if (error instanceof TypeError) return usage(firstSentence(error.message));
    throw error;
  }
}

/** Node's message goes on with advice about `--` that helps nobody who mistyped an option. */
function firstSentence(message: string): string {
  return message.split(/\.\s|\n/)[0]?.replace(/\.?$/, '.') ?? message;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function usage(message: string): Result<never> {
  return err('usage', message, 'Run `galley --help` to see what it can do.');
}
