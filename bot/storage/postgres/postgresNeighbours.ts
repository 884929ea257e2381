import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { Heard, Neighbours, News } from '../../neighbours.ts';
import { keyOf, lettersOf, newsIn } from './newsLetters.ts';

const CHANNEL = 'op_een_lijn';
/** More that waits to be told is told as `missed`. */
const MOST_WAITING = 5_000;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;
/** A line that breaks without a word is found out by asking. */
const ASK_EVERY_MS = 10_000;
const ANSWER_WITHIN_MS = 5_000;

type Listener = (heard: Heard) => void;

/**
 * Tells and hears over LISTEN and NOTIFY, on a connection of its own that is opened by the first who listens.
 *
 * News are told after their commit, outside it: a transaction that notifies holds one lock of the whole server until it is
 * on disk, so that commits would wait for each other. What a process that dies did not tell is found in the log.
 * Source: NOTIFY, and PreCommit_Notify in src/backend/commands/async.c (PostgreSQL).
 */
export class PostgresNeighbours implements Neighbours {
  readonly #url: string;
  readonly #id = randomUUID();
  readonly #listeners = new Set<Listener>();
  readonly #waiting = new Map<string, News>();
  #tooMany = false;
  #client: Client | undefined;
  #isOpening = false;
  #isTelling = false;
  #failures = 0;
  #again: NodeJS.Timeout | undefined;
  #asking: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(url: string) {
    this.#url = url;
  }

  tell(news: News): void {
    if (this.#closed) return;
    this.#waiting.set(keyOf(news), news);
    if (this.#waiting.size > MOST_WAITING) {
      this.#waiting.clear();
      this.#tooMany = true;
    }
    void this.#tellWaiting();
  }

  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    void this.#open();
    return () => this.#listeners.delete(listener);
  }

  /** What waits is told first, if there is a line. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#again);
    clearInterval(this.#asking);
    await this.#tellWaiting();
    await this.#client?.end().catch(() => undefined);
  }

  async #open(): Promise<void> {
    if (this.#client || this.#isOpening || this.#closed) return;
    this.#isOpening = true;
    const client = new Client({
      connectionString: this.#url,
      application_name: 'op-een-lijn news',
      connectionTimeoutMillis: ANSWER_WITHIN_MS,
      query_timeout: ANSWER_WITHIN_MS,
      keepAlive: true,
    });
    client.on('error', () => this.#lost(client));
    client.on('end', () => this.#lost(client));
    client.on('notification', ({ payload }) => this.#hear(newsIn(payload, this.#id)));
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
      this.#use(client);
    } catch {
      void client.end().catch(() => undefined);
      this.#openLater();
    } finally {
      this.#isOpening = false;
    }
  }

  #use(client: Client): void {
    this.#client = client;
    this.#failures = 0;
    clearInterval(this.#asking);
    this.#asking = setInterval(() => void this.#ask(client), ASK_EVERY_MS).unref();
    this.#hear([{ kind: 'missed' }]);
    void this.#tellWaiting();
  }

  async #ask(client: Client): Promise<void> {
    await client.query('select').catch(() => this.#lost(client));
  }

  #lost(client: Client): void {
    if (this.#client !== client) return;
    this.#client = undefined;
    clearInterval(this.#asking);
    void client.end().catch(() => undefined);
    this.#openLater();
  }

  /** Not all instances at the same moment. */
  #openLater(): void {
    if (this.#closed) return;
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** this.#failures, LONGEST_PAUSE_MS) * (0.5 + Math.random() / 2);
    this.#failures += 1;
    clearTimeout(this.#again);
    this.#again = setTimeout(() => void this.#open(), pause).unref();
  }

  /** What comes while one letter is under way goes with the next one. */
  async #tellWaiting(): Promise<void> {
    const client = this.#client;
    if (!client || this.#isTelling) return;
    this.#isTelling = true;
    try {
      while (this.#waiting.size > 0 || this.#tooMany) {
        const news: readonly Heard[] = [
          ...(this.#tooMany ? [{ kind: 'missed' } as const] : []),
          ...this.#waiting.values(),
        ];
        const letters = lettersOf(this.#id, news);
        this.#waiting.clear();
        this.#tooMany = false;
        for (const letter of letters) await client.query('select pg_notify($1, $2)', [CHANNEL, letter]);
      }
    } catch {
      this.#tooMany = true;
      this.#lost(client);
    } finally {
      this.#isTelling = false;
    }
  }

  #hear(heard: readonly Heard[]): void {
    for (const item of heard) for (const listener of this.#listeners) listener(item);
  }
}
