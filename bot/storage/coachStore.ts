import type { CoachStore } from '../identity/stores.ts';
import type { Database } from './database.ts';
import { digest } from './digest.ts';
import { noteInJournal } from './noteInJournal.ts';

/** Who may be chosen as coach, in each organisation. */
export function createCoachStore({ db, write }: Database): CoachStore {
  return {
    keep: ({ tenant, id, name, since }) =>
      write(async (trx) => {
        await trx
          .insertInto('coaches')
          .values({ tenant, id, name, since, ended_at: null })
          .onConflict((conflict) => conflict.columns(['tenant', 'id']).doUpdateSet({ name, ended_at: null }))
          .execute();
      }),
    end: (tenant, id, at) =>
      write(async (trx) => {
        const { numUpdatedRows } = await trx
          .updateTable('coaches')
          .set({ ended_at: at })
          .where('tenant', '=', tenant)
          .where('id', '=', id)
          .where('ended_at', 'is', null)
          .executeTakeFirstOrThrow();
        if (numUpdatedRows > 0n) await noteInJournal(trx, { at, what: 'coach', of: digest(tenant, id) });
      }),
    list: (tenant) =>
      db
        .selectFrom('coaches')
        .select(['tenant', 'id', 'name', 'since'])
        .where('tenant', '=', tenant)
        .where('ended_at', 'is', null)
        .orderBy('name')
        .orderBy('id')
        .execute(),
  };
}
