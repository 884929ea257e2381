import { randomBytes } from 'node:crypto';
import type { KeyStore } from '../ports.ts';
import type { Database } from './database.ts';

const KEY_BYTES = 32;

/** Secrets in the database itself, so that every instance on it has the same. */
export function createKeyStore(database: Database): KeyStore {
  return {
    obtain: async (name) => {
      const secret = (await find(database, name)) ?? (await make(database, name));
      return new Uint8Array(Buffer.from(secret, 'base64'));
    },
  };
}

async function find({ db }: Database, name: string): Promise<string | undefined> {
  const row = await db.selectFrom('keys').select('secret').where('name', '=', name).executeTakeFirst();
  return row?.secret;
}

/** Of two instances that make the same key at once, both get the one that was first. */
function make(database: Database, name: string): Promise<string> {
  return database.write(async (trx) => {
    const { secret } = await trx
      .insertInto('keys')
      .values({ name, secret: randomBytes(KEY_BYTES).toString('base64') })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ name }))
      .returning('secret')
      .executeTakeFirstOrThrow();
    return secret;
  });
}
