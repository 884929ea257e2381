import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { retryPause } from '../../bot/web/retryPause.ts';

/** Half of what it takes for a socket to open on a machine that is busy. */
const PATIENCE_MS = 15_000;
const OK = 200;

interface Opened {
  readonly conversationId: string;
  readonly token: string;
}

/** A web chat that listens, and comes back by itself where it was when its line is cut, with the pauses of the real page. */
export class Listener {
  readonly #url: string;
  #opened: Opened | undefined;
  #socket: WebSocket | undefined;
  #watermark = '';
  #failures = 0;
  #begun = 0;
  #isLeaving = false;
  readonly #ids: string[] = [];

  constructor(url: string) {
    this.#url = url;
  }

  /** Ids of all that came over the line, in the order in which it came. */
  get ids(): readonly string[] {
    return this.#ids;
  }

  get isOn(): boolean {
    return this.#socket?.readyState === WebSocket.OPEN;
  }

  /** How many lines it has had, this one too. */
  get begun(): number {
    return this.#begun;
  }

  /** Resolves once the first line is open. */
  async begin(): Promise<void> {
    this.#opened = (await this.#ask('POST', '/api/directline/token')) as Opened;
    await this.#connect();
  }

  /** Says something, past the line, until it is kept; as one thing, however often. */
  async say(text: string): Promise<void> {
    const key = crypto.randomUUID();
    while ((await this.#post(text, key)) !== OK) await wait(retryPause(0));
  }

  /** Says something once, and returns the status; 0 when there was no answer. */
  sayOnce(text: string): Promise<number> {
    return this.#post(text, crypto.randomUUID());
  }

  /** How many activities its conversation has. */
  async kept(): Promise<number> {
    const path = `/v3/directline/conversations/${this.#opened?.conversationId}/activities`;
    const { activities } = (await this.#ask('GET', path)) as { activities: readonly unknown[] };
    return activities.length;
  }

  /** Milliseconds until a ping came back. Rejects when the line is not open, or nothing comes back. */
  async ping(): Promise<number> {
    const socket = this.#socket;
    if (!socket) throw new Error('No line.');
    const began = performance.now();
    const answered = once(socket, 'pong', { signal: AbortSignal.timeout(PATIENCE_MS) });
    socket.ping();
    await answered;
    return performance.now() - began;
  }

  leave(): void {
    this.#isLeaving = true;
    this.#socket?.terminate();
  }

  async #post(text: string, key: string): Promise<number> {
    try {
      const path = `/v3/directline/conversations/${this.#opened?.conversationId}/activities`;
      const channelData = { clientActivityID: key };
      const reply = await this.#fetch('POST', path, { type: 'message', from: { id: 'teacher' }, text, channelData });
      await reply.arrayBuffer();
      return reply.status;
    } catch {
      return 0;
    }
  }

  async #connect(): Promise<void> {
    const { conversationId = '' } = this.#opened ?? {};
    const asked = this.#watermark
      ? this.#ask('GET', `/v3/directline/conversations/${conversationId}?watermark=${this.#watermark}`)
      : this.#ask('POST', '/v3/directline/conversations');
    const { streamUrl } = (await asked) as { streamUrl: string };
    const socket = new WebSocket(streamUrl, { origin: this.#url, handshakeTimeout: PATIENCE_MS });
    socket.on('error', () => socket.terminate());
    socket.on('message', (data) => this.#hear(String(data)));
    await once(socket, 'open');
    this.#failures = 0;
    this.#begun += 1;
    this.#socket = socket;
    socket.once('close', () => void this.#comeBack());
    if (socket.readyState !== WebSocket.OPEN) void this.#comeBack();
  }

  async #comeBack(): Promise<void> {
    while (!this.#isLeaving && !this.isOn) {
      await wait(retryPause(this.#failures));
      this.#failures += 1;
      await this.#connect().catch(() => undefined);
    }
  }

  #hear(data: string): void {
    if (data === '') return;
    const { activities, watermark } = JSON.parse(data) as { activities: readonly { id: string }[]; watermark: string };
    this.#watermark = watermark;
    this.#ids.push(...activities.map(({ id }) => id));
  }

  async #ask(method: string, path: string): Promise<unknown> {
    const reply = await this.#fetch(method, path, method === 'POST' ? {} : undefined);
    if (!reply.ok) throw new Error(`${path} answered ${reply.status}.`);
    return reply.json();
  }

  #fetch(method: string, path: string, body?: object): Promise<Response> {
    return fetch(this.#url + path, {
      method,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.#opened?.token ?? ''}` },
      ...(body ? { body: JSON.stringify(body) } : {}),
      signal: AbortSignal.timeout(PATIENCE_MS * 2),
    });
  }
}
