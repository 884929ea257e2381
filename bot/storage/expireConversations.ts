import { sql, type Transaction } from 'kysely';
import { dropUnusedRevisions } from './dropUnusedRevisions.ts';
import { keepProof } from './keepProof.ts';
import type { Tables } from './tables.ts';

/**
 * Erases every conversation whose last activity is before this moment, and the scenario revisions that no rehearsal
 * needs any more. Returns how many conversations went; when any did, a row with counts stays as proof.
 */
export async function expireConversations(trx: Transaction<Tables>, before: string, at: string): Promise<number> {
  const activities = await countOf(trx, 'activities', before);
  const rehearsals = await countOf(trx, 'rehearsals', before);
  const { numDeletedRows } = await trx
    .deleteFrom('conversations')
    .where('updated_at', '<', before)
    .executeTakeFirstOrThrow();
  await dropUnusedRevisions(trx);

  const conversations = Number(numDeletedRows);
  if (conversations === 0) return 0;
  await keepProof(trx, { at, cause: 'expired', user_digest: null, conversations, activities, rehearsals });
  return conversations;
}

async function countOf(trx: Transaction<Tables>, part: 'activities' | 'rehearsals', before: string): Promise<number> {
  const { count } = await trx
    .selectFrom(part)
    .select(({ fn }) => fn.countAll().as('count'))
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('conversations')
          .select('conversations.id')
          .where('conversations.tenant', '=', sql.ref<string>(`${part}.tenant`))
          .where('conversations.id', '=', sql.ref<string>(`${part}.conversation_id`))
          .where('conversations.updated_at', '<', before),
      ),
    )
    .executeTakeFirstOrThrow();
  return Number(count);
}
