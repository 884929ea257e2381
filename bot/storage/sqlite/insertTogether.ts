import type { Database } from '../database.ts';

/** One after the other: in the same process a round trip costs nothing. */
export const insertTogether: Database['insertTogether'] = async (_trx, inserts) => {
  for (const insert of inserts) await insert.execute();
};
