import { WebSocket } from 'ws';
import { call, type Heard, open, type Teacher } from './testService.ts';

/** A socket on a stream, and everything it has brought. */
export class Listener {
  readonly socket: WebSocket;
  readonly activities: Heard[] = [];
  readonly watermarks: string[] = [];
  /** The close code, or the status of a refused upgrade. */
  readonly ended: Promise<number>;

  constructor(streamUrl: string, origin: string | undefined = new URL(streamUrl).origin.replace('ws', 'http')) {
    this.socket = new WebSocket(streamUrl, { ...(origin === '' ? {} : { origin }) });
    const { promise, resolve } = Promise.withResolvers<number>();
    this.ended = promise;
    this.socket.on('error', () => undefined);
    this.socket.on('close', resolve);
    this.socket.on('unexpected-response', (request, response) => {
      resolve(response.statusCode ?? 0);
      request.destroy();
    });
    this.socket.on('message', (data) => {
      const set = JSON.parse(String(data)) as { activities: Heard[]; watermark: string };
      this.activities.push(...set.activities);
      this.watermarks.push(set.watermark);
    });
  }

  /** Places in the log. */
  get numbers(): readonly number[] {
    return this.activities.map(({ id }) => Number(id.split('|')[1]));
  }

  get texts(): readonly string[] {
    return this.activities.map(({ text }) => text);
  }

  /** Waits until so many activities are in. */
  async has(count: number): Promise<this> {
    while (this.activities.length < count && this.socket.readyState <= WebSocket.OPEN) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    return this;
  }

  /** Waits until the connection stands. */
  async opened(): Promise<this> {
    if (this.socket.readyState === WebSocket.CONNECTING) {
      await Promise.race([new Promise((resolve) => this.socket.once('open', resolve)), this.ended]);
    }
    return this;
  }
}

/** Opens the teacher's conversation and listens to it from the start. */
export async function listen(url: string, teacher: Teacher): Promise<Listener> {
  return new Listener((await open(url, teacher)).streamUrl);
}

/** Comes back to the teacher's conversation after this watermark. */
export async function comeBack(url: string, teacher: Teacher, watermark: number): Promise<Listener> {
  const reply = await call(url, `/conversations/${teacher.conversationId}?watermark=${watermark}`, teacher.token);
  return new Listener(((await reply.json()) as { streamUrl: string }).streamUrl);
}

/** 1, 2, 3 and so on. */
export function oneTo(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
