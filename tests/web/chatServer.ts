import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { directLine } from '../../bot/channels/directLine/directLine.ts';
import { InProcessLogFeed } from '../../bot/channels/directLine/logFeed.ts';
import { openKeyRings } from '../../bot/keys/keyRings.ts';
import { createServer } from '../../bot/server.ts';
import { openSqlite } from '../../bot/storage/sqlite/openSqlite.ts';
import { createTurnRunner } from '../../bot/turn/turnRunner.ts';
import { webPages } from '../../bot/webPages.ts';
import { freePort } from '../freePort.ts';
import { pageMessages } from './pageMessages.ts';
import { scriptedBot } from './scriptedBot.ts';

/** The product's server, storage and Direct Line with the scripted bot, for tests of the page. */
export interface ChatServer {
  readonly url: string;
  /** Hangs up on everybody and refuses whoever comes, as in a restart. */
  stop(): Promise<void>;
  /** Comes back at the same address with what was kept. */
  restart(): Promise<void>;
  /** Comes back at the same address, knowing nothing and nobody. */
  restartEmpty(): Promise<void>;
  close(): Promise<void>;
}

const RETENTION_DAYS = 90;

export async function startChatServer(): Promise<ChatServer> {
  const folder = await mkdtemp(join(tmpdir(), 'chat-page-'));
  const data = join(folder, 'chat.db');
  // A server that restarts needs an address that it can have twice.
  const port = await freePort();
  let running = await listen(data, port);

  return {
    url: `http://localhost:${port}`,
    stop: () => running.close(),
    async restart() {
      running = await listen(data, port);
    },
    async restartEmpty() {
      running = await listen(join(folder, 'empty.db'), port);
    },
    async close() {
      await running.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function listen(file: string, port: number): Promise<{ close(): Promise<void> }> {
  const log = pino({ level: 'silent' });
  const publicUrl = `http://localhost:${port}`;
  const storage = await openSqlite({ file });
  const feed = new InProcessLogFeed();
  const retentionDays = RETENTION_DAYS;
  const runner = createTurnRunner({ bot: scriptedBot, storage, feed, scenarios: [], retentionDays, log });
  const ring = await openKeyRings({ store: storage.keys, log }).of('direct-line');
  const line = directLine({ storage, runner, feed, ring, tenant: 'local', publicUrl, retentionDays });
  const server = createServer({
    host: '127.0.0.1',
    port,
    publicUrl,
    routes: [...line.routes, ...webPages({ messages: pageMessages(), retentionDays })],
    upgrades: line.upgrades,
    log,
    limits: { closeMilliseconds: 100 },
  });
  await server.listen();

  let closing: Promise<void> | undefined;
  const close = async () => {
    line.close();
    await server.close();
    await runner.drain(1000);
    await storage.close();
  };
  return {
    close() {
      closing ??= close();
      return closing;
    },
  };
}
