/** Functions that want to hear of something. */
export class Listeners<Payload> {
  readonly #listeners = new Set<(payload: Payload) => void>();

  /** Adds one; the answer takes it away. */
  add(listener: (payload: Payload) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(payload: Payload): void {
    for (const listener of this.#listeners) listener(payload);
  }
}
