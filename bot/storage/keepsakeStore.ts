import type { KeepsakeStore } from '../ports.ts';
import type { Database } from './database.ts';

/** What teachers made to keep; written by the turn that made it. */
export function createKeepsakeStore({ db }: Database): KeepsakeStore {
  return {
    read: async (tenant, id) => {
      const row = await db
        .selectFrom('keepsakes')
        .select('keepsake')
        .where('tenant', '=', tenant)
        .where('id', '=', id)
        .executeTakeFirst();
      return row ? JSON.parse(row.keepsake) : null;
    },
  };
}
