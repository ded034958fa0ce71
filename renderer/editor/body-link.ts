import { Annotation, ChangeSet, Transaction } from '@codemirror/state';
import type { Text, TransactionSpec } from '@codemirror/state';
import type { TextEdit } from '../../core/base/text-edit.ts';
import { spanningEdit } from '../store/open-post-text.ts';

/** Marks a change that came from the store, which knows of it already. */
export const fromStore = Annotation.define<true>();

/** What the link needs of the view. */
export interface LinkedView {
  readonly doc: () => Text;
  /** While an input method composes, the text must not be changed under it, and is not handed over. */
  readonly isComposing: () => boolean;
  readonly dispatch: (spec: TransactionSpec) => void;
}

/** What the link needs of the store. */
export interface LinkedStore {
  readonly body: () => Text;
  readonly apply: (edits: readonly TextEdit[], body: Text) => void;
}

/**
 * Keeps the view's text and the store's body the same. Changes on both sides, which happen when a file is
 * read again while something is typed or composed, are joined; nothing typed is lost.
 */
export class BodyLink {
  readonly #view: LinkedView;
  readonly #store: LinkedStore;
  /** The store's body that `#pending` refers to. */
  #base: Text;
  #pending: ChangeSet | undefined;

  constructor(view: LinkedView, store: LinkedStore) {
    this.#view = view;
    this.#store = store;
    this.#base = store.body();
  }

  /** The view was given the store's body as a whole. */
  reset(): void {
    this.#base = this.#store.body();
    this.#pending = undefined;
  }

  /** The view's text has changed, not by the store. */
  changed(changes: ChangeSet): void {
    this.#pending = this.#pending?.compose(changes) ?? changes;
    this.settle();
  }

  /** Brings both sides together, unless something is being composed; then whoever ends that calls again. */
  settle(): void {
    if (this.#view.isComposing()) return;
    if (this.#store.body() !== this.#base) this.#pull();
    if (this.#pending !== undefined) this.#push(this.#pending);
  }

  #pull(): void {
    const body = this.#store.body();
    const edit = spanningEdit(this.#base.toString(), body.toString());
    const theirs = ChangeSet.of(edit === undefined ? [] : [edit], this.#base.length);
    const mine = this.#pending;
    this.#base = body;
    this.#pending = mine?.map(theirs, true);
    if (edit === undefined) return;
    this.#view.dispatch({
      changes: mine === undefined ? theirs : theirs.map(mine),
      annotations: [fromStore.of(true), Transaction.addToHistory.of(false)],
    });
  }

  #push(changes: ChangeSet): void {
    const doc = this.#view.doc();
    this.#pending = undefined;
    this.#base = doc;
    this.#store.apply(editsOf(changes), doc);
    // The store refuses edits when no post is open for them: the view goes back to what the store has.
    if (this.#store.body() !== doc) this.#pull();
  }
}

function editsOf(changes: ChangeSet): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  changes.iterChanges((from, to, _fromNew, _toNew, inserted) => {
    edits.push({ from, to, insert: inserted.toString() });
  });
  return edits;
}
