import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { Storage } from '../../../bot/ports.ts';
import { OWN_ROWS } from '../../../bot/storage/keepRowsApart.ts';
import { openPostgres } from '../../../bot/storage/postgres/openPostgres.ts';
import { hasPostgres, type PostgresServer, startPostgres } from '../../postgres.ts';
import { queryPostgres } from './postgresDatabase.ts';
import { commitWithRetry, message, openConversation, textsOf } from './turns.ts';

(hasPostgres() ? describe : describe.skip)('PostgreSQL keeps organisations apart', () => {
  let server: PostgresServer;
  let url: string;
  let storage: Storage;

  beforeAll(async () => {
    server = await startPostgres();
    url = await server.createDatabase();
    storage = await openPostgres({ url });
    for (const tenant of ['heron', 'stork']) {
      const conversation = await openConversation(storage, { tenant });
      await commitWithRetry(storage, conversation, { activities: [message(`said at ${tenant}`)] });
    }
  }, 60_000);

  afterAll(async () => {
    await storage?.close();
    await server?.stop();
  });

  /** What one statement gives to the account of the bot, in a transaction that names these organisations. */
  async function asBot(tenants: string | null, statement: string): Promise<readonly Record<string, unknown>[]> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      await client.query('begin');
      if (tenants !== null) await client.query("select set_config('bot.tenants', $1, true)", [tenants]);
      const { rows } = await client.query<Record<string, unknown>>(statement);
      await client.query('commit');
      return rows;
    } finally {
      await client.end();
    }
  }

  it('so that a question that forgets to ask whose gives the rows of one alone', async () => {
    expect(await asBot('heron', 'select tenant, activity from activities')).toEqual([
      { tenant: 'heron', activity: expect.stringContaining('said at heron') },
    ]);
  });

  it.each([null, ''])('so that a transaction that names nobody (%p) sees nothing', async (tenants) => {
    for (const table of OWN_ROWS) expect(await asBot(tenants, `select * from ${table}`)).toEqual([]);
  });

  it('so that a change that forgets whose changes nothing of another', async () => {
    await asBot('heron', "update conversations set state = 'taken'");
    await asBot('heron', 'delete from activities');

    const changed = await queryPostgres(url, "select tenant from conversations where state = 'taken'");
    expect(changed).toEqual([{ tenant: 'heron' }]);
    expect(await queryPostgres(url, 'select tenant from activities')).toEqual([{ tenant: 'stork' }]);
  });

  it('so that nothing is written in the name of another', async () => {
    const stolen = asBot('heron', "insert into audit_heads values ('stork', 'x', 7)");

    await expect(stolen).rejects.toThrow('row-level security policy');
  });

  it('in every table whose rows name one, but for those that are asked whose they are', async () => {
    const rows = await queryPostgres(
      url,
      `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant'
        where c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity) order by 1`,
    );

    expect(rows.map(({ name }) => name)).toEqual(['links', 'one_times', 'sessions']);
  });

  it('and says so, and says it too where the account passes over that', async () => {
    const admin = new URL(url);
    admin.username = 'postgres';
    const over = await openPostgres({ url: admin.href });
    await over.close();

    expect(storage.keepsRowsApart).toBe(true);
    expect(over.keepsRowsApart).toBe(false);
  });

  it('and the storage sees what it is asked for', async () => {
    const conversation = await openConversation(storage, { tenant: 'stork', id: 'another' });
    await commitWithRetry(storage, conversation, { activities: [message('good morning')] });

    expect(await textsOf(storage, conversation)).toEqual(['good morning']);
    await expect(storage.conversations.load('*', 'another')).rejects.toThrow();
  });
});
