import type { Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/** Erases the scenario revisions that no rehearsal needs any more: one made from own answers holds a teacher's words. */
export async function dropUnusedRevisions(trx: Transaction<Tables>): Promise<void> {
  await trx
    .deleteFrom('scenario_revisions')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('rehearsals')
            .select('rehearsals.id')
            .whereRef('rehearsals.scenario_id', '=', 'scenario_revisions.scenario_id')
            .whereRef('rehearsals.revision', '=', 'scenario_revisions.revision'),
        ),
      ),
    )
    .execute();
}
