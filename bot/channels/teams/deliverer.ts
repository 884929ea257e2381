import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { OutboxStore, OutgoingMessage, TakenMessage } from '../../ports.ts';
import type { SendOutcome } from './connector.ts';
import { Pace } from './pace.ts';

export interface DelivererOptions {
  readonly outbox: OutboxStore;
  /** Offers a message once; must not reject. */
  readonly send: (message: OutgoingMessage) => Promise<SendOutcome>;
  readonly now: () => Date;
  readonly log: Logger;
  /** Told of every offer, and of messages that are past their time. */
  readonly observe?: (outcome: SendOutcome['kind'] | 'expired') => void;
  /** From 0 up to 1. */
  readonly random?: () => number;
}

/** Messages under way at once. */
const AT_ONCE = 25;
/**
 * After this long without a sign of us somebody else takes over, at the next look: within ten seconds. While an offer lasts
 * we give one often enough, also when the clocks of two machines differ by seconds.
 */
const LEASE_MS = 8_000;
const SIGN_EVERY_MS = 2_000;
/** What became of a message is told to the database so often, until it is kept. */
const KEEP_TRIES = 20;
const KEEP_PAUSE_MS = 500;
/** How often we look for what is due: again, after a restart, or left behind by another instance. */
const EVERY_MS = 1_000;
const EXPIRE_EVERY_MS = 60_000;
const LONGEST_BACKOFF_SECONDS = 60;

/**
 * Brings messages from the outbox to Teams: in their order within a conversation, under the limits of the platform, and
 * again by its rules when they were not accepted.
 *
 * | outcome | what happens                                                                          |
 * | ------- | ------------------------------------------------------------------------------------- |
 * | sent    | it leaves the outbox                                                                  |
 * | later   | it is offered again, when the platform says or after 2, 4, 8 … 60 seconds             |
 * | unknown | the same, but only once: then it waits for the next message (see `OutboxStore`)       |
 * | never   | it leaves the outbox; its words stay in the conversation's log                        |
 */
export class Deliverer {
  readonly #options: DelivererOptions;
  readonly #pace = new Pace();
  readonly #holder = randomUUID();
  #timer: NodeJS.Timeout | undefined;
  #forRoom: NodeJS.Timeout | undefined;
  #delivering: Promise<void> | undefined;
  #wake: () => void = () => undefined;
  #wanted = false;
  #stopped = false;
  #expiredAt = Number.NEGATIVE_INFINITY;

  constructor(options: DelivererOptions) {
    this.#options = options;
  }

  /** From now on what is due is delivered by itself. */
  start(): void {
    this.#timer = setInterval(() => this.wake(), EVERY_MS).unref();
  }

  /** There is something new. */
  wake(): void {
    if (this.#timer === undefined || this.#stopped) return;
    this.#wanted = true;
    this.#wake();
    this.#delivering ??= this.#deliverWhileWanted();
  }

  /** Finishes what is under way and takes nothing more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    clearTimeout(this.#forRoom);
    this.#wake();
    await this.#delivering;
  }

  /** Delivers until nothing that is due may go. Rejects with `StorageError` when the outbox cannot be read. */
  async deliverDue(): Promise<void> {
    await this.#dropExpired();
    const underWay = new Set<Promise<void>>();
    try {
      for (;;) {
        const until = this.#options.now().getTime() + LEASE_MS;
        const taken = await this.#take(AT_ONCE - underWay.size, until);
        for (const message of taken) {
          const delivery = this.#deliver(message, until)
            .catch((error: unknown) => this.#failed(error))
            .finally(() => underWay.delete(delivery));
          underWay.add(delivery);
        }
        if (taken.length > 0) continue;
        if (underWay.size === 0) return;
        await Promise.race([...underWay, this.#nextWake()]);
      }
    } finally {
      await Promise.allSettled(underWay);
    }
  }

  async #deliverWhileWanted(): Promise<void> {
    try {
      while (this.#wanted && !this.#stopped) {
        this.#wanted = false;
        await this.deliverDue();
      }
    } catch (error) {
      this.#failed(error);
    } finally {
      this.#delivering = undefined;
      this.#wakeWithRoom();
    }
  }

  /** More may be waiting than could go: it goes as soon as the platform allows, not at the next look. */
  #wakeWithRoom(): void {
    const wait = this.#pace.untilRoom(this.#options.now().getTime());
    if (wait === 0 || this.#stopped) return;
    clearTimeout(this.#forRoom);
    this.#forRoom = setTimeout(() => this.wake(), wait).unref();
  }

  /** What was taken comes free again when its time is over. */
  #failed(error: unknown): void {
    this.#options.log.error({ name: error instanceof Error ? error.name : 'unknown' }, 'Teams: outbox');
  }

  #nextWake(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }

  async #take(places: number, until: number): Promise<readonly OutgoingMessage[]> {
    const now = this.#options.now().getTime();
    const limit = this.#stopped ? 0 : Math.min(places, this.#pace.room(now));
    if (limit <= 0) return [];
    return this.#options.outbox.take({ at: iso(now), until: iso(until), holder: this.#holder, limit });
  }

  async #deliver(message: OutgoingMessage, takenUntil: number): Promise<void> {
    const { tenant, conversationId, seq } = message;
    const { outbox, send, now, log, observe } = this.#options;
    const taken = { tenant, conversationId, seq, holder: this.#holder };
    const wait = this.#pace.take(JSON.stringify([tenant, conversationId]), now().getTime());
    if (wait > 0) return outbox.postpone({ ...taken, due: iso(now().getTime() + wait), isDoubtful: false });

    return this.#whileHeld(taken, async () => {
      // This process may have stood still since: then somebody else has it.
      if (now().getTime() >= takenUntil) return;
      const outcome = await send(message);
      observe?.(outcome.kind);
      if (outcome.kind === 'sent') return this.#untilKept(() => outbox.remove(taken));
      log.warn({ conversation: conversationId, seq, attempt: message.attempts, ...outcome }, 'Teams: not delivered');
      if (outcome.kind === 'never') return this.#untilKept(() => outbox.remove(taken));
      const due = iso(now().getTime() + this.#pause(message.attempts, outcome) * 1000);
      return outbox.postpone({ ...taken, due, isDoubtful: outcome.kind === 'unknown' });
    });
  }

  /** A database that has no room for a moment may not make us send something twice. */
  async #untilKept(keep: () => Promise<void>): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await keep();
      } catch (error) {
        if (tries === KEEP_TRIES || this.#stopped) throw error;
        await pause(KEEP_PAUSE_MS);
      }
    }
  }

  /** An offer may take longer than its lease. */
  async #whileHeld<T>(taken: TakenMessage, work: () => Promise<T>): Promise<T> {
    const { outbox, now } = this.#options;
    const sign = () => outbox.keep({ ...taken, until: iso(now().getTime() + LEASE_MS) });
    const signs = setInterval(() => void sign().catch((error: unknown) => this.#failed(error)), SIGN_EVERY_MS);
    try {
      return await work();
    } finally {
      clearInterval(signs);
    }
  }

  /** Seconds; never less than the platform asked for, and not the same for all who were turned away together. */
  #pause(attempts: number, outcome: SendOutcome): number {
    const jitter = 1 + 0.2 * (this.#options.random ?? Math.random)();
    const asked = outcome.kind === 'later' ? (outcome.seconds ?? 0) : 0;
    return Math.max(asked, Math.min(2 ** attempts, LONGEST_BACKOFF_SECONDS)) * jitter;
  }

  async #dropExpired(): Promise<void> {
    const { outbox, now, log, observe } = this.#options;
    const at = now().getTime();
    if (at - this.#expiredAt < EXPIRE_EVERY_MS) return;
    this.#expiredAt = at;
    const messages = await outbox.expire(iso(at));
    for (let count = 0; count < messages; count++) observe?.('expired');
    if (messages > 0) log.warn({ messages }, 'Teams: not delivered within a day; the words stay in the log');
  }
}

function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
