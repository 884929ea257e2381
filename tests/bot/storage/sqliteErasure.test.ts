import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Storage } from '../../../bot/ports.ts';
import { sqliteDatabase } from './sqliteDatabase.ts';
import { aTenant, commitWithRetry, message, moment, oneTo, openConversation } from './turns.ts';

const CANARY = 'heron-flies-at-dusk';

describe('the files of a SQLite database', () => {
  let database: Awaited<ReturnType<typeof sqliteDatabase>>;
  let storage: Storage;

  beforeEach(async () => {
    database = await sqliteDatabase();
    storage = await database.open();
  });

  afterEach(async () => {
    await storage.close();
    await database.remove();
  });

  async function allBytes(): Promise<string> {
    const folder = dirname(database.file);
    const files = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name))));
    return Buffer.concat(files).toString('latin1');
  }

  /** Turns of two teachers in turn, so that SQLite moves rows of one between pages when the other's go. */
  async function talk(tenant: string): Promise<void> {
    const mine = await openConversation(storage, { tenant, id: 'mine', userId: 'teacher-1' });
    const theirs = await openConversation(storage, { tenant, id: 'theirs', userId: 'teacher-2' });
    for (const turn of oneTo(60)) {
      const word = `${CANARY} ${'x'.repeat((turn * 97) % 900)}`;
      await commitWithRetry(storage, mine, { activities: [message(word)], state: { word: word.repeat(5) } });
      await commitWithRetry(storage, theirs, { activities: [message('other')], state: { turn } });
    }
  }

  it('P05 hold no word of an erased teacher, the log included', async () => {
    const tenant = aTenant();
    await talk(tenant);
    const before = await allBytes();

    const mine = await openConversation(storage, { tenant, id: 'mine' });
    await commitWithRetry(storage, mine, { activities: [message('All gone.')], eraseUser: true });

    expect(before).toContain(CANARY);
    expect(await allBytes()).not.toContain(CANARY);
  });

  it('P05 hold no word of a conversation that expired', async () => {
    await talk(aTenant());

    await storage.personalData.expire(moment(60 * 24), moment(60 * 24));

    expect(await allBytes()).not.toContain(CANARY);
  });
});
