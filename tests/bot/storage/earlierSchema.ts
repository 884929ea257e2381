import { Kysely, PostgresDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import { Pool } from 'pg';
import { MIGRATIONS } from '../../../bot/storage/migrations.ts';
import { NodeSqliteDialect } from '../../../bot/storage/sqlite/nodeSqliteDialect.ts';
import { openFile } from '../../../bot/storage/sqlite/openFile.ts';
import type { Place } from './testDatabase.ts';

/** Tables, each after those that it refers to. */
const IN_ORDER = [
  'scenario_revisions',
  'conversations',
  'activities',
  'dedupe',
  'rehearsals',
  'ledger',
  'keepsakes',
  'outbox',
  'addresses',
  'keys',
  'key_generations',
] as const;

type Row = Readonly<Record<string, string | number | null>>;
type AnyTables = Readonly<Record<(typeof IN_ORDER)[number], Row>>;

/** Everything that is kept at a place, by table. */
export type Rows = ReadonlyMap<string, readonly Row[]>;

/** Reads all of it, past the storage. */
export async function readAllRows(place: Place): Promise<Rows> {
  return within(place, async (db) => {
    const there = (await db.introspection.getTables()).map(({ name }) => name);
    const rows = new Map<string, readonly Row[]>();
    for (const table of IN_ORDER.filter((name) => there.includes(name))) {
      rows.set(table, await db.selectFrom(table).selectAll().execute());
    }
    return rows;
  });
}

/**
 * Makes a database as the bot left it when this was the newest migration: its tables, and of these rows what it had a place
 * for.
 */
export async function makeEarlier(place: Place, migration: string, rows: Rows): Promise<void> {
  await within(place, async (db) => {
    const { error } = await new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } }).migrateTo(
      migration,
    );
    if (error) throw error;
    const tables = await db.introspection.getTables();
    for (const table of IN_ORDER) {
      const columns = tables.find(({ name }) => name === table)?.columns.map(({ name }) => name) ?? [];
      const fitting = (rows.get(table) ?? []).map((row) =>
        Object.fromEntries(Object.entries(row).filter(([column]) => columns.includes(column))),
      );
      if (columns.length > 0 && fitting.length > 0) await db.insertInto(table).values(fitting).execute();
    }
  });
}

async function within<T>(place: Place, work: (db: Kysely<AnyTables>) => Promise<T>): Promise<T> {
  const dialect =
    place.kind === 'sqlite'
      ? new NodeSqliteDialect(openFile({ file: place.file }))
      : new PostgresDialect({ pool: new Pool({ connectionString: place.url, options: '-c bot.tenants=*' }) });
  const db = new Kysely<AnyTables>({ dialect });
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
}
