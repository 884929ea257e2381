/**
 * Gives out places: at most so many pieces of work run at once, and organisations that wait take turns, however much each of
 * them brings. So one that floods us waits behind itself alone.
 */
export class FairShare {
  readonly #atOnce: number;
  readonly #mostWaiting: number;
  /** Of each organisation, in the order in which they get a place. */
  readonly #waiting = new Map<string, (() => void)[]>();
  #running = 0;

  /** @param mostWaiting of one organisation; one more is refused */
  constructor(atOnce: number, mostWaiting: number) {
    this.#atOnce = atOnce;
    this.#mostWaiting = mostWaiting;
  }

  /** Resolves or rejects as the work does; `undefined` at once when too much of this organisation waits (it then never runs). */
  run<T>(tenant: string, work: () => Promise<T>): Promise<T> | undefined {
    const waiting = this.#waiting.get(tenant) ?? [];
    if (waiting.length >= this.#mostWaiting) return undefined;
    return this.#place(tenant, waiting)
      .then(work)
      .finally(() => this.#leave());
  }

  #place(tenant: string, waiting: (() => void)[]): Promise<void> {
    if (this.#running < this.#atOnce) {
      this.#running += 1;
      return Promise.resolve();
    }
    this.#waiting.set(tenant, waiting);
    return new Promise((resolve) => waiting.push(resolve));
  }

  /** The place goes to whose turn it is; that organisation is then the last in the row. */
  #leave(): void {
    const [next] = this.#waiting;
    if (!next) {
      this.#running -= 1;
      return;
    }
    const [tenant, waiting] = next;
    const enter = waiting.shift();
    this.#waiting.delete(tenant);
    if (waiting.length > 0) this.#waiting.set(tenant, waiting);
    enter?.();
  }
}
