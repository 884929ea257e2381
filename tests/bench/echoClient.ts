import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The other side of the stock echo bot: posts activities and takes the replies as its connector. */
export class EchoClient {
  /** It echoes whatever comes. */
  readonly isTalking = true;
  readonly #url: string;
  readonly #connector: Server;
  readonly #waiting = new Map<string, (text: string) => void>();
  #sent = 0;

  private constructor(url: string) {
    this.#url = url;
    this.#connector = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end('{"id":"1"}');
        const { replyToId, text } = JSON.parse(Buffer.concat(chunks).toString());
        this.#waiting.get(replyToId)?.(text);
        this.#waiting.delete(replyToId);
      });
    });
  }

  static async open(url: string): Promise<EchoClient> {
    const client = new EchoClient(url);
    await new Promise<void>((resolve) => client.#connector.listen(0, '127.0.0.1', resolve));
    return client;
  }

  /** One turn: resolves once the reply has come in. */
  async say(text: string): Promise<string> {
    const id = `turn-${this.#sent++}`;
    const { port } = this.#connector.address() as AddressInfo;
    const reply = new Promise<string>((resolve) => this.#waiting.set(id, resolve));
    const answer = await fetch(`${this.#url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        type: 'message',
        id,
        text,
        channelId: 'emulator',
        serviceUrl: `http://127.0.0.1:${port}`,
        from: { id: 'teacher' },
        recipient: { id: 'bot' },
        conversation: { id: 'bench' },
      }),
    });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`The echo bot answered ${answer.status}.`);
    return reply;
  }

  close(): void {
    this.#connector.closeAllConnections();
    this.#connector.close();
  }
}
