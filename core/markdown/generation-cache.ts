/** A cache that keeps what was used since the turn before the last: exactly one earlier state of what it serves. */
export class GenerationCache<Value> {
  #current = new Map<string, Value>();
  #previous = new Map<string, Value>();

  /** The value of this key, made only when it is not known. */
  take(key: string, make: () => Value): Value {
    const known = this.#current.get(key) ?? this.#previous.get(key);
    const value = known === undefined ? make() : known;
    this.#current.set(key, value);
    return value;
  }

  /** Ends a generation: what it did not use is forgotten. */
  turn(): void {
    this.#previous = this.#current;
    this.#current = new Map();
  }
}
