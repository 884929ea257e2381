import type { Conversation } from '../ports.ts';

/**
 * The last committed state of recently active conversations, so that a turn needs one trip to the store. Only ever a
 * shortcut: the commit compares versions, so a stale entry costs a second attempt and nothing else.
 */
export class ConversationCache {
  readonly #kept = new Map<string, Conversation>();

  readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  get(key: string): Conversation | undefined {
    return this.#kept.get(key);
  }

  /** The oldest entry makes room. */
  set(key: string, conversation: Conversation): void {
    this.#kept.delete(key);
    this.#kept.set(key, conversation);
    const oldest = this.#kept.keys().next();
    if (this.#kept.size > this.limit && !oldest.done) this.#kept.delete(oldest.value);
  }

  delete(key: string): void {
    this.#kept.delete(key);
  }
}
