import type { TextEdit } from '../../core/base/text-edit.ts';
import type { PageAnswer, PageContext, PageRequest, TextNews } from './worker/protocol.ts';

/** The worker as the client uses it. */
export interface PageWorker {
  readonly send: (request: PageRequest) => void;
  /** Calls back at every answer, and when the worker itself has failed. */
  readonly listen: (onAnswer: (answer: PageAnswer) => void, onFault: (message: string) => void) => void;
  readonly terminate: () => void;
}

export interface PageClientOptions {
  readonly worker: PageWorker;
  /** The LF text of the post as it is now. */
  readonly text: () => string;
  /** Waits for a good moment to draw, e.g. the next frame; `busyFor`: milliseconds that the last page took. */
  readonly nextFrame: (task: () => void, busyFor: number) => void;
  /** Shows a page; false when it needs to be sent afresh. */
  readonly show: (answer: Extract<PageAnswer, { kind: 'page' }>) => Promise<boolean>;
  readonly onFailure: (message: string) => void;
}

/**
 * Asks the worker for pages. At most one request is under way; whatever changes meanwhile goes into the next,
 * so a page is never older than one rendering, and requests never queue up.
 */
export class PageClient {
  readonly #options: PageClientOptions;
  #context: PageContext | undefined;
  /** Edits that the worker does not know of yet; `whole`: it does not know the text that they refer to. */
  #news: 'none' | 'whole' | readonly (readonly TextEdit[])[] = 'whole';
  #fresh = true;
  #isWaiting = false;
  #isBusy = false;
  #took = 0;

  constructor(options: PageClientOptions) {
    this.#options = options;
    options.worker.listen(
      (answer) => void this.#onAnswer(answer),
      (message) => {
        this.#isBusy = false;
        options.onFailure(message);
      },
    );
  }

  setContext(context: PageContext): void {
    this.#context = context;
    this.#ask();
  }

  /** The text is another, e.g. that of another post. */
  replaceText(): void {
    this.#news = 'whole';
    this.#ask();
  }

  /** The LF text was changed by these edits; they are sorted and refer to the text before them. */
  edit(batch: readonly TextEdit[]): void {
    if (this.#news === 'none') this.#news = [batch];
    else if (this.#news !== 'whole') this.#news = [...this.#news, batch];
    this.#ask();
  }

  /** The frame holds nothing any more. */
  startAfresh(): void {
    this.#fresh = true;
    this.#ask();
  }

  #ask(): void {
    if (this.#isWaiting || this.#isBusy) return;
    this.#isWaiting = true;
    this.#options.nextFrame(() => {
      this.#isWaiting = false;
      this.#send();
    }, this.#took);
  }

  #send(): void {
    const request: PageRequest = { context: this.#context, text: this.#textNews(), fresh: this.#fresh };
    this.#context = undefined;
    this.#news = 'none';
    this.#fresh = false;
    this.#isBusy = true;
    this.#took = performance.now();
    this.#options.worker.send(request);
  }

  async #onAnswer(answer: PageAnswer): Promise<void> {
    if (answer.kind === 'failed') this.#options.onFailure(answer.message);
    else if (!(await this.#options.show(answer))) this.#fresh = true;
    this.#took = performance.now() - this.#took;
    this.#isBusy = false;
    if (this.#context !== undefined || this.#news !== 'none' || this.#fresh) this.#ask();
  }

  #textNews(): TextNews | undefined {
    if (this.#news === 'none') return undefined;
    if (this.#news === 'whole') return { kind: 'whole', text: this.#options.text() };
    return { kind: 'edits', batches: this.#news };
  }
}
