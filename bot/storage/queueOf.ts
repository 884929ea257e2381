import type { Kysely } from 'kysely';
import type { QueuedShare, QueuePage, ReviewStore } from '../coach/reviewPorts.ts';
import { shareOf } from './shareRows.ts';
import type { Tables } from './tables.ts';

type Query = Parameters<ReviewStore['queue']>[0];

/** One page of a coach's own open shares. Counting and turning pages stays within one index; only the page is read whole. */
export async function queueOf(db: Kysely<Tables>, query: Query): Promise<QueuePage> {
  const waiting = await countOf(db, { ...query, part: 'waiting' });
  const reviewed = await countOf(db, { ...query, part: 'reviewed' });
  const { offset, limit, tenant } = query;
  const places = await openShares(db, query)
    .select('id')
    .orderBy(query.part === 'waiting' ? 'shared_at' : 'sent_at', 'desc')
    .orderBy('id')
    .offset(offset)
    .limit(limit)
    .execute();
  if (places.length === 0) return { shares: [], waiting, reviewed };

  const rows = await db
    .selectFrom('shares')
    .innerJoin('rehearsals', (join) =>
      join
        .onRef('rehearsals.tenant', '=', 'shares.tenant')
        .onRef('rehearsals.conversation_id', '=', 'shares.conversation_id')
        .onRef('rehearsals.id', '=', 'shares.rehearsal_id'),
    )
    .selectAll('shares')
    .select(['rehearsals.locale', 'rehearsals.started_at', 'rehearsals.summary'])
    .where('shares.tenant', '=', tenant)
    .where('shares.coach_id', '=', query.coachId)
    .where(
      'shares.id',
      'in',
      places.map(({ id }) => id),
    )
    .execute();
  const shares = places.flatMap(({ id }): readonly QueuedShare[] => {
    const row = rows.find((one) => one.id === id);
    if (!row?.summary) return [];
    return [{ share: shareOf(row), locale: row.locale, startedAt: row.started_at, summary: JSON.parse(row.summary) }];
  });
  return { shares, waiting, reviewed };
}

function openShares(db: Kysely<Tables>, { tenant, coachId, at, part }: Query) {
  return db
    .selectFrom('shares')
    .where('tenant', '=', tenant)
    .where('coach_id', '=', coachId)
    .where('sent_at', part === 'waiting' ? 'is' : 'is not', null)
    .where('withdrawn_at', 'is', null)
    .where('ends_at', '>', at);
}

async function countOf(db: Kysely<Tables>, query: Query): Promise<number> {
  const { count } = await openShares(db, query)
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}
