import type { Activity } from 'botbuilder-core';

const MOST_CONVERSATIONS = 1000;
const MINUTES = 10;

interface Masked {
  readonly words: readonly string[];
  readonly until: number;
}

/**
 * What was masked in the last message of a conversation, for ten minutes, in this process alone and never on a disk: a teacher
 * who says that it was no name need not type it again.
 */
export class RecentlyMasked {
  readonly #masked = new Map<string, Masked>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** The words that were masked in the last message; none when that is too long ago, or was elsewhere. */
  in(activity: Activity): readonly string[] {
    const kept = this.#masked.get(keyOf(activity));
    return kept && kept.until > this.#now() ? kept.words : [];
  }

  /** Takes the place of what was kept of the message before. */
  keep(activity: Activity, words: readonly string[]): void {
    const key = keyOf(activity);
    this.#masked.delete(key);
    if (words.length === 0) return;
    this.#masked.set(key, { words, until: this.#now() + MINUTES * 60_000 });
    const [oldest] = this.#masked.keys();
    if (this.#masked.size > MOST_CONVERSATIONS && oldest !== undefined) this.#masked.delete(oldest);
  }
}

function keyOf({ channelId, conversation, from }: Activity): string {
  return JSON.stringify([channelId, conversation?.id, from?.id]);
}
