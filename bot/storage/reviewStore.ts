import type { Kysely, Selectable, Transaction } from 'kysely';
import type { CoachAt, OpenShare, ReviewChange, ReviewStore } from '../coach/reviewPorts.ts';
import { addToChain, type ChainEnd, takeChain } from './auditChain.ts';
import type { Database } from './database.ts';
import { queueOf } from './queueOf.ts';
import type { ShareTable } from './reviewTables.ts';
import { answersTo, keepAnswer, reviewOf, shareOf } from './shareRows.ts';
import type { Tables } from './tables.ts';

/** Shares as their coach works on them; what a coach may is looked up in the transaction that does it. */
export function createReviewStore({ db, write }: Database): ReviewStore {
  return {
    queue: (query) => queueOf(db, query),
    open: ({ as, ...who }) => write((trx) => open(trx, who, as)),
    isOpen: async (who) => (await openRow(db, who)) !== undefined,

    keep: ({ from, review, ...who }) =>
      write((trx) =>
        change(trx, who, from, async (end, _, before) => {
          const { tenant, shareId: share_id } = who;
          const json = JSON.stringify(review);
          await trx
            .insertInto('reviews')
            .values({ tenant, share_id, version: before + 1, review: json })
            .onConflict((conflict) =>
              conflict.columns(['tenant', 'share_id']).doUpdateSet({ version: before + 1, review: json }),
            )
            .execute();
          return end;
        }),
      ),

    send: ({ from, ...who }) =>
      write((trx) =>
        change(trx, who, from, async (end, row) => {
          await ownRow(trx, who).set({ sent_at: who.at, second_id: null, second_name: null }).execute();
          return addToChain(trx, who.tenant, end, noted(who, 'sent', row));
        }),
      ),

    answer: ({ id, commentId, text, ...who }) =>
      write(async (trx) => {
        const { tenant, shareId, at } = who;
        const end = await takeChain(trx, tenant);
        const row = await openRow(trx, who);
        if (!row || row.sent_at === null) return false;
        if (!(await keepAnswer(trx, { tenant, shareId, id, commentId, text, at, by: 'coach' }))) return false;
        await addToChain(trx, tenant, end, noted(who, 'answered', row));
        return true;
      }),

    askSecond: ({ second, ...who }) =>
      write(async (trx) => {
        await takeChain(trx, who.tenant);
        const row = await openRow(trx, who);
        if (!row || row.sent_at !== null || row.pair !== null || second.id === who.coachId) return false;
        await ownRow(trx, who).set({ second_id: second.id, second_name: second.name }).execute();
        return true;
      }),
  };
}

/** The share, if it is this coach's and open at this moment. */
function openRow(
  db: Kysely<Tables>,
  { tenant, coachId, shareId, at }: CoachAt,
): Promise<Selectable<ShareTable> | undefined> {
  return db
    .selectFrom('shares')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('coach_id', '=', coachId)
    .where('id', '=', shareId)
    .where('withdrawn_at', 'is', null)
    .where('ends_at', '>', at)
    .executeTakeFirst();
}

function ownRow(trx: Transaction<Tables>, { tenant, coachId, shareId }: CoachAt) {
  return trx
    .updateTable('shares')
    .where('tenant', '=', tenant)
    .where('coach_id', '=', coachId)
    .where('id', '=', shareId);
}

async function open(
  trx: Transaction<Tables>,
  who: CoachAt,
  as: 'viewed' | 'exported' | 'at-work',
): Promise<OpenShare | null> {
  const { tenant, shareId } = who;
  const end = await takeChain(trx, tenant);
  const row = await openRow(trx, who);
  const rehearsal = row && (await rehearsalOf(trx, row));
  if (!row || !rehearsal) {
    await addToChain(trx, tenant, end, noted(who, 'refused', await anyRow(trx, tenant, shareId)));
    return null;
  }
  if (as !== 'at-work') await addToChain(trx, tenant, end, noted(who, as, row));
  const { review, version } = await reviewOf(trx, tenant, shareId);
  return {
    share: shareOf(row),
    rehearsal,
    review,
    version,
    answers: await answersTo(trx, tenant, shareId),
    partner: await partnerOf(trx, row),
  };
}

async function rehearsalOf(trx: Transaction<Tables>, row: Selectable<ShareTable>) {
  const found = await trx
    .selectFrom('rehearsals')
    .select(['scenario_id', 'revision', 'started_at', 'ended_at', 'talk'])
    .where('tenant', '=', row.tenant)
    .where('conversation_id', '=', row.conversation_id)
    .where('id', '=', row.rehearsal_id)
    .executeTakeFirst();
  if (!found?.talk || found.ended_at === null) return undefined;
  const { scenario_id: scenarioId, revision, started_at: startedAt, ended_at: endedAt } = found;
  return { scenarioId, revision, startedAt, endedAt, talk: JSON.parse(found.talk) };
}

/** The other of two coaches; what that one wrote only once both have sent, and while that share stands. */
async function partnerOf(trx: Transaction<Tables>, row: Selectable<ShareTable>): Promise<OpenShare['partner']> {
  if (row.pair === null) return null;
  const other = await trx
    .selectFrom('shares')
    .selectAll()
    .where('tenant', '=', row.tenant)
    .where('rehearsal_id', '=', row.rehearsal_id)
    .where('pair', '=', row.pair)
    .where('id', '!=', row.id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  if (!other) return null;
  const hasSent = other.sent_at !== null;
  const review = hasSent && row.sent_at !== null ? (await reviewOf(trx, row.tenant, other.id)).review : null;
  return { coachName: other.coach_name, hasSent, review };
}

async function anyRow(trx: Transaction<Tables>, tenant: string, shareId: string) {
  return trx
    .selectFrom('shares')
    .select(['rehearsal_id', 'teacher_id'])
    .where('tenant', '=', tenant)
    .where('id', '=', shareId)
    .executeTakeFirst();
}

/** A change of a review that was made of version `from` and has not been sent. */
async function change(
  trx: Transaction<Tables>,
  who: CoachAt,
  from: number,
  make: (end: ChainEnd, row: Selectable<ShareTable>, version: number) => Promise<ChainEnd>,
): Promise<ReviewChange> {
  const end = await takeChain(trx, who.tenant);
  const row = await openRow(trx, who);
  if (!row) {
    await addToChain(trx, who.tenant, end, noted(who, 'refused', await anyRow(trx, who.tenant, who.shareId)));
    return 'closed';
  }
  const { version } = await reviewOf(trx, who.tenant, who.shareId);
  if (row.sent_at !== null || version !== from) return 'changed';
  await make(end, row, version);
  return 'kept';
}

function noted(
  { at, coachId, shareId }: CoachAt,
  action: 'viewed' | 'exported' | 'sent' | 'answered' | 'refused',
  row: Pick<Selectable<ShareTable>, 'rehearsal_id' | 'teacher_id'> | undefined,
) {
  const known = row === undefined ? null : shareId;
  return {
    at,
    actor: coachId,
    action,
    rehearsalId: row?.rehearsal_id ?? null,
    shareId: known,
    owner: row?.teacher_id ?? null,
  };
}
