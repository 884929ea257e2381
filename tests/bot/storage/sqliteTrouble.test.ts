import { DatabaseSync } from 'node:sqlite';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Conversation, type Storage, StorageError } from '../../../bot/ports.ts';
import { openSqlite } from '../../../bot/storage/sqlite/openSqlite.ts';
import { sqliteDatabase } from './sqliteDatabase.ts';
import { aTenant, aTurn, commitWithRetry, message, oneTo, openConversation, textsOf } from './turns.ts';

type SqliteTestDatabase = Awaited<ReturnType<typeof sqliteDatabase>>;

/** Pages beside those of the empty tables. */
const ROOM = 30;
const LONG = 'A sentence that must not be in any error. '.repeat(100);

async function failureOf(work: Promise<unknown>): Promise<StorageError> {
  const error = await work.then(
    () => new Error('It did not fail.'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof StorageError)) throw error;
  return error;
}

function pagesOf(file: string): number {
  const database = new DatabaseSync(file, { readOnly: true });
  const pages = Number(database.prepare('PRAGMA page_count').get()?.['page_count']);
  database.close();
  return pages;
}

describe('a SQLite database without room', () => {
  let database: SqliteTestDatabase;
  let storage: Storage;

  beforeEach(async () => {
    database = await sqliteDatabase();
    await (await database.open()).close();
    storage = await openSqlite({ file: database.file, maxPages: pagesOf(database.file) + ROOM });
  });

  afterEach(async () => {
    await storage.close();
    await database.remove();
  });

  async function fillUp(conversation: Conversation): Promise<number> {
    for (const turn of oneTo(100)) {
      try {
        await commitWithRetry(storage, conversation, { activities: [message(`${turn} ${LONG}`)] });
      } catch {
        return turn - 1;
      }
    }
    throw new Error('It never filled up.');
  }

  it('F05 says so, and keeps nothing of the turn', async () => {
    const opened = await openConversation(storage);
    const kept = await fillUp(opened);

    const error = await failureOf(commitWithRetry(storage, opened, { activities: [message(LONG)] }));

    expect(error.message).toContain('no room left');
    expect(error.message).toContain(database.file);
    expect(await textsOf(storage, opened)).toHaveLength(kept);
  });

  it('F05 names no sentence in the error or its cause', async () => {
    const opened = await openConversation(storage);
    await fillUp(opened);

    const error = await failureOf(commitWithRetry(storage, opened, { activities: [message(LONG)] }));

    expect(error.cause).toHaveProperty('message', 'database or disk is full');
    expect(inspect(error, { depth: null, showHidden: true })).not.toContain('A sentence');
  });

  it('F05 can still be read', async () => {
    const opened = await openConversation(storage);
    const kept = await fillUp(opened);

    expect(await storage.conversations.load(opened.tenant, opened.id)).toMatchObject({ lastSeq: kept });
  });

  it('F05 does not pass the check', async () => {
    await fillUp(await openConversation(storage));

    await failureOf(storage.check());
  });

  it('F05 can still erase a teacher, and writes again after it without a restart', async () => {
    const tenant = aTenant();
    const opened = await openConversation(storage, { tenant });
    await fillUp(opened);

    const erased = await commitWithRetry(storage, opened, { activities: [message('All gone.')], eraseUser: true });
    const next = await commitWithRetry(storage, opened, { activities: [message(LONG)] });

    expect([erased.status, next.status]).toEqual(['committed', 'committed']);
    await expect(storage.check()).resolves.toBeUndefined();
  });

  it('F05 keeps small turns that wait beside one that is too large', async () => {
    const [small, large] = [await openConversation(storage), await openConversation(storage)];

    const results = await Promise.allSettled([
      storage.conversations.commit(aTurn(small, { activities: [message('small')] })),
      storage.conversations.commit(aTurn(large, { activities: [message(LONG.repeat(100))] })),
    ]);

    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(await textsOf(storage, small)).toEqual(['small']);
    expect(await textsOf(storage, large)).toEqual([]);
  });
});

describe('a SQLite database that another process locks', () => {
  let database: SqliteTestDatabase;

  beforeEach(async () => {
    database = await sqliteDatabase();
    await (await database.open()).close();
  });

  afterEach(() => database.remove());

  it('F10 says so after waiting, and writes again once it is free', async () => {
    const storage = await openSqlite({ file: database.file, busyTimeout: 50 });
    const opened = await openConversation(storage);
    const other = new DatabaseSync(database.file);
    other.exec('begin immediate');

    const error = await failureOf(storage.conversations.commit(aTurn(opened)));
    other.exec('rollback');
    other.close();
    const result = await storage.conversations.commit(aTurn(opened));
    await storage.close();

    expect(error.message).toContain('kept locked by another process');
    expect(result.status).toBe('committed');
  });

  it('F10 refuses all that wait together, not one after the other', async () => {
    const storage = await openSqlite({ file: database.file, busyTimeout: 50 });
    const opened = await openConversation(storage);
    const other = new DatabaseSync(database.file);
    other.exec('begin immediate');

    const results = await Promise.allSettled(oneTo(20).map(() => storage.conversations.commit(aTurn(opened))));
    other.close();
    await storage.close();

    expect(results.every(({ status }) => status === 'rejected')).toBe(true);
  });

  it('F10 can be read meanwhile', async () => {
    const storage = await database.open();
    const opened = await openConversation(storage);
    const other = new DatabaseSync(database.file);
    other.exec('begin immediate');

    const loaded = await storage.conversations.load(opened.tenant, opened.id);
    other.close();
    await storage.close();

    expect(loaded).toEqual(opened);
  });
});
