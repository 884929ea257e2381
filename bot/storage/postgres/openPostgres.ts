import { Kysely, PostgresDialect, sql } from 'kysely';
import { Pool } from 'pg';
import type { Storage } from '../../ports.ts';
import { createStorage } from '../createStorage.ts';
import { migrate } from '../migrate.ts';
import { storageFailure } from '../storageFailure.ts';
import type { Tables } from '../tables.ts';
import { explainFailure } from './explainFailure.ts';
import { insertTogether } from './insertTogether.ts';
import { writeAlone } from './writeAlone.ts';

/** Any number that no other program on the same database uses. */
const MIGRATION_LOCK = 4_977_230_112;

/** Milliseconds. A frozen instance may not keep a conversation's row for longer than others can wait. */
const LIMITS = {
  connectionTimeoutMillis: 5_000,
  lock_timeout: 8_000,
  statement_timeout: 15_000,
  idle_in_transaction_session_timeout: 5_000,
} as const;

/**
 * Opens the database at this address (`postgres://…`) and brings its tables up to date. Rejects with `StorageError`, in
 * words for the operator, when it cannot be reached or written.
 */
export async function openPostgres({ url }: { readonly url: string }): Promise<Storage> {
  const explain = explainFailure(nameOf(url));
  const pool = new Pool({ connectionString: url, application_name: 'op-een-lijn', keepAlive: true, ...LIMITS });
  // A connection that breaks while idle is replaced at the next call; without a listener it would end the process.
  pool.on('error', () => {});
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await migrate(db, (trx) => sql`select pg_advisory_xact_lock(${sql.lit(MIGRATION_LOCK)})`.execute(trx));
  } catch (error) {
    await db.destroy();
    throw storageFailure(error, explain);
  }

  return createStorage({
    db,
    write: writeAlone(db),
    insertTogether,
    // What the server still remembers of erased rows is for its own vacuum.
    forget: async () => {},
    tidy: async () => {},
    explainFailure: explain,
  });
}

/** Host and database: never the account or its password. */
function nameOf(url: string): string {
  const { host, pathname, searchParams } = URL.canParse(url) ? new URL(url) : new URL('postgres:///');
  return `${host || searchParams.get('host') || 'local'}${pathname}`;
}
