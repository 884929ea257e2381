import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

type TableName = keyof Tables;

/** Every table, and whether its rows name an organisation. */
const NAMES_TENANT: Readonly<Record<TableName, boolean>> = {
  activities: true,
  addresses: true,
  answers: true,
  audit: true,
  audit_heads: true,
  coaches: true,
  conversations: true,
  dedupe: true,
  erasures: false,
  journal: false,
  keepsakes: true,
  key_generations: false,
  ledger: true,
  links: true,
  one_times: true,
  outbox: true,
  rehearsals: true,
  reviews: true,
  scenario_revisions: false,
  sessions: true,
  shares: true,
  write_checks: false,
};

/** Rows of each table, or of those of one organisation: see `JournalStore`. */
export async function countRows(db: Kysely<Tables>, tenant: string | null): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const [table, namesTenant] of Object.entries(NAMES_TENANT)) {
    if (!namesTenant && tenant !== null) continue;
    const ofWhom = tenant === null ? sql`` : sql`where tenant = ${tenant}`;
    const { rows } = await sql<{ count: unknown }>`select count(*) as count from ${sql.table(table)} ${ofWhom}`.execute(
      db,
    );
    counts[table] = Number(rows[0]?.count);
  }
  return counts;
}
