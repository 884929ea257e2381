import { WebSocket } from 'ws';

/** A web chat without a page: one conversation over Direct Line, replies over the socket. */
export class ChatClient {
  readonly #url: string;
  readonly #conversationId: string;
  readonly #token: string;
  readonly #socket: WebSocket;
  readonly #waiting = new Map<string, (text: string) => void>();
  #sent = 0;
  #isTalking = false;

  private constructor(url: string, conversationId: string, token: string, socket: WebSocket) {
    this.#url = url;
    this.#conversationId = conversationId;
    this.#token = token;
    this.#socket = socket;
    socket.on('message', (data) => this.#hear(String(data)));
  }

  /** Takes a token, opens the conversation and its stream. */
  static async open(url: string): Promise<ChatClient> {
    const { conversationId = '', token = '' } = await post(`${url}/api/directline/token`, '', {});
    const { streamUrl = '' } = await post(`${url}/v3/directline/conversations`, token, {});
    const socket = new WebSocket(streamUrl, { origin: url });
    await new Promise((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', reject);
    });
    return new ChatClient(url, conversationId, token, socket);
  }

  /** Whether a talk is going on: the newest message is a line of the parent, and nothing came after it. */
  get isTalking(): boolean {
    return this.#isTalking;
  }

  /** One turn: resolves with the text of the first reply once that is on the socket. */
  async say(text: string): Promise<string> {
    const key = `turn-${this.#sent++}`;
    const reply = new Promise<string>((resolve) => this.#waiting.set(key, resolve));
    await post(`${this.#url}/v3/directline/conversations/${this.#conversationId}/activities`, this.#token, {
      type: 'message',
      from: { id: 'teacher' },
      text,
      channelData: { clientActivityID: key },
    });
    return reply;
  }

  close(): void {
    this.#socket.terminate();
  }

  /** The first bot message after our own, in the same commit, is the reply to it. */
  #hear(data: string): void {
    if (!data) return;
    let own = '';
    for (const activity of JSON.parse(data).activities ?? []) {
      const key = activity.channelData?.clientActivityID;
      this.#isTalking = activity.channelData?.opEenLijn?.kind === 'line';
      if (key) own = key;
      else if (own) {
        this.#waiting.get(own)?.(activity.text);
        this.#waiting.delete(own);
      }
    }
  }
}

async function post(address: string, token: string, body: object): Promise<Readonly<Record<string, string>>> {
  const reply = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(body),
  });
  if (!reply.ok) throw new Error(`${new URL(address).pathname.split('/').at(-1)} answered ${reply.status}.`);
  return (await reply.json()) as Readonly<Record<string, string>>;
}
