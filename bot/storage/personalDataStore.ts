import type { PersonalDataStore } from '../ports.ts';
import type { Database } from './database.ts';
import { digest } from './digest.ts';
import { expireConversations } from './expireConversations.ts';
import { exportUser } from './exportUser.ts';

/** What a teacher has here, to take along or to let go of. */
export function createPersonalDataStore(database: Database): PersonalDataStore {
  return {
    export: (tenant, userId) => exportUser(database.db, tenant, userId),
    erasures: (tenant, userId) =>
      database.db
        .selectFrom('erasures')
        .select(['id', 'at', 'conversations', 'activities', 'rehearsals'])
        .where('user_digest', '=', digest(tenant, userId))
        .orderBy('at', 'desc')
        .orderBy('id')
        .execute(),
    expire: async (before, at) => {
      const expired = await database.write(
        async (trx) => {
          const count = await expireConversations(trx, before, at);
          if (count > 0) await database.forget(trx);
          return count;
        },
        { erases: true },
      );
      await database.tidy();
      return expired;
    },
  };
}
