import type { OneTimeStore } from '../identity/stores.ts';
import type { Database } from './database.ts';

/** Things that are good once: taking one and removing it are one statement. */
export function createOneTimeStore({ db, write }: Database): OneTimeStore {
  return {
    keep: ({ tenant, purpose, digest, value, expiresAt }) =>
      write(async (trx) => {
        const kept = { value: JSON.stringify(value), expires_at: expiresAt };
        await trx
          .insertInto('one_times')
          .values({ tenant, purpose, digest, ...kept })
          .onConflict((conflict) => conflict.columns(['tenant', 'purpose', 'digest']).doUpdateSet(kept))
          .execute();
      }),
    use: (tenant, purpose, digest, at) =>
      write(async (trx) => {
        const row = await trx
          .deleteFrom('one_times')
          .where('tenant', '=', tenant)
          .where('purpose', '=', purpose)
          .where('digest', '=', digest)
          .where('expires_at', '>', at)
          .returning('value')
          .executeTakeFirst();
        return row ? JSON.parse(row.value) : null;
      }),
    claim: ({ tenant, purpose, digest, at, expiresAt }) =>
      write(async (trx) => {
        const kept = { value: '{}', expires_at: expiresAt };
        const row = await trx
          .insertInto('one_times')
          .values({ tenant, purpose, digest, ...kept })
          .onConflict((conflict) =>
            conflict.columns(['tenant', 'purpose', 'digest']).doUpdateSet(kept).where('one_times.expires_at', '<=', at),
          )
          .returning('purpose')
          .executeTakeFirst();
        return row !== undefined;
      }),
    isGood: async (tenant, purpose, digest, at) => {
      const row = await db
        .selectFrom('one_times')
        .select('purpose')
        .where('tenant', '=', tenant)
        .where('purpose', '=', purpose)
        .where('digest', '=', digest)
        .where('expires_at', '>', at)
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}
