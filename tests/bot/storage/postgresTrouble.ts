import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { Durability } from '../../../bot/durability.ts';
import { type Storage, StorageError } from '../../../bot/ports.ts';
import { openPostgres } from '../../../bot/storage/postgres/openPostgres.ts';
import type { PostgresServer } from '../../postgres.ts';
import { postgresDatabase, queryPostgres } from './postgresDatabase.ts';
import { aTurn, commitWithRetry, message, openConversation, textsOf } from './turns.ts';

const CUT = `select pg_terminate_backend(pid) from pg_stat_activity
  where pid <> pg_backend_pid() and datname = current_database()`;

/** Holds a table that every turn needs, while this runs. */
async function whileLocked<Result>(url: string, work: () => Promise<Result>): Promise<Result> {
  const locker = new pg.Client({ connectionString: url });
  await locker.connect();
  try {
    await locker.query('begin');
    await locker.query('lock table conversations in access exclusive mode');
    return await work();
  } finally {
    await locker.end();
  }
}

/** Until so many connections wait for a lock. */
async function untilWaiting(url: string, count = 1): Promise<void> {
  const waiting = `select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
  while ((await queryPostgres(url, waiting)).length < count) await wait(10);
}

function databaseIn(url: string): string {
  return new URL(url).pathname.slice(1);
}

async function refusalOf(url: string, durability: Durability = 'local'): Promise<StorageError> {
  const error = await openPostgres({ url, durability }).then(
    async (storage) => {
      await storage.close();
      return new Error('It was opened.');
    },
    (reason: unknown) => reason,
  );
  if (!(error instanceof StorageError)) throw error;
  return error;
}

/** What only a server can do wrong. */
export function describePostgresTrouble(server: () => PostgresServer): void {
  describe('a PostgreSQL server', () => {
    let url: string;
    let storage: Storage;

    beforeAll(async () => {
      const { place } = await postgresDatabase(server());
      url = place.kind === 'postgres' ? place.url : '';
      storage = await openPostgres({ url });
    });

    afterAll(() => storage?.close());

    it('that cannot be reached is refused without naming the password', async () => {
      const error = await refusalOf('postgres://bot:heron-secret@127.0.0.1:1/bot');

      expect(error.message).toBe(
        'PostgreSQL (127.0.0.1:1/bot): The server cannot be reached. Check that it runs, and the address in DATABASE_URL.',
      );
    });

    it('without the database is refused with what to do', async () => {
      const missing = new URL(url);
      missing.pathname = '/not-there';

      expect((await refusalOf(missing.href)).message).toContain('There is no such database. Create it');
    });

    it('whose tables a newer version changed is refused', async () => {
      const newer = (await postgresDatabase(server())).place;
      const newerUrl = newer.kind === 'postgres' ? newer.url : '';
      await (await openPostgres({ url: newerUrl })).close();
      await queryPostgres(newerUrl, "insert into kysely_migration values ('9999-from-the-future', '2030-01-01')");

      expect((await refusalOf(newerUrl)).message).toContain('newer version of the bot (9999-from-the-future)');
    });

    it('may be started on by several instances at once', async () => {
      const fresh = await postgresDatabase(server());

      const instances = await Promise.all([fresh.open(), fresh.open(), fresh.open()]);

      await Promise.all(instances.map((instance) => instance.check()));
      await Promise.all(instances.map((instance) => instance.close()));
    });

    it('F14 that cuts all connections is connected to again', async () => {
      const opened = await openConversation(storage);
      const cut = 'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = ';
      await queryPostgres(url, `${cut} current_database()`);

      await commitWithRetry(storage, opened, { activities: [message('after the cut')] });

      expect(await textsOf(storage, opened)).toEqual(['after the cut']);
    });

    it('F14 that ends while a turn is being kept costs that turn alone', async () => {
      const opened = await openConversation(storage);
      const commit = await whileLocked(url, async () => {
        const refused = storage.conversations.commit(aTurn(opened)).catch((reason: unknown) => reason);
        await untilWaiting(url);
        await queryPostgres(url, `${CUT} and wait_event_type = 'Lock'`);
        return refused;
      });

      expect(commit).toBeInstanceOf(StorageError);
      expect(await storage.conversations.commit(aTurn(opened))).toMatchObject({ status: 'committed' });
    });

    it('F15 whose connections are all taken refuses within two seconds, and goes on when they are free', async () => {
      const few = await openPostgres({ url, connections: 2 });
      const places = await Promise.all([openConversation(few), openConversation(few)]);
      const { held, refused } = await whileLocked(url, async () => {
        const held = places.map((place) => few.conversations.commit(aTurn(place)));
        await untilWaiting(url, 2);
        const late = wait(2_000, 'late', { ref: false });
        const asked = Array.from({ length: 20 }, () => few.conversations.load('local', 'any').catch(String));
        return { held, refused: await Promise.all(asked.map((one) => Promise.race([one, late]))) };
      });

      expect(new Set(refused)).toEqual(new Set([expect.stringContaining('All connections are taken.')]));
      expect(await Promise.all(held)).toMatchObject([{ status: 'committed' }, { status: 'committed' }]);
      await few.check();
      await few.close();
    });

    it('F16 that would lose what was acknowledged is refused, unless it is said not to look', async () => {
      const lossy = (await postgresDatabase(server())).place;
      const lossyUrl = lossy.kind === 'postgres' ? lossy.url : '';
      await queryPostgres(lossyUrl, `alter database ${databaseIn(lossyUrl)} set synchronous_commit = off`);

      expect((await refusalOf(lossyUrl)).message).toContain('synchronous_commit is off: a crash takes');
      await (await openPostgres({ url: lossyUrl, durability: 'unchecked' })).close();
    });

    it('F16 without a synchronous standby is refused where one is asked for', async () => {
      expect((await refusalOf(url, 'standby')).message).toContain('synchronous_standby_names is empty');
    });

    it('that another instance is changing is waited for', async () => {
      const fresh = (await postgresDatabase(server())).place;
      const freshUrl = fresh.kind === 'postgres' ? fresh.url : '';
      const other = new pg.Client({ connectionString: freshUrl });
      await other.connect();
      await other.query('begin');
      await other.query('select pg_advisory_xact_lock(4977230112)');

      const opening = openPostgres({ url: freshUrl });
      await untilWaiting(freshUrl);
      await other.query('commit');
      await other.end();

      const opened = await opening;
      await expect(opened.check()).resolves.toBeUndefined();
      await opened.close();
    });

    it('that may only be read says so, and is written to again after', async () => {
      const opened = await openConversation(storage);
      const name = databaseIn(url);
      const elsewhere = new URL(url);
      elsewhere.pathname = '/postgres';
      await queryPostgres(url, `alter database ${name} set default_transaction_read_only = on`);
      const standby = await openPostgres({ url });
      const refusal = await standby.check().catch(String);
      await standby.close();
      await queryPostgres(elsewhere.href, `alter database ${name} reset default_transaction_read_only`);

      expect(refusal).toContain('It may only be read');
      expect(await storage.conversations.commit(aTurn(opened))).toMatchObject({ status: 'committed' });
    });

    it('that refuses a row does not get it repeated in the error', async () => {
      const opened = await openConversation(storage);
      await queryPostgres(url, 'alter table activities add constraint short check (length(activity) < 500)');

      const error = await storage.conversations
        .commit(aTurn(opened, { activities: [message('heron-flies-at-dusk '.repeat(50))] }))
        .catch((reason: unknown) => reason);
      await queryPostgres(url, 'alter table activities drop constraint short');

      expect(error).toBeInstanceOf(StorageError);
      expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('heron');
      const cause = error instanceof StorageError ? error.cause : undefined;
      expect(JSON.stringify(cause, Object.getOwnPropertyNames(cause))).not.toContain('heron');
    });
  });
}
