import type { Transaction } from 'kysely';
import { dropUnusedRevisions } from './dropUnusedRevisions.ts';
import { keepProof } from './keepProof.ts';
import type { Tables } from './tables.ts';

/** Tables that name an organisation; what hangs on a conversation goes with it. */
const OWN = ['conversations', 'sessions', 'one_times', 'coaches', 'audit', 'audit_heads'] as const;

/** Erases all that one organisation has here, the list of who did what too. A row with counts stays as proof. */
export async function eraseTenant(trx: Transaction<Tables>, tenant: string, at: string): Promise<void> {
  const counts = {
    conversations: await countOf(trx, 'conversations', tenant),
    activities: await countOf(trx, 'activities', tenant),
    rehearsals: await countOf(trx, 'rehearsals', tenant),
  };
  for (const table of OWN) await trx.deleteFrom(table).where('tenant', '=', tenant).execute();
  await trx
    .deleteFrom('links')
    .where((eb) => eb.or([eb('tenant', '=', tenant), eb('other_tenant', '=', tenant)]))
    .execute();
  await dropUnusedRevisions(trx);
  await keepProof(trx, { at, cause: 'left', user_digest: null, ...counts });
}

async function countOf(
  trx: Transaction<Tables>,
  part: 'conversations' | 'activities' | 'rehearsals',
  tenant: string,
): Promise<number> {
  const { count } = await trx
    .selectFrom<'conversations' | 'activities' | 'rehearsals'>(part)
    .select(({ fn }) => fn.countAll().as('count'))
    .where('tenant', '=', tenant)
    .executeTakeFirstOrThrow();
  return Number(count);
}
