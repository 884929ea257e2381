import type { Kysely, Selectable, Transaction } from 'kysely';
import type { AuditRow } from '../coach/reviewPorts.ts';
import { digest } from './digest.ts';
import type { AuditTable } from './reviewTables.ts';
import type { Tables } from './tables.ts';

/** What is noted before it has its place in the chain. */
export type Noted = Omit<AuditRow, 'seq' | 'hash'>;

/** The hash before the first row. */
const BEGINNING = '';

/** The end of the chain, taken: nobody else adds to it, nor to what it tells of, until this transaction is over. */
export interface ChainEnd {
  readonly seq: number;
  readonly hash: string;
}

/**
 * Takes the end of an organisation's chain. Called first in every transaction that shares, withdraws or opens: what the
 * transaction then reads is what the row before its own left, so that the chain tells the true order.
 */
export async function takeChain(trx: Transaction<Tables>, tenant: string): Promise<ChainEnd> {
  return trx
    .insertInto('audit_heads')
    .values({ tenant, seq: 0, hash: BEGINNING })
    .onConflict((conflict) => conflict.column('tenant').doUpdateSet({ tenant }))
    .returning(['seq', 'hash'])
    .executeTakeFirstOrThrow();
}

/** Adds a row behind the end that was taken, and returns the new end. */
export async function addToChain(
  trx: Transaction<Tables>,
  tenant: string,
  end: ChainEnd,
  noted: Noted,
): Promise<ChainEnd> {
  const seq = end.seq + 1;
  const hash = hashOf(tenant, end.hash, { ...noted, seq });
  const { at, actor, action, rehearsalId, shareId, owner } = noted;
  await trx
    .insertInto('audit')
    .values({ tenant, seq, at, actor, action, rehearsal_id: rehearsalId, share_id: shareId, owner, hash })
    .execute();
  await trx.updateTable('audit_heads').set({ seq, hash }).where('tenant', '=', tenant).execute();
  return { seq, hash };
}

/** The number of the first row that is not as it was written; null when all are. Rows before the first that is kept are past their time. */
export async function firstBroken(db: Kysely<Tables>, tenant: string): Promise<number | null> {
  const rows = await db.selectFrom('audit').selectAll().where('tenant', '=', tenant).orderBy('seq').execute();
  const head = await db.selectFrom('audit_heads').selectAll().where('tenant', '=', tenant).executeTakeFirst();
  let before: AuditRow | undefined;
  for (const row of rows.map(auditRowOf)) {
    const isFirst = before === undefined && row.seq > 1;
    const isNext = row.seq === (before?.seq ?? 0) + 1 && row.hash === hashOf(tenant, before?.hash ?? BEGINNING, row);
    if (!isFirst && !isNext) return row.seq;
    before = row;
  }
  const last = { seq: before?.seq ?? 0, hash: before?.hash ?? BEGINNING };
  const isWhole = head === undefined ? last.seq === 0 : head.seq === last.seq && head.hash === last.hash;
  return isWhole ? null : last.seq + 1;
}

/** Takes the oldest rows off every chain, up to the first that is not before this moment; never the last one. */
export async function expireChains(trx: Transaction<Tables>, before: string): Promise<number> {
  const chains = await trx
    .selectFrom('audit')
    .select(({ fn, eb }) => [
      'tenant',
      fn.max('seq').as('last'),
      fn.min(eb.case().when('at', '>=', before).then(eb.ref('seq')).end()).as('first'),
    ])
    .groupBy('tenant')
    .execute();
  let gone = 0;
  for (const { tenant, first, last } of chains) {
    const { numDeletedRows } = await trx
      .deleteFrom('audit')
      .where('tenant', '=', tenant)
      .where('seq', '<', Number(first ?? last))
      .executeTakeFirstOrThrow();
    gone += Number(numDeletedRows);
  }
  return gone;
}

/** The row as the outside knows it. */
export function auditRowOf(row: Selectable<AuditTable>): AuditRow {
  const { seq, at, actor, action, rehearsal_id, share_id, owner, hash } = row;
  return { seq, at, actor, action, rehearsalId: rehearsal_id, shareId: share_id, owner, hash };
}

function hashOf(tenant: string, previous: string, row: Omit<AuditRow, 'hash'>): string {
  const { seq, at, actor, action, rehearsalId, shareId, owner } = row;
  return digest(previous, tenant, String(seq), at, actor, action, rehearsalId ?? '', shareId ?? '', owner ?? '');
}
