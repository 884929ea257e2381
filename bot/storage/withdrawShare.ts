import type { Transaction } from 'kysely';
import { addToChain, takeChain } from './auditChain.ts';
import type { Database } from './database.ts';
import type { Tables } from './tables.ts';

/** One share, and who takes it back when. */
export interface Withdrawn {
  readonly tenant: string;
  readonly teacherId: string;
  readonly id: string;
  readonly at: string;
}

/** Ends what a coach may read; false when there is no such share, or not any more. */
export async function withdrawShare(
  database: Database,
  trx: Transaction<Tables>,
  { tenant, teacherId, id, at }: Withdrawn,
): Promise<boolean> {
  const end = await takeChain(trx, tenant);
  const row = await trx
    .updateTable('shares')
    .set({ withdrawn_at: at, second_id: null, second_name: null })
    .where('tenant', '=', tenant)
    .where('teacher_id', '=', teacherId)
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .returning(['rehearsal_id', 'sent_at'])
    .executeTakeFirst();
  if (!row) return false;
  if (row.sent_at === null) await dropDraft(database, trx, tenant, id);
  await addToChain(trx, tenant, end, {
    at,
    actor: teacherId,
    action: 'withdrawn',
    rehearsalId: row.rehearsal_id,
    shareId: id,
    owner: teacherId,
  });
  return true;
}

/** What a coach had written and not sent goes with the right to read. */
async function dropDraft(database: Database, trx: Transaction<Tables>, tenant: string, id: string): Promise<void> {
  const { numDeletedRows } = await trx
    .deleteFrom('reviews')
    .where('tenant', '=', tenant)
    .where('share_id', '=', id)
    .executeTakeFirstOrThrow();
  if (numDeletedRows > 0n) await database.forget(trx);
}
