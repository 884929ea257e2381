import pg from 'pg';
import type { PostgresServer } from '../../postgres.ts';
import { openPlace } from './openPlace.ts';
import type { TestDatabase } from './testDatabase.ts';

/** A database of its own on this server; it is removed with the server. */
export async function postgresDatabase(server: PostgresServer): Promise<TestDatabase> {
  const url = await server.createDatabase();
  const place = { kind: 'postgres', url } as const;
  return { place, open: () => openPlace(place), readRows: () => rowsOf(url), remove: async () => {} };
}

/** Runs one statement outside the storage, over the rows of every organisation. */
export async function queryPostgres(url: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url, options: '-c bot.tenants=*' });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function rowsOf(url: string): Promise<string> {
  const tables = await queryPostgres(url, "select tablename from pg_tables where schemaname = 'public'");
  const rows: string[] = [];
  for (const { tablename } of tables) {
    rows.push(JSON.stringify(await queryPostgres(url, `select * from "${String(tablename)}"`)));
  }
  return rows.join('\n');
}
