import type { Failure, Result } from '../../core/base/result.ts';
import type { TextEdit } from '../../core/base/text-edit.ts';
import type { JournalEntry, ViewPosition } from '../../core/ipc/types.ts';
import type { Clock } from './clock.ts';

/** Milliseconds between two journal entries. */
const interval = 250;
/** An entry unanswered for so long counts as not written, until it is answered. */
const patience = 600;
const firstRetry = 1000;
const lastRetry = 30_000;

const late: Failure = {
  code: 'journal-late',
  message: 'Galley could not confirm that your last words are safe.',
  remedy: 'If this stays, copy your text to another place.',
};

/** What the pump sends; the post's id is added by whoever sends it. */
export type JournalItem = Omit<JournalEntry, 'id'>;

export interface JournalPumpOptions {
  readonly clock: Clock;
  readonly send: (item: JournalItem) => Promise<Result<void>>;
  /** Where the writer is, asked for when an entry is closed. Offsets count in the post's LF text. */
  readonly position: () => ViewPosition | undefined;
  /** Called whenever `failure` has changed. */
  readonly onHealth: () => void;
}

/**
 * Hands a post's edits to the journal, in order, one entry at a time, within 250 ms, and knows whether they
 * arrived. An entry that failed is sent again under the same number.
 */
export class JournalPump {
  readonly #options: JournalPumpOptions;
  #pending: (readonly TextEdit[])[] = [];
  #queue: JournalItem[] = [];
  #sealed = 0;
  #sending = false;
  #failure: Failure | undefined;
  #retryDelay = 0;
  #timer: { readonly at: number; readonly stop: () => void } | undefined;
  #waiting: ((ok: boolean) => void)[] = [];
  #stopped = false;

  constructor(options: JournalPumpOptions) {
    this.#options = options;
  }

  /** Why the journal does not hold all it was given; undefined while it does, or is about to. */
  get failure(): Failure | undefined {
    return this.#failure;
  }

  /** Takes one batch of edits of the whole LF text: sorted, and referring to the text before them. */
  add(batch: readonly TextEdit[]): void {
    this.#pending.push(batch);
    this.#schedule(this.#failure === undefined ? interval : firstRetry);
  }

  /** Closes what was added into an entry and sends it; answers the number of the last entry, 0 before the first. */
  seal(): number {
    this.#close();
    void this.#send();
    return this.#sealed;
  }

  /** Waits until everything sealed is in the journal (true), or has failed or is late (false). */
  settled(): Promise<boolean> {
    if (this.#queue.length === 0) return Promise.resolve(true);
    if (this.#failure === late) return Promise.resolve(false);
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** The file holds the text of entry `seq`: what is not yet written up to there need not be. */
  covered(seq: number): void {
    this.#queue = this.#queue.filter((item) => item.seq > seq);
    if (this.#queue.length > 0) return;
    this.#setFailure(undefined);
    this.#release(true);
  }

  /** Sends nothing more. */
  stop(): void {
    this.#stopped = true;
    this.#timer?.stop();
    this.#release(this.#queue.length === 0);
  }

  #close(): void {
    if (this.#pending.length === 0) return;
    this.#sealed += 1;
    const position = this.#options.position();
    this.#queue.push({ seq: this.#sealed, batches: this.#pending, position });
    this.#pending = [];
  }

  #schedule(delay: number): void {
    const { clock } = this.#options;
    const at = clock.now() + delay;
    if (this.#stopped || (this.#timer !== undefined && this.#timer.at <= at)) return;
    this.#timer?.stop();
    this.#timer = { at, stop: clock.after(delay, () => this.#tick()) };
  }

  #tick(): void {
    this.#timer = undefined;
    // One entry waits for the one before it; what is typed meanwhile goes into the next.
    if (this.#queue.length === 0) this.#close();
    void this.#send();
  }

  async #send(): Promise<void> {
    const item = this.#queue[0];
    if (this.#stopped || this.#sending || item === undefined) return;
    this.#sending = true;
    const calm = this.#options.clock.after(patience, () => {
      if (!this.#queue.includes(item)) return;
      this.#setFailure(late);
      this.#release(false);
    });
    const answer = await this.#options.send(item);
    calm();
    this.#sending = false;
    // A failed entry that the file has covered meanwhile is as good as written.
    if (!answer.ok && this.#queue.includes(item)) this.#afterFailure(answer.failure);
    else this.#afterSuccess(item.seq);
  }

  #afterFailure(failure: Failure): void {
    this.#retryDelay = Math.min(lastRetry, Math.max(firstRetry, this.#retryDelay * 2));
    this.#setFailure(failure);
    this.#release(false);
    this.#schedule(this.#retryDelay);
  }

  #afterSuccess(seq: number): void {
    this.#queue = this.#queue.filter((item) => item.seq > seq);
    this.#retryDelay = 0;
    this.#setFailure(undefined);
    if (this.#queue.length > 0) void this.#send();
    else this.#release(true);
    if (this.#pending.length > 0) this.#schedule(interval);
  }

  #setFailure(failure: Failure | undefined): void {
    if (this.#failure === failure) return;
    this.#failure = failure;
    this.#options.onHealth();
  }

  #release(ok: boolean): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve(ok);
  }
}
