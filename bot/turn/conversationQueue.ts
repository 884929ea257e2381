/**
 * Runs work one at a time per key, in the order of arrival. Keys do not wait for each other.
 * At most `limit` pieces wait or run under one key; one more is refused.
 */
export class ConversationQueue {
  readonly #tails = new Map<string, { tail: Promise<unknown>; size: number }>();

  readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  /** Resolves or rejects as the work does; `undefined` at once when the key is full (the work then never runs). */
  add<T>(key: string, work: () => Promise<T>): Promise<T> | undefined {
    const line = this.#tails.get(key) ?? { tail: Promise.resolve(), size: 0 };
    if (line.size >= this.limit) return undefined;

    const result = line.tail.then(work, work);
    line.size += 1;
    line.tail = result
      .catch(() => undefined)
      .finally(() => {
        line.size -= 1;
        if (line.size === 0) this.#tails.delete(key);
      });
    this.#tails.set(key, line);
    return result;
  }

  /** Resolves once everything that was added before has ended. */
  async idle(): Promise<void> {
    await Promise.all([...this.#tails.values()].map(({ tail }) => tail));
  }
}
