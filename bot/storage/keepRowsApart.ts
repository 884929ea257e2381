import { type Kysely, PostgresAdapter, sql } from 'kysely';
import type { Tables } from './tables.ts';

/**
 * Tables whose rows belong to one organisation. Not among them: sign-ins, links and what is good once, which are found
 * before it is known whose they are.
 */
export const OWN_ROWS = [
  'conversations',
  'activities',
  'dedupe',
  'rehearsals',
  'ledger',
  'keepsakes',
  'outbox',
  'addresses',
  'shares',
  'reviews',
  'answers',
  'audit',
  'audit_heads',
  'coaches',
] as const satisfies readonly (keyof Tables)[];

/**
 * PostgreSQL itself keeps organisations apart: a transaction sees the rows of those that it names in `bot.tenants`, and none
 * when it names nobody. For the owner of the tables too, but not for an account that passes over row security.
 * SQLite knows nothing of the kind. Source: Row Security Policies (PostgreSQL documentation).
 */
export async function keepRowsApart(db: Kysely<Tables>): Promise<void> {
  if (!(db.getExecutor().adapter instanceof PostgresAdapter)) return;
  for (const name of OWN_ROWS) {
    const table = sql.table(name);
    await sql`alter table ${table} enable row level security`.execute(db);
    await sql`alter table ${table} force row level security`.execute(db);
    await sql`
      create policy own_rows on ${table} using (
        (select current_setting('bot.tenants', true)) = '*'
        or tenant = any (string_to_array((select current_setting('bot.tenants', true)), e'\\x1f'))
      )`.execute(db);
  }
}
