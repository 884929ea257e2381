import type { FakeClock } from './fakeClock.ts';

/** At most so many messages in so many seconds. */
interface Limit {
  readonly seconds: number;
  readonly messages: number;
}

/**
 * How much one bot may send to one conversation, and to one organisation.
 * Source: Optimize your bot with rate limiting in Teams (Microsoft Teams developer documentation), Per bot per thread limit.
 */
const PER_CONVERSATION: readonly Limit[] = [
  { seconds: 1, messages: 7 },
  { seconds: 2, messages: 8 },
  { seconds: 30, messages: 60 },
  { seconds: 3600, messages: 1800 },
];
const PER_TENANT: readonly Limit[] = [{ seconds: 1, messages: 50 }];

/** Counts what comes in, and says when it is too much. */
export class RateTable {
  readonly #clock: FakeClock;
  readonly #seen = new Map<string, number[]>();

  constructor(clock: FakeClock) {
    this.#clock = clock;
  }

  /** Seconds to wait, when this message to this conversation is one too many; 0 when it may pass. It is counted then. */
  check(conversation: string): number {
    const now = this.#clock.now().getTime();
    const wait = Math.max(this.#wait(conversation, PER_CONVERSATION, now), this.#wait('everybody', PER_TENANT, now));
    if (wait === 0) for (const key of [conversation, 'everybody']) this.#seen.get(key)?.push(now);
    return wait;
  }

  #wait(key: string, limits: readonly Limit[], now: number): number {
    const times = (this.#seen.get(key) ?? []).filter((time) => time > now - 3_600_000);
    this.#seen.set(key, times);
    return Math.max(
      0,
      ...limits.map(({ seconds, messages }) => {
        const inside = times.filter((time) => time > now - seconds * 1000);
        return inside.length < messages ? 0 : Math.ceil(((inside[0] ?? now) + seconds * 1000 - now) / 1000) || 1;
      }),
    );
  }
}
