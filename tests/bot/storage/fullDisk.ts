import { readdirSync, readFileSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openSqlite } from '../../../bot/storage/sqlite/openSqlite.ts';
import { commitWithRetry, message, moment, oneTo, openConversation } from './turns.ts';

/** What became of each step on a disk that is full; printed as JSON. */
export interface FullDiskReport {
  readonly turnWhenFull: string;
  readonly readWhenFull: number;
  readonly erase: string;
  readonly wordsLeft: boolean;
  readonly turnAfter: string;
  readonly reserveAfterTidying: boolean;
}

const CANARY = 'heron-flies-at-dusk';
const RESERVE_BYTES = 3 * 1024 * 1024;

const folder = process.argv[2] ?? '';
const storage = await openSqlite({ file: join(folder, 'bot.db'), reserveBytes: RESERVE_BYTES });

const hasReserve = (): boolean => readdirSync(folder).includes('bot.db-reserve');
const outcome = (work: Promise<{ status: string }>): Promise<string> =>
  work.then(
    ({ status }) => status,
    (error: Error) => error.message,
  );

async function fillUp(): Promise<string> {
  for (const turn of oneTo(10_000)) {
    const said = { activities: [message(`${CANARY} ${turn} ${'x'.repeat(3000)}`)] };
    const result = await outcome(commitWithRetry(storage, conversation, said));
    if (result !== 'committed') return result;
  }
  return `never full: ${statfsSync(folder).bavail} blocks left`;
}

while (!hasReserve()) await wait(10);
await wait(200);
const conversation = await openConversation(storage);
const { tenant, id } = conversation;
const turnWhenFull = await fillUp();
const readWhenFull = (await storage.conversations.readLog(tenant, id, 0, 3)).length;
const erase = await outcome(commitWithRetry(storage, conversation, { eraseUser: true, activities: [] }));
const wordsLeft = readdirSync(folder).some((name) => readFileSync(join(folder, name)).includes(CANARY));
const turnAfter = await outcome(commitWithRetry(storage, conversation, {}));
await storage.personalData.expire('2000-01-01T00:00:00.000Z', moment());
const report: FullDiskReport = {
  turnWhenFull,
  readWhenFull,
  erase,
  wordsLeft,
  turnAfter,
  reserveAfterTidying: hasReserve(),
};
await storage.close();
process.stdout.write(JSON.stringify(report));
