/** At most so many messages in so many milliseconds. */
interface Limit {
  readonly milliseconds: number;
  readonly messages: number;
}

/**
 * Source: Optimize your bot with rate limiting in Teams, Per bot per thread limit (Microsoft Teams developer
 * documentation). The limit over all counts per organisation; we keep to it over all organisations together.
 */
const PER_CONVERSATION: readonly Limit[] = [
  { milliseconds: 1_000, messages: 7 },
  { milliseconds: 2_000, messages: 8 },
  { milliseconds: 30_000, messages: 60 },
  { milliseconds: 3_600_000, messages: 1_800 },
];
const OVER_ALL: Limit = { milliseconds: 1_000, messages: 50 };

/** Conversations to keep count of; above it those that are quiet are forgotten. */
const REMEMBERED = 10_000;
const QUIET_MS = 30_000;

/** Keeps what this process sends under the limits of the platform. Times are milliseconds. */
export class Pace {
  readonly #sent = new Map<string, number[]>();
  #overAll: number[] = [];

  /** How many messages may go now, to whomever. */
  room(now: number): number {
    this.#overAll = this.#overAll.filter((time) => time > now - OVER_ALL.milliseconds);
    return OVER_ALL.messages - this.#overAll.length;
  }

  /** How long until one more may go; 0 when one may go now. */
  untilRoom(now: number): number {
    return this.room(now) > 0 ? 0 : waitFor(OVER_ALL, this.#overAll, now);
  }

  /** How long until a message may go to this conversation; 0 when it may go now, and then it is counted. */
  take(conversation: string, now: number): number {
    const times = (this.#sent.get(conversation) ?? []).filter((time) => time > now - 3_600_000);
    const wait = Math.max(...PER_CONVERSATION.map((limit) => waitFor(limit, times, now)));
    if (wait > 0) return wait;

    this.#forgetQuiet(now);
    this.#sent.set(conversation, [...times, now]);
    this.#overAll.push(now);
    return 0;
  }

  #forgetQuiet(now: number): void {
    if (this.#sent.size < REMEMBERED) return;
    for (const [conversation, times] of this.#sent) {
      if ((times.at(-1) ?? 0) < now - QUIET_MS) this.#sent.delete(conversation);
    }
  }
}

/** Until the oldest of those that fill the span falls out of it. */
function waitFor({ milliseconds, messages }: Limit, times: readonly number[], now: number): number {
  const oldest = times.at(-messages);
  return oldest === undefined ? 0 : Math.max(0, oldest + milliseconds - now);
}
