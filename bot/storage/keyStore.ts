import { randomBytes } from 'node:crypto';
import type { KeyGeneration, KeyStore } from '../ports.ts';
import type { Database } from './database.ts';

const KEY_BYTES = 32;
/** The first generation counts from the beginning, so that two instances that make it at once make one row. */
const BEGINNING = '';

/** Secrets in the database itself, so that every instance on it has the same. */
export function createKeyStore(database: Database): KeyStore {
  const { db, write } = database;
  return {
    async obtain(name) {
      const found = await generations(database, name);
      if (found.length > 0) return found;
      await add(database, name, BEGINNING);
      return generations(database, name);
    },
    renew: (name, since) => add(database, name, since),
    names: async () => {
      const rows = await db.selectFrom('key_generations').select('name').distinct().orderBy('name').execute();
      return rows.map(({ name }) => name);
    },
    expire: (before) =>
      write(async (trx) => {
        const { numDeletedRows } = await trx
          .deleteFrom('key_generations')
          .where(({ exists, selectFrom }) =>
            exists(
              selectFrom('key_generations as newer')
                .select('newer.name')
                .whereRef('newer.name', '=', 'key_generations.name')
                .whereRef('newer.since', '>', 'key_generations.since')
                .where('newer.since', '<=', before),
            ),
          )
          .executeTakeFirstOrThrow();
        return Number(numDeletedRows);
      }),
  };
}

async function generations({ db }: Database, name: string): Promise<readonly KeyGeneration[]> {
  const rows = await db
    .selectFrom('key_generations')
    .select(['since', 'secret'])
    .where('name', '=', name)
    .orderBy('since', 'desc')
    .execute();
  return rows.map(({ since, secret }) => ({ since, secret: new Uint8Array(Buffer.from(secret, 'base64')) }));
}

/** Of two instances that make the same generation at once, the first one's stays. */
function add({ write }: Database, name: string, since: string): Promise<void> {
  return write(async (trx) => {
    await trx
      .insertInto('key_generations')
      .values({ name, since, secret: randomBytes(KEY_BYTES).toString('base64') })
      .onConflict((conflict) => conflict.columns(['name', 'since']).doNothing())
      .execute();
  });
}
