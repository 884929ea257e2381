import type { Transaction } from 'kysely';
import type { NewShare, ShareStore } from '../coach/reviewPorts.ts';
import { addToChain, takeChain } from './auditChain.ts';
import type { Database } from './database.ts';
import { digest } from './digest.ts';
import { noteInJournal } from './noteInJournal.ts';
import { givenShares, keepAnswer } from './shareRows.ts';
import type { Tables } from './tables.ts';
import { withdrawShare } from './withdrawShare.ts';

/** Shares as their teacher gives and takes them. */
export function createShareStore(database: Database): ShareStore {
  const { db, write } = database;
  return {
    give: (shares, at, pair) => write((trx) => give(trx, shares, at, pair)),

    withdraw: (whose) =>
      write(async (trx) => {
        const isWithdrawn = await withdrawShare(database, trx, whose);
        const { tenant, id, at } = whose;
        if (isWithdrawn) await noteInJournal(trx, { at, what: 'share', of: digest(tenant, id) });
        return isWithdrawn;
      }),

    ofRehearsal: (tenant, teacherId, rehearsalId) => givenShares(db, tenant, teacherId, rehearsalId),

    pairUp: (first, second, at) =>
      write(async (trx) => {
        const { tenant, teacherId, rehearsalId, coachId } = second;
        const asked = await trx
          .selectFrom('shares')
          .select('id')
          .where('tenant', '=', tenant)
          .where('teacher_id', '=', teacherId)
          .where('rehearsal_id', '=', rehearsalId)
          .where('id', '=', first.id)
          .where('second_id', '=', coachId)
          .where('withdrawn_at', 'is', null)
          .where('sent_at', 'is', null)
          .where('ends_at', '>', at)
          .executeTakeFirst();
        if (!asked || !(await give(trx, [second], at, first.pair))) return false;
        await trx
          .updateTable('shares')
          .set({ pair: first.pair, paired_at: at, second_id: null, second_name: null })
          .where('tenant', '=', tenant)
          .where('id', '=', first.id)
          .execute();
        return true;
      }),

    declineSecond: ({ tenant, teacherId, id }) =>
      write(async (trx) => {
        const { numUpdatedRows } = await trx
          .updateTable('shares')
          .set({ second_id: null, second_name: null })
          .where('tenant', '=', tenant)
          .where('teacher_id', '=', teacherId)
          .where('id', '=', id)
          .where('second_id', 'is not', null)
          .executeTakeFirstOrThrow();
        return numUpdatedRows > 0n;
      }),

    answer: ({ tenant, teacherId, shareId, ...answer }) =>
      write(async (trx) => {
        const row = await trx
          .selectFrom('shares')
          .select('rehearsal_id')
          .where('tenant', '=', tenant)
          .where('teacher_id', '=', teacherId)
          .where('id', '=', shareId)
          .where('sent_at', 'is not', null)
          .executeTakeFirst();
        if (!row || !(await keepAnswer(trx, { ...answer, tenant, shareId, by: 'teacher' }))) return false;
        await addToChain(trx, tenant, await takeChain(trx, tenant), {
          at: answer.at,
          actor: teacherId,
          action: 'answered',
          rehearsalId: row.rehearsal_id,
          shareId,
          owner: teacherId,
        });
        return true;
      }),
  };
}

/** All of them or none; a coach who has this rehearsal already does not get it twice. */
async function give(
  trx: Transaction<Tables>,
  shares: readonly NewShare[],
  at: string,
  pair: string | null,
): Promise<boolean> {
  const [first] = shares;
  if (!first) return false;
  let end = await takeChain(trx, first.tenant);
  const conversation = await conversationOf(trx, first);
  if (conversation === undefined || (await areGiven(trx, shares, at))) return false;
  for (const share of shares) {
    const { tenant, id, rehearsalId, teacherId } = share;
    await trx
      .insertInto('shares')
      .values({
        tenant,
        id,
        conversation_id: conversation,
        rehearsal_id: rehearsalId,
        teacher_id: teacherId,
        teacher_name: share.teacherName,
        coach_id: share.coachId,
        coach_name: share.coachName,
        question: share.question,
        may_learn: Number(share.mayLearn),
        shared_at: at,
        ends_at: share.endsAt,
        pair,
        paired_at: pair === null ? null : at,
      })
      .execute();
    end = await addToChain(trx, tenant, end, {
      at,
      actor: teacherId,
      action: 'shared',
      rehearsalId,
      shareId: id,
      owner: teacherId,
    });
  }
  return true;
}

/** The conversation of a finished rehearsal of this teacher. */
async function conversationOf(
  trx: Transaction<Tables>,
  { tenant, teacherId, rehearsalId }: NewShare,
): Promise<string | undefined> {
  const row = await trx
    .selectFrom('rehearsals')
    .innerJoin('conversations', (join) =>
      join
        .onRef('conversations.tenant', '=', 'rehearsals.tenant')
        .onRef('conversations.id', '=', 'rehearsals.conversation_id'),
    )
    .select('rehearsals.conversation_id')
    .where('rehearsals.tenant', '=', tenant)
    .where('conversations.user_id', '=', teacherId)
    .where('rehearsals.id', '=', rehearsalId)
    .where('rehearsals.summary', 'is not', null)
    .executeTakeFirst();
  return row?.conversation_id;
}

async function areGiven(trx: Transaction<Tables>, shares: readonly NewShare[], at: string): Promise<boolean> {
  const coaches = shares.map(({ coachId }) => coachId);
  if (new Set(coaches).size < coaches.length) return true;
  const rows = await trx
    .selectFrom('shares')
    .select('id')
    .where('tenant', '=', shares[0]?.tenant ?? '')
    .where('rehearsal_id', '=', shares[0]?.rehearsalId ?? '')
    .where('coach_id', 'in', coaches)
    .where('withdrawn_at', 'is', null)
    .where('ends_at', '>', at)
    .execute();
  return rows.length > 0;
}
