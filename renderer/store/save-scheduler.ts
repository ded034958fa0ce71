import type { Clock } from './clock.ts';

/** When a file is saved: milliseconds, see "The invariant" in docs/architecture.md. */
const afterLastKey = 1000;
const whileTyping = 10_000;
/** With no journal behind it, an edit may wait this long only: the window must tell the truth within a second. */
const withoutJournal = 700;
const firstRetry = 2000;
const lastRetry = 60_000;

/**
 * Decides when a post is saved: 1 s after the last change, at least every 10 s while typing, and again after
 * a failure, later each time. It calls `save`, and is told how that went.
 */
export class SaveScheduler {
  readonly #clock: Clock;
  readonly #save: () => void;
  #first: number | undefined;
  #last: number | undefined;
  #retryAt: number | undefined;
  #retryDelay = 0;
  #urgent = false;
  #timer: { readonly at: number; readonly stop: () => void } | undefined;

  constructor(clock: Clock, save: () => void) {
    this.#clock = clock;
    this.#save = save;
  }

  /** The text has changed. */
  touched(): void {
    this.#last = this.#clock.now();
    this.#first ??= this.#last;
    this.#arm();
  }

  /** Whether the journal fails to hold the text; while it does, changes are saved within 700 ms. */
  setUrgent(urgent: boolean): void {
    this.#urgent = urgent;
    this.#arm();
  }

  /** A save has begun: it holds everything up to now, so nothing is due. */
  started(): void {
    this.cancel();
  }

  /** The save reached the file. */
  succeeded(): void {
    this.#retryDelay = 0;
  }

  /** The save failed; it is tried again after 2 s, 4 s, 8 s … at most a minute. */
  failed(): void {
    this.#retryDelay = Math.min(lastRetry, Math.max(firstRetry, this.#retryDelay * 2));
    this.#retryAt = this.#clock.now() + this.#retryDelay;
    this.#arm();
  }

  /** Nothing is due any more. */
  cancel(): void {
    this.#first = this.#last = this.#retryAt = undefined;
    this.#disarm();
  }

  #due(): number {
    const times = [this.#retryAt ?? Infinity];
    if (this.#first !== undefined && this.#last !== undefined) {
      times.push(this.#last + afterLastKey, this.#first + whileTyping);
      if (this.#urgent) times.push(this.#first + withoutJournal);
    }
    return Math.min(...times);
  }

  #arm(): void {
    const at = this.#due();
    // A timer that rings too early looks again, so a keystroke seldom has to set one.
    if (at === Infinity || (this.#timer !== undefined && this.#timer.at <= at)) return;
    this.#disarm();
    const stop = this.#clock.after(Math.max(0, at - this.#clock.now()), () => this.#ring());
    this.#timer = { at, stop };
  }

  #disarm(): void {
    this.#timer?.stop();
    this.#timer = undefined;
  }

  #ring(): void {
    this.#timer = undefined;
    if (this.#clock.now() >= this.#due()) this.#save();
    else this.#arm();
  }
}
