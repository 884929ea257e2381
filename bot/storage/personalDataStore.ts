import type { PersonalDataStore } from '../ports.ts';
import type { Database } from './database.ts';
import { expireConversations } from './expireConversations.ts';
import { exportUser } from './exportUser.ts';

/** What a teacher has here, to take along or to let go of. */
export function createPersonalDataStore(database: Database): PersonalDataStore {
  return {
    export: (tenant, userId) => exportUser(database.db, tenant, userId),
    expire: (before, at) =>
      database.write(async (trx) => {
        const expired = await expireConversations(trx, before, at);
        if (expired > 0) await database.forget(trx);
        return expired;
      }),
  };
}
