/** What goes wrong with one message that the bot sends. */
export type Fault =
  /** It is refused with this status. */
  | { readonly kind: 'refused'; readonly status: number; readonly retryAfter?: number }
  /** It is accepted and people see it, but the bot gets this status, or a broken line. */
  | { readonly kind: 'lost-answer'; readonly status: number | 'reset' }
  /** Nobody sees it, and the bot hears nothing: see `silenced` of the connector. */
  | { readonly kind: 'silence' }
  /** The bot is sent elsewhere. */
  | { readonly kind: 'redirect'; readonly to: string };

/** Faults that wait for the messages to come, the first for the next one. */
export class Faults {
  readonly #next: Fault[] = [];

  add(...faults: readonly Fault[]): void {
    this.#next.push(...faults);
  }

  take(): Fault | undefined {
    return this.#next.shift();
  }
}
