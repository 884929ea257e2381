import { sql } from 'kysely';
import type { UsageStore } from '../coach/reviewPorts.ts';
import { asReported } from '../coach/usage.ts';
import type { Database } from './database.ts';

/** How much is practised; small groups are left out here already, so that nothing above can tell. */
export function createUsageStore({ db }: Database): UsageStore {
  return {
    perMonth: async (tenant) => {
      const month = sql<string>`substr(rehearsals.started_at, 1, 7)`;
      const rows = await db
        .selectFrom('rehearsals')
        .innerJoin('conversations', (join) =>
          join
            .onRef('conversations.tenant', '=', 'rehearsals.tenant')
            .onRef('conversations.id', '=', 'rehearsals.conversation_id'),
        )
        .select(({ fn }) => [
          month.as('month'),
          fn.count('conversations.user_id').distinct().as('teachers'),
          fn.countAll().as('rehearsals'),
        ])
        .where('rehearsals.tenant', '=', tenant)
        .where('rehearsals.summary', 'is not', null)
        .groupBy(month)
        .orderBy('month', 'desc')
        .execute();
      return rows.map((row) =>
        asReported({ month: row.month, teachers: Number(row.teachers), rehearsals: Number(row.rehearsals) }),
      );
    },
  };
}
