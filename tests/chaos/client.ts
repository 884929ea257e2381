import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { WebSocket } from 'ws';
import type { History, Said } from './history.ts';

/** Until the product is back, on a machine that has other things to do. */
const PATIENCE_MS = 600_000;
const PAUSE_MS = 25;
const PAGE = 200;

interface Opened {
  readonly conversationId: string;
  readonly token: string;
}

/**
 * A web chat that says words of its own, one after another, and says the same again with the same key until it is told
 * that they are kept: what the real page does.
 */
export class TokenClient {
  readonly #url: string;
  readonly #name: string;
  readonly #said: { token: string; isAcked: boolean }[] = [];
  #opened: Opened | undefined;
  #stream: WebSocket | undefined;

  constructor(url: string, name: string) {
    this.#url = url;
    this.#name = name;
  }

  get acked(): number {
    return this.#said.filter(({ isAcked }) => isAcked).length;
  }

  /** Says one thing; resolves once it is kept. Rejects when the product does not come back. */
  async say(words: string): Promise<void> {
    const said = { token: `${this.#name}x${this.#said.length}q`, isAcked: false };
    this.#said.push(said);
    await this.#untilKept(async () => {
      const { conversationId, token } = await this.#conversation();
      await this.#listen(token);
      await this.#post(`/v3/directline/conversations/${conversationId}/activities`, token, {
        type: 'message',
        from: { id: 'teacher' },
        text: `${words} ${said.token}`,
        channelData: { clientActivityID: said.token },
      });
    });
    said.isAcked = true;
  }

  hangUp(): void {
    this.#stream?.terminate();
  }

  /** What was said, beside all that is kept. */
  async history(): Promise<History> {
    const { conversationId, token } = await this.#conversation();
    const log: Said[] = [];
    let watermark = '';
    for (;;) {
      const address = `/v3/directline/conversations/${conversationId}/activities${watermark && `?watermark=${watermark}`}`;
      const reply = await fetch(this.#url + address, { headers: { authorization: `Bearer ${token}` } });
      const page = (await reply.json()) as { activities: Record<string, unknown>[]; watermark: string };
      log.push(...page.activities.map(saidIn));
      if (page.activities.length < PAGE) return { said: this.#said, log };
      watermark = page.watermark;
    }
  }

  async #conversation(): Promise<Opened> {
    this.#opened ??= (await this.#post('/api/directline/token', '', {})) as Opened;
    return this.#opened;
  }

  /** The line is dropped with the product, and opened anew as the page does. */
  async #listen(token: string): Promise<void> {
    if (this.#stream?.readyState === WebSocket.OPEN) return;
    const { streamUrl } = (await this.#post('/v3/directline/conversations', token, {})) as { streamUrl: string };
    const stream = new WebSocket(streamUrl, { origin: this.#url });
    stream.on('error', () => stream.terminate());
    await once(stream, 'open');
    this.#stream = stream;
  }

  async #untilKept(attempt: () => Promise<unknown>): Promise<void> {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      try {
        await attempt();
        return;
      } catch (error) {
        if (Date.now() > end) throw error;
        await wait(PAUSE_MS);
      }
    }
  }

  async #post(path: string, token: string, body: object): Promise<unknown> {
    const reply = await fetch(this.#url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify(body),
    });
    if (!reply.ok) throw new Error(`${path} answered ${reply.status}.`);
    return reply.json();
  }
}

function saidIn({ id, from, text }: Record<string, unknown>): Said {
  const { role } = (from ?? {}) as { role?: string };
  return { id: String(id), by: role === 'user' ? 'teacher' : 'bot', text: String(text ?? '') };
}
