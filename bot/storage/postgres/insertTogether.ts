import { sql } from 'kysely';
import type { Database } from '../database.ts';

/**
 * All in one statement, and so one round trip: PostgreSQL lets inserts stand in a `with`. References between the rows
 * are checked when the whole statement is done.
 */
export const insertTogether: Database['insertTogether'] = async (trx, inserts) => {
  const last = inserts.at(-1);
  if (!last) return;
  const earlier = inserts.slice(0, -1).map((insert, index) => sql`${sql.id(`part_${index}`)} as (${insert})`);
  await (earlier.length === 0 ? sql`${last}` : sql`with ${sql.join(earlier)} ${last}`).execute(trx);
};
