import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { type DirectLine, type DirectLineOptions, directLine } from '../../../../bot/channels/directLine/directLine.ts';
import { InProcessLogFeed } from '../../../../bot/channels/directLine/logFeed.ts';
import { ringOf } from '../../../../bot/keys/keyRing.ts';
import { type ConversationStore, type Storage, StorageError, type TurnRunner } from '../../../../bot/ports.ts';
import { createServer } from '../../../../bot/server.ts';
import { openSqlite } from '../../../../bot/storage/sqlite/openSqlite.ts';
import { type Bot, createTurnRunner } from '../../../../bot/turn/turnRunner.ts';

/** Greets once, and repeats what it hears. `[groot]` makes the answer 50 kB. */
const echoBot: Bot = {
  async run(context) {
    const { type, text } = context.activity;
    if (type === 'conversationUpdate') await context.sendActivity('Welkom!');
    if (type === 'message') await context.sendActivity(text === '[groot]' ? 'x'.repeat(50_000) : `Je zei: ${text}`);
    return {};
  },
  async apologise() {},
};

export interface TestService extends AsyncDisposable {
  readonly url: string;
  readonly port: number;
  readonly key: Uint8Array;
  readonly storage: Storage;
  readonly runner: TurnRunner;
  /** Moves the service's clock on. */
  pass(seconds: number): void;
  /** From now on nothing can be stored, or again it can. */
  breakStorage(broken: boolean): void;
  /** Stops and starts at the same address, with the same database. */
  restart(): Promise<void>;
  /** A new teacher's token, as the chat page gets it. */
  newTeacher(): Promise<Teacher>;
}

/** Somebody with a token. */
export interface Teacher {
  readonly conversationId: string;
  readonly token: string;
  readonly userId: string;
  readonly cookie: string;
}

/** Direct Line on the real server, real database and real turns; only the bot is simple. */
export async function startService(
  options: Partial<DirectLineOptions> & { runner?: TurnRunner } = {},
): Promise<TestService> {
  const folder = await mkdtemp(join(tmpdir(), 'direct-line-'));
  const storage = await openSqlite({ file: join(folder, 'test.db') });
  const key = randomBytes(32);
  let skew = 0;
  let broken = false;
  let running = await run(0);

  async function run(port: number) {
    const feed = new InProcessLogFeed();
    const conversations = breakable(storage.conversations, () => broken);
    const turns = createTurnRunner({
      bot: echoBot,
      storage: { ...storage, conversations },
      feed,
      scenarios: [],
      retentionDays: 90,
      log: pino({ level: 'silent' }),
    });
    const service = directLine({
      storage: { conversations, oneTimes: storage.oneTimes },
      runner: turns,
      feed,
      ring: ringOf(key),
      tenant: 'school',
      publicUrl: 'http://localhost',
      retentionDays: 90,
      now: () => new Date(Date.now() + skew),
      ...options,
    });
    const server = createServer({
      host: '127.0.0.1',
      port,
      publicUrl: options.publicUrl ?? 'http://localhost',
      ...service,
      log: pino({ level: 'silent' }),
      limits: { closeMilliseconds: 100 },
    });
    return { ...(await server.listen()), server, service, turns };
  }

  const url = `http://localhost:${running.port}`;
  return {
    url,
    port: running.port,
    key,
    storage,
    runner: running.turns,
    pass: (seconds) => {
      skew += seconds * 1000;
    },
    breakStorage: (value) => {
      broken = value;
    },
    async restart() {
      await stop(running);
      running = await run(running.port);
      await forgetConnections(url);
    },
    newTeacher: () => newTeacher(url),
    async [Symbol.asyncDispose]() {
      await stop(running);
      await storage.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** Node's fetch keeps connections that the old server has closed until it tries them. */
async function forgetConnections(url: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) await fetch(url).catch(() => undefined);
}

async function stop({ service, server }: { service: DirectLine; server: { close(): Promise<void> } }): Promise<void> {
  service.close();
  await server.close();
}

function breakable(store: ConversationStore, isBroken: () => boolean): ConversationStore {
  return new Proxy(store, {
    get(target, name: keyof ConversationStore) {
      if (isBroken()) return () => Promise.reject(new StorageError('disk full'));
      return target[name].bind(target);
    },
  });
}

async function newTeacher(url: string): Promise<Teacher> {
  const reply = await fetch(`${url}/api/directline/token`, { method: 'POST' });
  const cookie = reply.headers.get('set-cookie')?.split(';')[0] ?? '';
  return { ...((await reply.json()) as Omit<Teacher, 'cookie'>), cookie };
}

/** A Direct Line call with a bearer token. */
export function call(url: string, path: string, token: string, body?: unknown): Promise<Response> {
  return fetch(`${url}/v3/directline${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    body: body === undefined ? null : JSON.stringify(body),
  });
}

/** Opens the conversation; the answer holds the address of its stream. */
export async function open(url: string, { token }: Teacher): Promise<{ streamUrl: string }> {
  return (await (await call(url, '/conversations', token, {})).json()) as { streamUrl: string };
}

/** Says one sentence. */
export function say(url: string, teacher: Teacher, text: string, more: object = {}): Promise<Response> {
  return call(url, `/conversations/${teacher.conversationId}/activities`, teacher.token, {
    type: 'message',
    text,
    ...more,
  });
}

/** One activity as the client gets it, as far as tests look. */
export interface Heard {
  readonly id: string;
  readonly text: string;
  readonly type: string;
  readonly from: { readonly id: string; readonly role?: string };
  readonly channelData?: Readonly<Record<string, unknown>>;
  readonly [key: string]: unknown;
}

/** What the log shows after a watermark. */
export async function heard(
  url: string,
  { conversationId, token }: Teacher,
  watermark = '',
): Promise<{ activities: readonly Heard[]; watermark: string }> {
  const reply = await call(url, `/conversations/${conversationId}/activities?watermark=${watermark}`, token);
  return (await reply.json()) as { activities: readonly Heard[]; watermark: string };
}
