import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Storage, StorageError } from '../../../bot/ports.ts';
import { openPostgres } from '../../../bot/storage/postgres/openPostgres.ts';
import type { PostgresServer } from '../../postgres.ts';
import { postgresDatabase, queryPostgres } from './postgresDatabase.ts';
import { aTurn, commitWithRetry, message, openConversation, textsOf } from './turns.ts';

async function refusalOf(url: string): Promise<StorageError> {
  const error = await openPostgres({ url }).then(
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

    it('that may only be read says so, and is written to again after', async () => {
      const opened = await openConversation(storage);
      const name = new URL(url).pathname.slice(1);
      await queryPostgres(url, `alter database ${name} set default_transaction_read_only = on`);
      const standby = await openPostgres({ url });
      const refusal = await standby.check().catch(String);
      await standby.close();
      await queryPostgres(
        url.replace(`/${name}`, '/postgres'),
        `alter database ${name} reset default_transaction_read_only`,
      );

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
