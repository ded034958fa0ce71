import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';

const maxBytes = 1024 * 1024;

/** The app's log file. Messages are the code's own sentences, never a post's text. */
export interface Log {
  /** Absolute path of the current file. */
  readonly file: string;
  readonly info: (message: string) => void;
  readonly warn: (message: string, cause?: unknown) => void;
  readonly error: (message: string, cause?: unknown) => void;
}

/**
 * A log in `folder`: `galley.log`, which becomes `galley.old.log` at 1 MB. Lines are written at once, so that the
 * last one before a crash is there. A log that cannot be written is no reason to stop.
 */
export function createLog(folder: string, now: () => Date, limit: number = maxBytes): Log {
  const file = path.join(folder, 'galley.log');
  let size = prepare(folder, file);
  const write = (level: string, message: string, cause?: unknown): void => {
    const line = `${now().toISOString()} ${level} ${message}${cause === undefined ? '' : `: ${describeCause(cause)}`}\n`;
    try {
      if (size + line.length > limit && size > 0) {
        renameSync(file, path.join(folder, 'galley.old.log'));
        size = 0;
      }
      appendFileSync(file, line);
      size += Buffer.byteLength(line);
    } catch {
      size = prepare(folder, file);
    }
  };
  return {
    file,
    info: (message) => write('info ', message),
    warn: (message, cause) => write('warn ', message, cause),
    error: (message, cause) => write('error', message, cause),
  };
}

function prepare(folder: string, file: string): number {
  try {
    mkdirSync(folder, { recursive: true });
    return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  } catch {
    return 0;
  }
}

/**
 * An error for the log: name, code, the first line of its message without what stands in quotes (parsers quote
 * the text they choke on, and that is a post's), and the stack's frames.
 */
export function describeCause(cause: unknown): string {
  if (!(cause instanceof Error))
    return typeof cause === 'string' ? redact(cause) : 'a value that is no error';
  const code = 'code' in cause && typeof cause.code === 'string' ? ` ${cause.code}` : '';
  const frames = (cause.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [`${cause.name}${code} ${redact(cause.message)}`, ...frames.slice(0, 12)].join('\n');
}

function redact(message: string): string {
  const line = message.split('\n', 1)[0] ?? '';
  return line.replace(/(["'`{]).*(["'`}])/, '$1…$2').slice(0, 200);
}
