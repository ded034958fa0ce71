import type { Failure, Result } from '../../core/base/result.ts';
import { err, ok } from '../../core/base/result.ts';
import type { TextEdit } from '../../core/base/text-edit.ts';
import type { GalleyApi } from '../../core/ipc/contract.ts';
import type { ConflictText, FileVersion, OpenedPost, SavedPost, ViewPosition } from '../../core/ipc/types.ts';
import type { PostId } from '../../core/post/types.ts';
import type { Clock } from './clock.ts';
import { JournalPump } from './journal-pump.ts';
import { sameText, spanningEdit, wholeText } from './open-post-text.ts';
import type { PostText } from './open-post-text.ts';
import type { SaveState } from './open-post-types.ts';
import { SaveScheduler } from './save-scheduler.ts';

/** A save unanswered for so long counts as not done, until it is answered. Milliseconds. */
const patience = 150;

const goneFile: ConflictText = { text: undefined, version: undefined, modifiedAt: undefined };

/** What saving needs of the open post. */
export interface SavingHost {
  readonly bridge: GalleyApi;
  readonly clock: Clock;
  readonly id: PostId;
  /** The text as it is now. */
  readonly text: () => PostText;
  /** The same as the bytes of a file would spell it, without BOM. */
  readonly raw: () => string;
  /** Where the writer is; offsets count in the whole LF text. */
  readonly position: () => ViewPosition | undefined;
  readonly onState: (save: SaveState) => void;
  /** A file's raw text, parted. */
  readonly parse: (raw: string) => PostText;
  /** Puts the file's text in place of the one shown. */
  readonly show: (opened: OpenedPost) => void;
}

/** A text at one instant; `seq`: the journal entry that it ends with, `edits`: how many batches it holds. */
interface Held {
  readonly text: PostText;
  readonly raw: string;
  readonly edits: number;
  readonly seq: number;
}

/** Keeps one post's text safe from its opening to its closing, and knows where that text is. */
export class PostSaving {
  readonly #host: SavingHost;
  readonly #scheduler: SaveScheduler;
  /** One from each reading of the file to the next: main counts entries from 1 after each. */
  #pump: JournalPump;
  /** The version that the text extends; undefined when recovered text extends one that is gone. */
  #base: FileVersion | undefined;
  #fileText: PostText;
  #readOnly: OpenedPost['readOnly'];
  /** Batches of edits so far, and how many of them the file holds. */
  #edits = 0;
  #savedEdits = 0;
  #savedAt: number | undefined;
  #saving = false;
  #late = false;
  #failure: Failure | undefined;
  #conflict: { readonly theirs: ConflictText | undefined } | undefined;
  #running: Promise<unknown> | undefined;
  #stopped = false;

  /** `fileText`: the text of `opened.text`; the host may already show what was recovered. */
  constructor(host: SavingHost, opened: OpenedPost, fileText: PostText) {
    this.#host = host;
    this.#base = opened.version;
    this.#fileText = fileText;
    this.#readOnly = opened.recovered === undefined ? opened.readOnly : undefined;
    this.#scheduler = new SaveScheduler(host.clock, () => void this.save());
    this.#pump = this.#newPump();
    if (opened.recovered !== undefined) this.#begin(opened, opened.recovered.conflict);
  }

  get isReadOnly(): boolean {
    return this.#readOnly !== undefined;
  }

  /** Where the text is now. When neither file nor journal has it, nothing else matters. */
  get state(): SaveState {
    const noJournal = this.#pump.failure;
    const noFile = this.#failure !== undefined || this.#conflict !== undefined || this.#late;
    if (this.#readOnly !== undefined) return { kind: 'read-only', reason: this.#readOnly };
    if (this.#isDirty && noJournal !== undefined && noFile) {
      return { kind: 'memory-only', failure: this.#failure ?? noJournal };
    }
    if (this.#conflict !== undefined) return { kind: 'conflict', theirs: this.#conflict.theirs };
    if (this.#isDirty && this.#failure !== undefined) {
      return { kind: 'failed', failure: this.#failure, journaled: noJournal === undefined };
    }
    if (this.#saving) return { kind: 'saving' };
    return this.#isDirty ? { kind: 'dirty' } : { kind: 'saved', at: this.#savedAt };
  }

  /** The text has changed by these edits of the whole LF text. */
  changed(batch: readonly TextEdit[]): void {
    this.#edits += 1;
    this.#pump.add(batch);
    if (this.#conflict === undefined) this.#scheduler.touched();
    this.#publish();
  }

  /** Saves unless nothing is unsaved or there is a conflict; afterwards the journal was heard, too. */
  async save(): Promise<void> {
    await this.#alone(async () => {
      if (!this.#isDirty || this.#stopped) return;
      if (this.#conflict === undefined && this.#base !== undefined) await this.#saveFile(this.#base);
      else {
        this.#pump.seal();
        await this.#pump.settled();
      }
    });
  }

  /** Saves what is unsaved; answers whether every word is now in the file or in the journal. */
  async settle(): Promise<boolean> {
    do await this.save();
    while (this.state.kind === 'dirty' && !this.#stopped);
    if (!this.#isDirty) return true;
    this.#pump.seal();
    return this.#pump.settled();
  }

  /** The file is not what was last read or written here; no version: it is gone. */
  async changedOutside(version: FileVersion | undefined): Promise<void> {
    await this.#alone(async () => {
      if (this.#stopped) return;
      if (version === undefined) this.#enterConflict(goneFile);
      else if (version === this.#base) this.#endConflict();
      else if (this.#isDirty || this.#conflict !== undefined) await this.#enterConflictOf(version);
      else await this.#reload();
    });
  }

  /** Reads the other text of a conflict. One that says the same as this text ends the conflict. */
  async loadTheirs(): Promise<ConflictText | undefined> {
    if (this.#conflict === undefined) return undefined;
    const answer = await this.#host.bridge.call('conflict.read', { id: this.#host.id });
    if (!answer.ok || this.#conflict === undefined) return undefined;
    const theirs = answer.value;
    const mine = this.#host.text();
    if (theirs.version !== undefined && theirs.text === this.#host.raw()) {
      this.#accept({ version: theirs.version }, mine, this.#edits, this.#pump.seal());
      await this.#host.bridge.call('journal.drop', { id: this.#host.id });
      return undefined;
    }
    this.#enterConflict(theirs);
    return theirs;
  }

  async keepMine(): Promise<Result<void>> {
    const theirs = this.#conflict?.theirs ?? (await this.loadTheirs());
    if (this.#conflict === undefined) return ok(undefined);
    if (theirs === undefined) return unreadable();
    return this.#alone(async () => {
      const { text, raw, edits, seq } = await this.#hold();
      const { bridge, id } = this.#host;
      const answer = await bridge.call('conflict.keep-mine', { id, text: raw, theirs: theirs.version, seq });
      if (answer.ok) this.#accept(answer.value, text, edits, seq);
      else if (answer.failure.code === 'conflict') await this.loadTheirs();
      return answer.ok ? ok(undefined) : answer;
    });
  }

  async takeTheirs(): Promise<Result<void>> {
    return this.#alone(async () => {
      const { raw } = await this.#hold();
      const { bridge, id } = this.#host;
      const answer = await bridge.call('conflict.take-theirs', { id, mine: raw });
      if (!answer.ok) return answer;
      this.#adopt(answer.value);
      return ok(undefined);
    });
  }

  /** Ends all timers; what is being written is still written. */
  stop(): void {
    this.#stopped = true;
    this.#scheduler.cancel();
    this.#pump.stop();
  }

  get #isDirty(): boolean {
    return this.#edits !== this.#savedEdits;
  }

  #newPump(): JournalPump {
    const { bridge, clock, id, position } = this.#host;
    const pump = new JournalPump({
      clock,
      position,
      send: (item) => bridge.call('journal.append', { id, ...item, batches: item.batches.map(copy) }),
      onHealth: () => {
        if (pump !== this.#pump) return;
        this.#scheduler.setUrgent(pump.failure !== undefined);
        this.#publish();
      },
    });
    return pump;
  }

  #begin(opened: OpenedPost, conflict: boolean): void {
    this.#edits = 1;
    if (!conflict) return this.#scheduler.touched();
    this.#base = undefined;
    this.#conflict = { theirs: { text: opened.text, version: opened.version, modifiedAt: undefined } };
  }

  /** The text at this instant, with the number of the journal entry that it ends with; waits for that entry. */
  async #hold(): Promise<Held> {
    const { text, raw } = this.#host;
    const held = { text: text(), raw: raw(), edits: this.#edits, seq: this.#pump.seal() };
    await this.#pump.settled();
    return held;
  }

  async #saveFile(base: FileVersion): Promise<void> {
    const { bridge, clock, id } = this.#host;
    this.#scheduler.started();
    this.#saving = true;
    this.#publish();
    const { text, raw, edits, seq } = await this.#hold();
    const calm = clock.after(patience, () => {
      this.#late = true;
      this.#publish();
    });
    // Back at the file's own text: there is nothing to write, unless a failed save left doubt about the file.
    const isBack = this.#failure === undefined && sameText(text, this.#fileText);
    const answer = isBack
      ? await bridge.call('journal.drop', { id })
      : await bridge.call('post.save', { id, text: raw, base, seq });
    calm();
    this.#saving = this.#late = false;
    if (answer.ok) this.#accept(answer.value ?? { version: base }, text, edits, seq);
    else this.#reject(answer.failure);
  }

  #accept(saved: Pick<SavedPost, 'version'>, text: PostText, edits: number, seq: number): void {
    this.#base = saved.version;
    this.#fileText = text;
    this.#savedEdits = edits;
    this.#savedAt = this.#host.clock.now();
    this.#failure = this.#conflict = undefined;
    this.#scheduler.succeeded();
    this.#pump.covered(seq);
    if (this.#isDirty) this.#scheduler.touched();
    this.#publish();
  }

  #reject(failure: Failure): void {
    if (failure.code === 'conflict') {
      this.#enterConflict(undefined);
      void this.loadTheirs();
      return;
    }
    this.#failure = failure;
    this.#scheduler.failed();
    this.#publish();
  }

  #enterConflict(theirs: ConflictText | undefined): void {
    this.#conflict = { theirs };
    this.#scheduler.cancel();
    this.#publish();
  }

  async #enterConflictOf(version: FileVersion): Promise<void> {
    if (this.#conflict?.theirs?.version === version) return;
    this.#enterConflict(undefined);
    await this.loadTheirs();
  }

  /** The file is again what this text extends. */
  #endConflict(): void {
    if (this.#conflict === undefined) return;
    this.#conflict = undefined;
    if (this.#isDirty) this.#scheduler.touched();
    this.#publish();
  }

  async #reload(): Promise<void> {
    const answer = await this.#host.bridge.call('post.open', { id: this.#host.id });
    if (!answer.ok || this.#stopped) return;
    if (!this.#isDirty) return this.#adopt(answer.value);
    // Something was typed while the file was read. Main counts entries from that reading on: tell it all anew.
    this.#restartJournal(this.#host.parse(answer.value.text));
    await this.#enterConflictOf(answer.value.version);
  }

  #restartJournal(from: PostText): void {
    this.#pump.stop();
    this.#pump = this.#newPump();
    const edit = spanningEdit(wholeText(from), wholeText(this.#host.text()));
    if (edit !== undefined) this.#pump.add([edit]);
  }

  #adopt(opened: OpenedPost): void {
    this.#host.show(opened);
    this.#readOnly = opened.readOnly;
    this.#edits += 1;
    this.#pump.stop();
    this.#pump = this.#newPump();
    this.#accept(opened, this.#host.text(), this.#edits, 0);
  }

  #publish(): void {
    if (!this.#stopped) this.#host.onState(this.state);
  }

  /** Runs one task after another: two writers of one file would see each other as a conflict. */
  async #alone<T>(task: () => Promise<T>): Promise<T> {
    while (this.#running !== undefined) await this.#running;
    const run = task();
    const settled = run.then(
      () => undefined,
      () => undefined,
    );
    this.#running = settled;
    try {
      return await run;
    } finally {
      if (this.#running === settled) this.#running = undefined;
    }
  }
}

/** Whether two states would be shown alike. */
export function sameState(a: SaveState, b: SaveState): boolean {
  const before: Record<string, unknown> = { ...a };
  const after: Record<string, unknown> = { ...b };
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].every(
    (key) => before[key] === after[key],
  );
}

/** The contract's validators infer mutable lists. */
function copy(batch: readonly TextEdit[]): TextEdit[] {
  return [...batch];
}

function unreadable(): Result<never> {
  return err(
    'conflict-unread',
    'The other text could not be read, so nothing was replaced.',
    'Try again, or save a copy of your text.',
  );
}
