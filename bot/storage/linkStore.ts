import type { Kysely, Transaction } from 'kysely';
import type { Person } from '../identity/principal.ts';
import type { LinkStore } from '../identity/stores.ts';
import type { Database } from './database.ts';
import { digest } from './digest.ts';
import { noteInJournal } from './noteInJournal.ts';
import type { Tables } from './tables.ts';

/** Who is the same person elsewhere. Links lead to one person of many; the others are found through that one. */
export function createLinkStore({ db, write }: Database): LinkStore {
  return {
    join: (person, other, at) =>
      write(async (trx) => {
        const kept = { other_tenant: other.tenant, other_user_id: other.userId, since: at };
        await trx
          .insertInto('links')
          .values({ tenant: person.tenant, user_id: person.userId, ...kept })
          .onConflict((conflict) => conflict.columns(['tenant', 'user_id']).doUpdateSet(kept))
          .execute();
      }),
    leave: (person, at) =>
      write(async (trx) => {
        const count = await dropLinks(trx, person);
        const { tenant, userId } = person;
        if (count > 0) await noteInJournal(trx, { at, what: 'links', of: digest(tenant, userId) });
      }),
    sameAs: (person) => samePeople(db, person),
  };
}

/** The others who are this person, as this person said. */
export async function samePeople(db: Kysely<Tables>, { tenant, userId }: Person): Promise<readonly Person[]> {
  const own = await db
    .selectFrom('links')
    .select(['other_tenant', 'other_user_id'])
    .where('tenant', '=', tenant)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  const middle = own ? { tenant: own.other_tenant, userId: own.other_user_id } : { tenant, userId };
  const rows = await db
    .selectFrom('links')
    .select(['tenant', 'user_id'])
    .where('other_tenant', '=', middle.tenant)
    .where('other_user_id', '=', middle.userId)
    .orderBy('since')
    .orderBy('user_id')
    .execute();
  return [middle, ...rows.map((row) => ({ tenant: row.tenant, userId: row.user_id }))].filter(
    (one) => one.tenant !== tenant || one.userId !== userId,
  );
}

/** From now on this person is nobody else. Returns how many links went. */
export async function dropLinks(trx: Transaction<Tables>, { tenant, userId }: Person): Promise<number> {
  const own = await trx
    .deleteFrom('links')
    .where('tenant', '=', tenant)
    .where('user_id', '=', userId)
    .executeTakeFirstOrThrow();
  const toIt = await trx
    .deleteFrom('links')
    .where('other_tenant', '=', tenant)
    .where('other_user_id', '=', userId)
    .executeTakeFirstOrThrow();
  return Number(own.numDeletedRows + toIt.numDeletedRows);
}
