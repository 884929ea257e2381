import { setTimeout as wait } from 'node:timers/promises';
import type { LogFeed, LoggedActivity } from '../../ports.ts';

type Listener = (logged: readonly LoggedActivity[]) => void;

/** Conversations whose listeners look at the same time when all of them must; then the next ones. */
const AT_ONCE = 50;
const PAUSE_MS = 20;

/** A feed for one process: what is published here is heard here, at once and in order. */
export class InProcessLogFeed implements LogFeed {
  readonly #listeners = new Map<string, Set<Listener>>();

  publish(tenant: string, conversationId: string, logged: readonly LoggedActivity[]): void {
    if (logged.length > 0) this.#tell(keyOf(tenant, conversationId), logged);
  }

  hint(tenant: string, conversationId: string): void {
    this.#tell(keyOf(tenant, conversationId), []);
  }

  /** Everything may have grown; not all of them ask the database at once. */
  async hintAll(): Promise<void> {
    const keys = [...this.#listeners.keys()];
    for (let from = 0; from < keys.length; from += AT_ONCE) {
      if (from > 0) await wait(PAUSE_MS, undefined, { ref: false });
      for (const key of keys.slice(from, from + AT_ONCE)) this.#tell(key, []);
    }
  }

  subscribe(tenant: string, conversationId: string, listener: Listener): () => void {
    const key = keyOf(tenant, conversationId);
    const listeners = this.#listeners.get(key) ?? new Set();
    this.#listeners.set(key, listeners.add(listener));

    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#listeners.get(key) === listeners) this.#listeners.delete(key);
    };
  }

  #tell(key: string, logged: readonly LoggedActivity[]): void {
    for (const listener of this.#listeners.get(key) ?? []) listener(logged);
  }
}

function keyOf(tenant: string, conversationId: string): string {
  return JSON.stringify([tenant, conversationId]);
}
