import { Kysely, sql, type Transaction } from 'kysely';
import { Pool } from 'pg';
import type { Durability } from '../../durability.ts';
import type { Storage } from '../../ports.ts';
import { createStorage } from '../createStorage.ts';
import { migrate } from '../migrate.ts';
import { storageFailure } from '../storageFailure.ts';
import type { Tables } from '../tables.ts';
import { explainFailure } from './explainFailure.ts';
import { insertTogether } from './insertTogether.ts';
import { PostgresNeighbours } from './postgresNeighbours.ts';
import { refuseLossy } from './refuseLossy.ts';
import { scopedStorage } from './scopedStorage.ts';
import { TenantDialect } from './tenantDialect.ts';
import { asTenants, EVERY_TENANT } from './tenantScope.ts';
import { writeAlone } from './writeAlone.ts';

/** Any number that no other program on the same database uses. */
const MIGRATION_LOCK = 4_977_230_112;

/** Milliseconds. The first one may have a long way to go, through a firewall that opens or a server that wakes. */
const FIRST_CONNECTION_MS = 10_000;
/** Who finds every connection taken is told within two seconds that it could not be stored. */
const CONNECTION_MS = 1_500;

/** Milliseconds. A frozen instance may not keep a conversation's row for longer than others can wait. */
const LIMITS = {
  connectionTimeoutMillis: FIRST_CONNECTION_MS,
  // A new connection costs more than all the rest of a turn.
  idleTimeoutMillis: 300_000,
  lock_timeout: 8_000,
  statement_timeout: 15_000,
  idle_in_transaction_session_timeout: 5_000,
} as const;

/** A large database takes its time for a new table, and so does the wait for another instance that makes it. */
const MIGRATION_LIMITS = {
  lock_timeout: '10min',
  statement_timeout: '10min',
  idle_in_transaction_session_timeout: '1min',
};

const CONNECTIONS = 10;

export interface PostgresOptions {
  /** `postgres://…` */
  readonly url: string;
  /** At most, beside the one on which instances hear each other; 10 when it is left out. */
  readonly connections?: number;
  /** `local` when it is left out. */
  readonly durability?: Durability;
}

/**
 * Opens the database at this address and brings its tables up to date. Rejects with `StorageError`, in words for the
 * operator, when it cannot be reached or written, or would lose what it acknowledges.
 */
export async function openPostgres(options: PostgresOptions): Promise<Storage> {
  const { url, connections: max = CONNECTIONS, durability = 'local' } = options;
  const explain = explainFailure(nameOf(url));
  const pool = new Pool({
    connectionString: url,
    application_name: 'op-een-lijn',
    keepAlive: true,
    pipeline: true,
    max,
    ...LIMITS,
  });
  // A connection that breaks is replaced at the next call. Without a listener, on the pool while it is idle and on the
  // connection itself while it is in use, it would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const db = new Kysely<Tables>({ dialect: new TenantDialect({ pool }) });
  let keepsRowsApart: boolean;
  try {
    keepsRowsApart = await isWithinPolicies(db);
    await refuseLossy(db, durability, nameOf(url));
    await asTenants(EVERY_TENANT, () => migrate(db, lockOut));
    pool.options.connectionTimeoutMillis = CONNECTION_MS;
  } catch (error) {
    await db.destroy();
    throw storageFailure(error, explain);
  }

  const neighbours = new PostgresNeighbours(url);
  const storage = createStorage({
    db,
    write: writeAlone(db),
    insertTogether,
    // What the server still remembers of erased rows is for its own vacuum.
    forget: async () => {},
    tidy: async () => {},
    explainFailure: explain,
  });
  return {
    ...scopedStorage(storage),
    neighbours,
    keepsRowsApart,
    close: async () => {
      await neighbours.close();
      await storage.close();
    },
  };
}

/** Whether policies count for our account: not for a superuser. */
async function isWithinPolicies(db: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql<{ passes: boolean }>`
    select rolsuper or rolbypassrls as passes from pg_roles where rolname = current_user`.execute(db);
  return rows[0]?.passes === false;
}

/** One instance changes the tables; others wait until it has. */
async function lockOut(trx: Transaction<Tables>): Promise<void> {
  for (const [name, value] of Object.entries(MIGRATION_LIMITS)) {
    await sql`select set_config(${name}, ${value}, true)`.execute(trx);
  }
  await sql`select pg_advisory_xact_lock(${sql.lit(MIGRATION_LOCK)})`.execute(trx);
}

/** Host and database: never the account or its password. */
function nameOf(url: string): string {
  const { host, pathname, searchParams } = URL.canParse(url) ? new URL(url) : new URL('postgres:///');
  return `${host || searchParams.get('host') || 'local'}${pathname}`;
}
