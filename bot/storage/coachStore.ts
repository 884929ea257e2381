import type { Transaction } from 'kysely';
import type { CoachStore } from '../identity/stores.ts';
import type { Database } from './database.ts';
import { digest } from './digest.ts';
import { noteInJournal } from './noteInJournal.ts';
import type { Tables } from './tables.ts';

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
        if (await endCoach(trx, { tenant, id, at }))
          await noteInJournal(trx, { at, what: 'coach', of: digest(tenant, id) });
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

/** Ends somebody's being a coach; false when they are none. */
export async function endCoach(
  trx: Transaction<Tables>,
  { tenant, id, at }: { readonly tenant: string; readonly id: string; readonly at: string },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('coaches')
    .set({ ended_at: at })
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}
