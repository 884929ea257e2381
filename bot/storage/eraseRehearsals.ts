import type { Transaction } from 'kysely';
import { digest } from './digest.ts';
import { dropUnusedRevisions } from './dropUnusedRevisions.ts';
import { keepProof } from './keepProof.ts';
import type { Tables } from './tables.ts';

/** Which rehearsals of one conversation are to go. */
interface Doomed {
  readonly tenant: string;
  readonly userId: string;
  readonly conversationId: string;
  readonly ids: readonly string[];
  readonly at: string;
}

/**
 * Erases rehearsals: the talk, its ledger, and all that was said on the line from its beginning up to and with its
 * debrief, also what has not been delivered yet. Numbers in the log are not given out again, so a gap stays. A row with counts stays as proof.
 */
export async function eraseRehearsals(trx: Transaction<Tables>, doomed: Doomed): Promise<void> {
  const { tenant, userId, conversationId, ids, at } = doomed;
  const rows = await trx
    .selectFrom('rehearsals')
    .select(['id', 'first_seq', 'last_seq'])
    .where('tenant', '=', tenant)
    .where('conversation_id', '=', conversationId)
    .where('id', 'in', ids)
    .execute();
  if (rows.length === 0) return;

  let activities = 0;
  for (const { first_seq, last_seq } of rows) {
    if (first_seq !== null) activities += await eraseLog(trx, doomed, first_seq, last_seq);
  }
  await trx
    .deleteFrom('rehearsals')
    .where('tenant', '=', tenant)
    .where('conversation_id', '=', conversationId)
    .where('id', 'in', ids)
    .execute();
  await dropUnusedRevisions(trx);
  await keepProof(trx, {
    at,
    cause: 'asked',
    user_digest: digest(tenant, userId),
    conversations: 0,
    activities,
    rehearsals: rows.length,
  });
}

/** `last` null: the talk goes on, so everything since. Returns how many activities went. */
async function eraseLog(
  trx: Transaction<Tables>,
  { tenant, conversationId }: Doomed,
  first: number,
  last: number | null,
): Promise<number> {
  const erase = async (table: 'activities' | 'outbox') => {
    let part = trx
      .deleteFrom(table)
      .where('tenant', '=', tenant)
      .where('conversation_id', '=', conversationId)
      .where('seq', '>=', first);
    if (last !== null) part = part.where('seq', '<=', last);
    return (await part.executeTakeFirstOrThrow()).numDeletedRows;
  };
  await erase('outbox');
  return Number(await erase('activities'));
}
