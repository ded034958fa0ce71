import type { Failure } from '../../core/base/result.ts';

/** What a command needs of the process that runs it. */
export interface World {
  /** Absolute path of the folder that typed paths are relative to. */
  readonly folder: string;
  /** Writes to standard output; resolves when the text has been handed over. */
  readonly write: (text: string) => Promise<void>;
  /** Writes one line to standard error. */
  readonly complain: (line: string) => void;
}

/** How a command ended. */
export const exitCodes = { fine: 0, wrong: 1, usage: 2 } as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/**
 * Text from a post, a path or the system, fit for one line of a terminal: what could move the cursor, change colours
 * or turn the direction of the line around is shown as U+FFFD.
 */
export function printable(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is replaced
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
}

/** A failure as the command line tells it: what happened, then what can be done. */
export function complainOf(world: World, about: string | undefined, failure: Failure): void {
  const start = about === undefined ? 'galley' : `galley: ${about}`;
  world.complain(printable(`${start}: ${failure.message}`));
  if (failure.remedy !== undefined) world.complain(printable(`        ${failure.remedy}`));
}
