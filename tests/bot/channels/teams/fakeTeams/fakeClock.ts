/** A clock that only moves when a test moves it; what was put off happens on the way. */
export class FakeClock {
  #now: number;
  #waiting: { readonly at: number; readonly work: () => unknown }[] = [];

  constructor(start = '2030-01-15T12:00:00.000Z') {
    this.#now = Date.parse(start);
  }

  readonly now = (): Date => new Date(this.#now);

  /** Runs this once so many seconds have gone by. */
  after(seconds: number, work: () => unknown): void {
    this.#waiting.push({ at: this.#now + seconds * 1000, work });
  }

  /** Lets time go by, and all that was put off until then happen in order; resolves when it has happened. */
  async pass(seconds: number): Promise<void> {
    const until = this.#now + seconds * 1000;
    for (;;) {
      const [next] = this.#waiting.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
      if (!next) break;
      this.#waiting = this.#waiting.filter((one) => one !== next);
      this.#now = Math.max(this.#now, next.at);
      await next.work();
    }
    this.#now = until;
  }
}
