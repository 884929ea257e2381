import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { WebSocket } from 'ws';
import type { History, Said } from '../chaos/history.ts';

/** Until the product is there again. */
const PATIENCE_MS = 60_000;
const PAUSE_MS = 100;
const PAGE = 200;

/** One turn as its teacher saw it. Milliseconds of this process. */
export interface Taken {
  /** When it was to be said. */
  readonly dueAt: number;
  /** When it was told that it is kept. */
  readonly keptAt: number;
  /** When the first reply was on the screen. */
  readonly answeredAt: number;
  /** How often it had to be sent. */
  readonly sent: number;
  /** Whether the line was lost meanwhile. */
  readonly lostLine: boolean;
}

interface Opened {
  readonly conversationId: string;
  readonly token: string;
  readonly streamUrl?: string;
}

/**
 * A web chat that says words of its own and waits for each reply on its line; like the page it sends again under the same
 * key until it is told that they are kept, and opens the line again where it was.
 */
export class Talker {
  readonly #url: string;
  readonly #name: string;
  readonly #said: { token: string; isAcked: boolean }[] = [];
  readonly #answered = new Map<string, () => void>();
  #opened: Opened | undefined;
  #watermark = '';
  /** Our own words that came last; what comes next answers them. */
  #own = '';
  #line: WebSocket | undefined;
  #losses = 0;
  #closed = false;
  /** When the line last stood again after it was lost. */
  backAt: number | undefined;

  constructor(url: string, name: string) {
    this.#url = url;
    this.#name = name;
  }

  get conversationId(): string {
    return this.#opened?.conversationId ?? '';
  }

  open(): Promise<number> {
    return this.#untilDone(async () => {
      this.#opened ??= await this.#post<Opened>('/api/directline/token', '', {});
      const { streamUrl = '' } = await this.#post<Opened>('/v3/directline/conversations', this.#opened.token, {});
      await this.#listen(streamUrl);
    });
  }

  /** Says one thing; resolves once its reply is there. */
  async say(words: string, dueAt: number): Promise<Taken> {
    const said = { token: `${this.#name}x${this.#said.length}q`, isAcked: false };
    this.#said.push(said);
    const losses = this.#losses;
    const reply = new Promise<void>((resolve) => this.#answered.set(said.token, resolve));
    const sent = await this.#keep(words, said.token);
    said.isAcked = true;
    const keptAt = performance.now();
    await reply;
    return { dueAt, keptAt, answeredAt: performance.now(), sent, lostLine: this.#losses > losses };
  }

  close(): void {
    this.#closed = true;
    this.#line?.terminate();
  }

  /** What was said, beside all that is kept. */
  async history(): Promise<History> {
    const log: Said[] = [];
    for (let watermark = ''; ; ) {
      const page = await this.#get<{ activities: Record<string, unknown>[]; watermark: string }>(
        `/activities${watermark && `?watermark=${watermark}`}`,
      );
      log.push(...page.activities.map(saidIn));
      if (page.activities.length < PAGE) return { said: this.#said, log };
      ({ watermark } = page);
    }
  }

  #keep(text: string, key: string): Promise<number> {
    const path = `/v3/directline/conversations/${this.conversationId}/activities`;
    const message = { type: 'message', from: { id: 'teacher' }, text, channelData: { clientActivityID: key } };
    return this.#untilDone(() => this.#post(path, this.#opened?.token ?? '', message));
  }

  /** Resolves with the number of tries. */
  async #untilDone(attempt: () => Promise<unknown>): Promise<number> {
    const end = performance.now() + PATIENCE_MS;
    for (let tries = 1; ; tries += 1) {
      try {
        await attempt();
        return tries;
      } catch (error) {
        if (performance.now() > end) throw error;
        await wait(PAUSE_MS);
      }
    }
  }

  async #listen(streamUrl: string): Promise<void> {
    const line = new WebSocket(streamUrl, { origin: this.#url });
    line.on('error', () => line.terminate());
    line.on('message', (data) => this.#hear(String(data)));
    await once(line, 'open');
    line.once('close', () => void this.#listenAgain());
    this.#line = line;
  }

  async #listenAgain(): Promise<void> {
    if (this.#closed) return;
    this.#losses += 1;
    for (const end = performance.now() + PATIENCE_MS; performance.now() < end && !this.#closed; ) {
      try {
        const { streamUrl = '' } = await this.#get<Opened>(`?watermark=${this.#watermark}`);
        await this.#listen(streamUrl);
        this.backAt = performance.now();
        return;
      } catch {
        await wait(PAUSE_MS * (0.5 + Math.random()));
      }
    }
  }

  /** The first message of the bot after our own is the reply to it. */
  #hear(data: string): void {
    if (data === '') return;
    const set = JSON.parse(data) as { activities: Record<string, unknown>[]; watermark: string };
    this.#watermark = set.watermark;
    for (const activity of set.activities) {
      const { by, text } = saidIn(activity);
      if (by === 'teacher') this.#own = text;
      else if (this.#own !== '') {
        this.#answered.get(this.#own)?.();
        this.#own = '';
      }
    }
  }

  async #get<Reply>(rest: string): Promise<Reply> {
    const address = `${this.#url}/v3/directline/conversations/${this.conversationId}${rest}`;
    const reply = await fetch(address, { headers: { authorization: `Bearer ${this.#opened?.token}` } });
    if (!reply.ok) throw new Error(`It answered ${reply.status}.`);
    return (await reply.json()) as Reply;
  }

  async #post<Reply>(path: string, token: string, body: object): Promise<Reply> {
    const reply = await fetch(this.#url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify(body),
    });
    if (!reply.ok) throw new Error(`${path} answered ${reply.status}.`);
    return (await reply.json()) as Reply;
  }
}

/** One activity; in the place of the words of a teacher the key under which they were sent, so that they can be any words. */
function saidIn({ id, from, channelData }: Record<string, unknown>): Said {
  const { role } = (from ?? {}) as { role?: string };
  const { clientActivityID = '' } = (channelData ?? {}) as { clientActivityID?: string };
  return { id: String(id), by: role === 'user' ? 'teacher' : 'bot', text: clientActivityID };
}
