import type { LogFeed, LoggedActivity } from '../../ports.ts';

type Listener = (logged: readonly LoggedActivity[]) => void;

/** A feed for one process: what is published here is heard here, at once and in order. */
export class InProcessLogFeed implements LogFeed {
  readonly #listeners = new Map<string, Set<Listener>>();

  publish(tenant: string, conversationId: string, logged: readonly LoggedActivity[]): void {
    if (logged.length === 0) return;
    for (const listener of this.#listeners.get(keyOf(tenant, conversationId)) ?? []) listener(logged);
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
}

function keyOf(tenant: string, conversationId: string): string {
  return JSON.stringify([tenant, conversationId]);
}
