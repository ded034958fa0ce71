/** What went wrong, in words for the person at the keyboard. */
export interface Failure<Code extends string = string> {
  /** Stable name of the failure, for code and tests. */
  readonly code: Code;
  /** One sentence: what happened and what is safe. */
  readonly message: string;
  /** One sentence: what the person can do next. */
  readonly remedy?: string | undefined;
}

export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Err<F extends Failure = Failure> {
  readonly ok: false;
  readonly failure: F;
}

/** An expected outcome as a value. Bugs throw; everything a person can meet is a `Result`. */
export type Result<T, F extends Failure = Failure> = Ok<T> | Err<F>;

/** Wraps a value as a success. */
export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

/** Wraps a failure: `code` for programs, `message` and `remedy` for people. */
export function err<Code extends string>(code: Code, message: string, remedy?: string): Err<Failure<Code>> {
  return { ok: false, failure: remedy === undefined ? { code, message } : { code, message, remedy } };
}
