import type { Transaction } from 'kysely';
import { digest } from './digest.ts';
import { dropUnusedRevisions } from './dropUnusedRevisions.ts';
import { keepProof } from './keepProof.ts';
import type { Tables } from './tables.ts';

const PARTS = ['rehearsals', 'keepsakes', 'dedupe', 'outbox', 'addresses', 'activities'] as const;

/**
 * Erases everything of one user in one tenant: conversations with all that hangs on them. Of the conversation `keep`
 * the row stays, so that it can go on where it was. A row with counts stays as proof.
 */
export async function eraseUser(
  trx: Transaction<Tables>,
  user: { readonly tenant: string; readonly userId: string; readonly keep: string; readonly at: string },
): Promise<void> {
  const { tenant, userId, keep, at } = user;
  const activities = await countOf(trx, 'activities', user);
  const rehearsals = await countOf(trx, 'rehearsals', user);

  const others = await trx
    .deleteFrom('conversations')
    .where('tenant', '=', tenant)
    .where('user_id', '=', userId)
    .where('id', '!=', keep)
    .executeTakeFirstOrThrow();
  for (const part of PARTS) {
    await trx.deleteFrom(part).where('tenant', '=', tenant).where('conversation_id', '=', keep).execute();
  }
  await dropUnusedRevisions(trx);

  await keepProof(trx, {
    at,
    cause: 'asked',
    user_digest: digest(tenant, userId),
    conversations: Number(others.numDeletedRows) + 1,
    activities,
    rehearsals,
  });
}

async function countOf(
  trx: Transaction<Tables>,
  part: 'activities' | 'rehearsals',
  { tenant, userId }: { readonly tenant: string; readonly userId: string },
): Promise<number> {
  const { count } = await trx
    .selectFrom(part)
    .select(({ fn }) => fn.countAll().as('count'))
    .where('tenant', '=', tenant)
    .where('conversation_id', 'in', (eb) =>
      eb.selectFrom('conversations').select('id').where('tenant', '=', tenant).where('user_id', '=', userId),
    )
    .executeTakeFirstOrThrow();
  return Number(count);
}
